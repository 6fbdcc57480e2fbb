import Testing

@testable import Text

/// Words against sentences divided by hand, beside what ICU alone gives.
@Suite("The gold set of words")
struct GoldTests {
  /// What a division is worth.
  struct Score: CustomStringConvertible {
    var right = 0
    var found = 0
    var wanted = 0
    var breaks = 0
    var wrongBreaks = 0
    var sentences = 0
    var wrongSentences = 0

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, wanted)) }
    var f1: Double { 2 * precision * recall / max(1e-9, precision + recall) }
    var wrongShare: Double { Double(wrongBreaks) / Double(max(1, breaks)) }

    var description: String {
      func percent(_ value: Double) -> String { NumberText.fixed(value * 100, digits: 1) }
      return "P \(percent(precision)) R \(percent(recall)) F1 \(percent(f1)), breaks inside words "
        + "\(percent(wrongShare)) % (\(wrongBreaks) of \(breaks)), sentences with one "
        + "\(wrongSentences) of \(sentences)"
    }

    /// Adds a sentence; only parts that hold a letter or a digit count as words.
    mutating func add(_ parts: [String], against gold: [String]) {
      func words(_ parts: [String]) -> (Set<Range<Int>>, Set<Int>) {
        var offset = 0
        var words: Set<Range<Int>> = []
        var ends: Set<Int> = []
        for part in parts {
          let end = offset + part.unicodeScalars.count
          if Khmer.holdsWord(part) { words.insert(offset..<end) }
          ends.insert(end)
          offset = end
        }
        return (words, ends)
      }
      let (mine, myEnds) = words(parts)
      let (theirs, theirEnds) = words(gold)
      right += mine.intersection(theirs).count
      found += mine.count
      wanted += theirs.count
      let wrong = myEnds.subtracting(theirEnds).count
      breaks += myEnds.count
      wrongBreaks += wrong
      sentences += 1
      wrongSentences += wrong > 0 ? 1 : 0
    }
  }

  /// What ICU's word iterator alone gives, with zero-width spaces taken out as for ours.
  static func icu(_ text: String) -> [String] {
    let units = Array(text.utf16)
    let bounds = ICUBreaks.words(units)
    return zip(bounds, bounds.dropFirst()).compactMap { start, end in
      let part = units[start..<end].filter { $0 != 0x200B }
      return part.isEmpty ? nil : String(decoding: part, as: UTF16.self)
    }
  }

  @Test("Ours is better than ICU alone, on the half it was tuned on and on the other")
  func better() throws {
    let sentences = try GoldSet.read()
    #expect(sentences.count >= 200)
    for (half, name) in ["tuned on", "held out"].enumerated() {
      var ours = Score()
      var plain = Score()
      var bare = Score()
      let withoutTerms = KhmerSegmenter(protecting: [], besides: TermTrie([]))
      for (index, sentence) in sentences.enumerated() where index % 2 == half {
        // The author's zero-width spaces are the divisions themselves.
        let gold = sentence.parts.map { part in
          String(scalars: part.unicodeScalars.filter { $0.value != 0x200B })
        }
        let parts = KhmerSegmenter.standard.parts(sentence.text)
        #expect(parts.joined() == gold.joined(), "\(sentence.text)")
        ours.add(parts, against: gold)
        bare.add(withoutTerms.parts(sentence.text), against: gold)
        plain.add(Self.icu(sentence.text), against: gold)
      }
      print("gold set, \(name): ours \(ours)")
      print("gold set, \(name): without protected terms \(bare)")
      print("gold set, \(name): ICU  \(plain)")
      #expect(ours.f1 >= 0.95)
      #expect(ours.wrongShare <= 0.01)
      #expect(bare.f1 > plain.f1 + 0.1)
      #expect(ours.f1 > plain.f1)
      #expect(ours.wrongShare < plain.wrongShare)
    }
  }
}
