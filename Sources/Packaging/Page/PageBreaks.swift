import Text

/// Tells a page the words of its Khmer text, for browsers that cannot find them (`breaks.js`).
///
/// The words stand in one text with a space between them, sorted, so that the same page has the same
/// bytes. The script takes the longest known word at each place; a run of letters whose breaks lie
/// elsewhere is told whole, with `|` at its breaks. So a page breaks where the segmenter says, and
/// a text that is put together later breaks where its words are known.
enum PageBreaks {
  /// Returns the data of a page with the words of all that it shows; without, where it has none.
  ///
  /// - Parameters:
  ///   - data: The members of the page's data, whose texts the script may show.
  ///   - html: The page before its data.
  /// - Returns: The data.
  static func added(to data: [(String, PageJSON)], html: String) -> PageJSON {
    let text = text(of: html + PageJSON.object(data).text)
    return .object(data + (text.isEmpty ? [] : [("breaks", .string(text))]))
  }

  /// Returns the words of an HTML page; an empty text where no run of letters has two of them.
  static func text(of html: String) -> String {
    let runs = KhmerRuns.cut(KhmerRuns.phrases(in: html))
    guard runs.contains(where: { !$0.breaks.isEmpty }) else { return "" }
    var words = Set(runs.filter { !$0.breaks.isEmpty }.flatMap(\.words))
    var finder = LongestWords(words)
    for run in runs where run.breaks.isEmpty && !finder.breaks(of: run.letters).isEmpty {
      words.insert(run.letters)
    }
    finder = LongestWords(words)
    let whole = runs.filter { finder.breaks(of: $0.letters) != $0.breaks }
      .map { Array($0.words.joined(separator: [0x7C])) }
    let entries =
      words.sorted { $0.lexicographicallyPrecedes($1) }
      + whole.sorted { $0.lexicographicallyPrecedes($1) }
    return String(decoding: Array(entries.joined(separator: [0x20])), as: UTF16.self)
  }
}

/// Letters of Khmer with nothing between them, in the units that a script counts.
struct KhmerRun: Hashable {
  let letters: [UInt16]
  /// Where it may break, in units from its start, ascending.
  let breaks: [Int]

  /// The parts between the breaks.
  var words: [[UInt16]] {
    zip([0] + breaks, breaks + [letters.count]).map { Array(letters[$0..<$1]) }
  }
}

/// Finds runs of Khmer letters in a page, and where they break.
enum KhmerRuns {
  /// What an author types between words where the breaks are to be the author's.
  private static let zeroWidthSpace: UInt16 = 0x200B
  private static let space: UInt16 = 0x20

  /// Returns the distinct phrases of a page, in its order.
  ///
  /// A phrase is made of letters, zero-width spaces, and single spaces between them, since a name is
  /// known by the title before it. What stands inside of tags is passed over.
  static func phrases(in html: String) -> [[UInt16]] {
    var seen: Set<[UInt16]> = []
    var phrases: [[UInt16]] = []
    var phrase: [UInt16] = []
    var isInTag = false
    func close() {
      while phrase.last == space { phrase.removeLast() }
      if phrase.count > 1, seen.insert(phrase).inserted { phrases.append(phrase) }
      phrase.removeAll(keepingCapacity: true)
    }
    for unit in html.utf16 {
      let isSpace = unit == space && !phrase.isEmpty && phrase.last != space
      if !isInTag, isLetter(unit) || unit == zeroWidthSpace || isSpace {
        phrase.append(unit)
        continue
      }
      if !phrase.isEmpty { close() }
      if unit == 0x3C { isInTag = true }
      if unit == 0x3E { isInTag = false }
    }
    close()
    return phrases
  }

  /// Returns the distinct runs of phrases, each with the breaks of the place where it is first.
  ///
  /// What the author divided with zero-width spaces is left out: nobody else divides it.
  ///
  /// The segmenter is asked once, about all of them: asking has its price. The mark that ends a
  /// sentence keeps them apart.
  static func cut(_ phrases: [[UInt16]]) -> [KhmerRun] {
    let text = String(decoding: Array(phrases.joined(separator: [0x17D4])), as: UTF16.self)
    var breaks: Set<Int> = []
    var end = 0
    for piece in LineWrapping.pieces(text) {
      end += piece.utf16.count
      breaks.insert(end)
    }
    var seen: Set<[UInt16]> = []
    var runs: [KhmerRun] = []
    var start = 0
    for phrase in phrases {
      for stretch in phrase.split(separator: space) {
        let letters = Array(stretch)
        if !letters.contains(zeroWidthSpace), seen.insert(letters).inserted {
          let own = (1..<letters.count).filter {
            breaks.contains(start + $0) && mayBreak(letters, at: $0)
          }
          runs.append(KhmerRun(letters: letters, breaks: own))
        }
        start += letters.count { $0 != zeroWidthSpace }
        start += 1  // The space or the mark behind it.
      }
    }
    return runs
  }

  /// Tells whether a unit belongs into a run: `RUN` of breaks.js.
  static func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x1780...0x17D3, 0x17D7, 0x17DC, 0x17DD, 0x200C, 0x200D, 0x2060: true
    default: false
    }
  }

  /// A word begins with a consonant or an independent vowel, and no sign asks for one before it;
  /// so no break splits a syllable, whatever the segmenter says.
  private static func mayBreak(_ letters: [UInt16], at place: Int) -> Bool {
    (0x1780...0x17B3).contains(letters[place]) && letters[place - 1] != 0x17D2
  }
}

/// Finds breaks in the way of breaks.js: the longest known word at each place.
struct LongestWords {
  private let words: Set<[UInt16]>
  private let longest: Int

  init(_ words: Set<[UInt16]>) {
    self.words = words
    longest = words.map(\.count).max() ?? 0
  }

  /// Returns where a run may break: between two known words.
  func breaks(of run: [UInt16]) -> [Int] {
    var breaks: [Int] = []
    var isAfterWord = false
    var start = 0
    while start < run.count {
      let length = length(in: run, at: start)
      if length > 0, isAfterWord { breaks.append(start) }
      isAfterWord = length > 0
      start += max(1, length)
    }
    return breaks
  }

  private func length(in run: [UInt16], at start: Int) -> Int {
    let most = min(longest, run.count - start)
    guard most > 0 else { return 0 }
    for length in stride(from: most, to: 0, by: -1)
    where words.contains(Array(run[start..<start + length])) {
      return length
    }
    return 0
  }
}
