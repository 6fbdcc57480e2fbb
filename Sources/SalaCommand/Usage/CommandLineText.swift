import Text

/// A command line as one line of text, with the place of each of its words.
struct CommandLineText {
  /// The line, as a shell would take it.
  let text: String
  /// Where each word begins, in scalars from 0; the words after the program's name.
  let starts: [Int]
  /// How many scalars each word takes.
  let lengths: [Int]

  /// Writes a command line.
  ///
  /// - Parameter arguments: The words after the program's name.
  init(_ arguments: [String]) {
    var text = "sala"
    var starts: [Int] = []
    var lengths: [Int] = []
    for argument in arguments {
      let word = Self.quoted(argument)
      text += " "
      starts.append(text.unicodeScalars.count)
      lengths.append(word.unicodeScalars.count)
      text += word
    }
    self.text = text
    self.starts = starts
    self.lengths = lengths
  }

  /// Returns a word as a shell takes it: in single quotes where it holds more than plain letters.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.value > 0x7F || scalar.properties.isAlphabetic
          || ("0"..."9").contains(scalar) || "-_./=,:@%+".unicodeScalars.contains(scalar)
      }
    if isPlain { return word }
    var inner = ""
    for scalar in word.unicodeScalars {
      if scalar == "'" { inner += #"'\''"# } else { inner.unicodeScalars.append(scalar) }
    }
    return "'" + inner + "'"
  }

  /// What of the line is shown, and which part of it the caret underlines.
  struct Shown: Equatable {
    var text: String
    /// From 1, in scalars.
    var column: Int
    var length: Int
  }

  /// Returns the line around a word, cut to what fits on one line of the terminal.
  ///
  /// - Parameters:
  ///   - word: The number of the word, from 0; `nil` means the place after the last one.
  ///   - width: The columns that it may take.
  /// - Returns: The part that is shown.
  func shown(word: Int?, width: Int) -> Shown {
    let scalars = Array(text.unicodeScalars)
    let start: Int
    let length: Int
    if let word, starts.indices.contains(word) {
      (start, length) = (starts[word], lengths[word])
    } else {
      (start, length) = (scalars.count + 1, 1)
    }
    var columns = scalars.map { DisplayWidth.columns(of: $0) }
    columns.append(contentsOf: [1, 1])
    func taken(_ range: Range<Int>) -> Int {
      columns[max(0, range.lowerBound)..<min(columns.count, range.upperBound)].reduce(0, +)
    }
    let room = max(12, width)
    if taken(0..<columns.count) <= room {
      let padded = start > scalars.count ? text + " " : text
      return Shown(text: padded, column: start + 1, length: length)
    }
    // The bad word stays, as far as it fits; what stood before and after it gives way.
    var end = min(columns.count, start + length)
    while end > start + 1, taken(start..<end) > room - 4 { end -= 1 }
    var from = start
    while from > 0, taken(from - 1..<end) <= room - 4 { from -= 1 }
    var until = min(end, scalars.count)
    while until < scalars.count, taken(from..<until + 1) <= room - 4 { until += 1 }
    var result = String.UnicodeScalarView()
    if from > 0 { result.append(contentsOf: "… ".unicodeScalars) }
    let lead = result.count
    result.append(contentsOf: scalars[from..<until])
    if start >= scalars.count { result.append(" ") }
    if until < scalars.count { result.append(contentsOf: " …".unicodeScalars) }
    return Shown(
      text: String(result), column: lead + start - from + 1, length: max(1, end - start))
  }
}
