/// Turns text line by line, as it comes in, for `sala text`.
///
/// A value that is fed bytes and gives lines: one line in, one line out. A line end stays as it
/// was (`\\n` or `\\r\\n`); the last line gets one where it lacks it. A byte-order mark at the very
/// beginning goes.
package struct TextLines {
  /// What is made of a line.
  package enum Task: Sendable, Hashable {
    /// The line in its normal form.
    case normalise
    /// The faults of the line; nothing is written.
    case check
    /// Its words, numbers, marks and spaces, with `|` between them.
    case segment
    /// Its syllables, with `|` between them.
    case syllables
  }

  /// What is made of each line.
  package let task: Task
  /// How many lines have been read.
  package private(set) var lineCount = 0
  /// How many errors have been found.
  package private(set) var errorCount = 0

  private let segmenter: KhmerSegmenter
  private let name: String
  private var rest: [UInt8] = []

  /// The longest line that a finding shows, in scalars.
  private static let longestExcerpt = 200

  /// Creates it.
  ///
  /// - Parameters:
  ///   - task: What to make of each line.
  ///   - segmenter: What divides Khmer into words.
  ///   - name: What findings call the text.
  package init(_ task: Task, segmenter: KhmerSegmenter = .standard, name: String = "-") {
    self.task = task
    self.segmenter = segmenter
    self.name = name
  }

  /// Takes bytes, and gives the lines that are whole and the findings in them.
  package mutating func take(
    _ bytes: some Collection<UInt8>, line: (String) -> Void, finding: (Diagnostic) -> Void
  ) {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      rest.append(contentsOf: bytes[start..<end])
      finishLine(line: line, finding: finding)
      start = bytes.index(after: end)
    }
    rest.append(contentsOf: bytes[start...])
  }

  /// Gives the last line, where no line end follows it.
  package mutating func finish(line: (String) -> Void, finding: (Diagnostic) -> Void) {
    if !rest.isEmpty { finishLine(line: line, finding: finding) }
  }

  private mutating func finishLine(line: (String) -> Void, finding: (Diagnostic) -> Void) {
    if lineCount == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    lineCount += 1
    let isReturned = rest.last == 0x0D
    if isReturned { rest.removeLast() }
    let text: String
    if let valid = String(validating: rest, as: UTF8.self) {
      text = valid
    } else {
      errorCount += 1
      finding(TextLineMessages.invalid(SourceLocation(file: name, line: lineCount)))
      text = String(decoding: rest, as: UTF8.self)
    }
    rest.removeAll(keepingCapacity: rest.count < 1 << 16)
    let end = isReturned ? "\r\n" : "\n"
    switch task {
    case .normalise: line(Khmer.normalised(text) + end)
    case .check: check(text, finding)
    case .segment: line(segmenter.parts(text).joined(separator: "|") + end)
    case .syllables: line(Self.syllables(text).joined(separator: "|") + end)
    }
  }

  /// The syllables without zero-width spaces, which are a separator themselves.
  private static func syllables(_ text: String) -> [String] {
    Khmer.syllables(text).filter { $0.unicodeScalars.contains { $0.value != 0x200B } }
  }

  private mutating func check(_ text: String, _ finding: (Diagnostic) -> Void) {
    let faults = Khmer.faults(in: text)
    guard !faults.isEmpty else { return }
    let isShort = text.unicodeScalars.prefix(Self.longestExcerpt + 1).count <= Self.longestExcerpt
    for fault in faults {
      errorCount += 1
      finding(
        Diagnostic(
          fault.kind.rawValue,
          at: SourceLocation(file: name, line: lineCount, column: fault.offset + 1),
          TextMessages.fault(fault.kind), remedy: TextMessages.remedy(fault.kind),
          excerpt: isShort ? text : "", length: fault.length))
    }
  }
}

/// The messages of `TextLines`.
enum TextLineMessages {
  static func invalid(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-utf8", at: place,
      LocalizedText(
        en: "The line holds bytes that are not UTF-8.", km: "បន្ទាត់នេះមានបៃដែលមិនមែនជា UTF-8។"),
      remedy: LocalizedText(
        en: "Save the text as UTF-8; each such place is written as \u{FFFD}.",
        km: "សូមរក្សាទុកអត្ថបទជា UTF-8។ កន្លែងទាំងនោះត្រូវបានសរសេរជា \u{FFFD}។"))
  }
}
