import Testing

@testable import Text

@Suite("The gold set of segmentation and the protected terms are sound")
struct GoldSetTests {
  private let sentences: [GoldSentence]

  init() throws { sentences = try GoldSet.read() }

  @Test(
    "Every kind of text is there, often enough",
    arguments: [
      ("Honorifics and names", 50), ("Offices and institutions", 50), ("Dates and numbers", 40),
      ("Teaching and quiz language", 50), ("Ordinary prose", 50), ("Mixed Khmer and Latin", 10),
      ("The author's own breaks", 5),
    ])
  func sections(_ section: String, _ least: Int) {
    #expect(sentences.count { $0.section == section } >= least)
  }

  @Test("There are enough sentences, none of them twice")
  func size() {
    #expect(sentences.count >= 240)
    #expect(Set(sentences.map(\.text)).count == sentences.count)
  }

  @Test("Sentences are in the normal form, without invisible characters but the author's breaks")
  func canonical() {
    for sentence in sentences {
      #expect(Khmer.firstAbnormality(in: sentence.text) == nil, "\(sentence.text)")
      #expect(Self.misspelling(in: sentence.text) == nil, "\(sentence.text)")
      let mayBreak = sentence.section == "The author's own breaks"
      let hidden = sentence.text.unicodeScalars.filter(Self.isInvisible)
      #expect(hidden.allSatisfy { mayBreak && $0 == "\u{200B}" }, "\(sentence.text)")
      #expect(sentence.hasOwnBreaks == mayBreak, "\(sentence.text)")
    }
  }

  @Test("A part is a word, a number, one space or one mark; no syllable is cut")
  func parts() {
    for sentence in sentences {
      for part in sentence.parts {
        let scalars = Array(part.unicodeScalars.filter { $0 != "\u{200B}" })
        let shown = "\(part) in \(sentence.text)"
        #expect(!scalars.isEmpty, "\(shown)")
        #expect(scalars.first.map(Self.isSign) == false, "\(shown)")
        #expect(Khmer.firstAbnormality(in: part) == nil, "\(shown)")
        if scalars.count > 1 {
          #expect(!scalars.contains(" "), "\(shown)")
          #expect(scalars.first.map(Self.isWordLike) == true, "\(shown)")
          #expect(scalars.last.map(Self.isWordLike) == true, "\(shown)")
          let khmer = scalars.contains { (0x1780...0x17D3).contains($0.value) }
          let digits = scalars.contains { $0.properties.numericType != nil }
          #expect(!(khmer && digits), "\(shown)")
        }
      }
    }
  }

  @Test("The author's breaks stand at the end of parts, between two words")
  func ownBreaks() {
    for sentence in sentences where sentence.hasOwnBreaks {
      for (part, next) in zip(sentence.parts, sentence.parts.dropFirst()) {
        let ends = part.unicodeScalars.last == "\u{200B}"
        #expect(part.unicodeScalars.count { $0 == "\u{200B}" } == (ends ? 1 : 0))
        let words = [part, next].allSatisfy { $0.unicodeScalars.first.map(Self.isLetter) == true }
        #expect(ends == words, "\(part)|\(next)")
      }
    }
  }

  @Test("What is one word in a sentence is not divided in another")
  func consistent() {
    let own = sentences.filter { !$0.hasOwnBreaks }
    let words = Set(own.flatMap(\.parts))
    for sentence in own {
      for first in sentence.parts.indices {
        var joined = sentence.parts[first]
        for next in sentence.parts[(first + 1)...].prefix(4) {
          joined += next
          #expect(!words.contains(joined), "\(joined) in \(sentence.text)")
        }
      }
    }
  }

  @Test("Terms are many, each once, in the normal form and of Khmer letters only")
  func terms() {
    let terms = ProtectedTerms.all
    #expect(terms.count >= 600)
    #expect(Set(terms).count == terms.count)
    for term in terms {
      #expect(Khmer.firstAbnormality(in: term) == nil, "\(term)")
      #expect(Self.misspelling(in: term) == nil, "\(term)")
      #expect(term.unicodeScalars.allSatisfy { (0x1780...0x17D3).contains($0.value) }, "\(term)")
      #expect(term.unicodeScalars.first.map(Self.isLetter) == true, "\(term)")
    }
  }

  @Test("No term, matched longest first between syllables, cuts or joins words of the gold set")
  func agreement() {
    // The one exception: listed as a term, លោកតា would also be found in លោក|តាម.
    let known: Set = ["លោកតា"]
    var terms: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for term in ProtectedTerms.all.map({ Array($0.unicodeScalars) }) {
      if let first = term.first { terms[first, default: []].append(term) }
    }
    for sentence in sentences where !sentence.hasOwnBreaks {
      guard known.isDisjoint(with: sentence.parts) else { continue }
      let scalars = Array(sentence.text.unicodeScalars)
      let boundaries = sentence.boundaries
      var start = 0
      while start < scalars.count {
        let match = (terms[scalars[start]] ?? []).filter {
          scalars[start...].starts(with: $0) && Self.isEdge(start + $0.count, of: scalars)
        }.map(\.count).max()
        if let match, Self.isEdge(start, of: scalars) {
          let inside = boundaries.filter { (start...start + match).contains($0) }
          let term = String(String.UnicodeScalarView(scalars[start..<start + match]))
          #expect(inside == [start, start + match], "\(term) in \(sentence.text)")
          start += match
        } else {
          start += 1
        }
      }
    }
  }

  /// Tells whether a syllable may end before `offset`: what follows is no sign and no subscript.
  private static func isEdge(_ offset: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard offset > 0, offset < scalars.count else { return true }
    return !isSign(scalars[offset]) && scalars[offset - 1] != "\u{17D2}"
  }

  /// Returns what the Khmer Encoding Structure orders otherwise: coeng da, coeng ro before another
  /// coeng, a sign before a coeng or a shifter, or u below an upper vowel.
  private static func misspelling(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    for (first, second) in zip(scalars, scalars.dropFirst()) {
      switch (first, second) {
      case ("\u{17D2}", "\u{178A}"): return "coeng da"
      case ("\u{17B6}"..."\u{17D1}", "\u{17D2}") where first != "\u{17CC}":
        return "coeng after a vowel or sign"
      case ("\u{17B6}"..."\u{17C8}", "\u{17C9}"..."\u{17CA}"): return "shifter after a vowel"
      case ("\u{17BB}", "\u{17B7}"..."\u{17BA}"), ("\u{17BB}", "\u{17BE}"): return "u under a vowel"
      default: continue
      }
    }
    for index in scalars.indices.dropFirst().dropLast(2)
    where scalars[index - 1] == "\u{17D2}" && scalars[index] == "\u{179A}" {
      if scalars[index + 1] == "\u{17D2}" { return "coeng ro before another" }
    }
    return nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x1780...0x17B3).contains(scalar.value)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    (0x17B4...0x17D3).contains(scalar.value) || scalar.value == 0x17D7 || scalar.value == 0x17DD
  }

  private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isSign(scalar) || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && [.format, .control].contains(scalar.properties.generalCategory)
  }
}
