import Archive
import Glibc
import Inspection
import QuestionFormats
import Text

/// One run over inputs of the same kind; each method returns the exit code.
struct FuzzRun {
  /// Ends the process where one input takes longer than this, in seconds: that is a hang.
  static let longest: UInt32 = 20

  let first: Int
  let count: Int
  let seed: UInt64
  /// Whether the first input is written to standard output, and nothing is read.
  let isWriting: Bool

  private var indices: Range<Int> { first..<(first + count) }

  /// Reads changed files of a question format.
  func read(_ format: QuestionFormat) -> Int32 {
    let corpus = FuzzCorpus(format: format, seed: seed)
    if isWriting { return corpus.input(first).files.map { write($0.bytes) }.max() ?? 0 }
    var items = 0
    var findings = 0
    var wrong = 0
    for index in indices {
      alarm(Self.longest)
      let bank = QuestionFormats.read(corpus.input(index), format: format)
      items += bank.items.count
      findings += bank.findings.count
      // Every question that was seen is an item or lost whole.
      if bank.count != bank.items.count + bank.lost.count(where: \.isWhole) { wrong += 1 }
    }
    print(
      "\(format.rawValue): \(count) inputs, \(items) items, \(findings) findings, \(wrong) miscounted"
    )
    return wrong == 0 ? 0 : 1
  }

  /// Judges changed packages: each has to end in a verdict that goes with its findings, and every
  /// hundredth in the same one twice.
  func inspect(_ kind: InspectionCorpus.Kind) -> Int32 {
    let corpus = InspectionCorpus(kind: kind, seed: seed)
    if isWriting { return write(corpus.input(first)) }
    var verdicts: [InspectionVerdict: Int] = [:]
    var wrong = 0
    for index in indices {
      alarm(Self.longest)
      let source = corpus.source(index)
      let report = Inspection.inspect(source)
      verdicts[report.verdict, default: 0] += 1
      let isSound = report.findings.hasErrors == (report.verdict != .conformant)
      let isSame = index % 100 != 0 || Inspection.inspect(source) == report
      if !isSound || !isSame || report.findings.count > InspectionReport.mostFindings { wrong += 1 }
    }
    let counted = InspectionVerdict.allCases.map { "\(verdicts[$0] ?? 0) \($0.rawValue)" }
    print("\(kind.rawValue): \(count) inputs, \(counted.joined(separator: ", ")), \(wrong) wrong")
    return wrong == 0 ? 0 : 1
  }

  private func write(_ bytes: [UInt8]) -> Int32 {
    Glibc.write(STDOUT_FILENO, bytes, bytes.count) == bytes.count ? 0 : 1
  }
}
