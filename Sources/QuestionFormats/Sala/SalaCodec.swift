import Archive
import Assessment
import Source
import Text

/// Sala's own plain text: `NAME.items.en.md` and `NAME.items.km.md`, joined by the ids.
enum SalaCodec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    let collector = DiagnosticCollector()
    var bank = QuestionBank()
    for group in groups(input) {
      let english = read(group[.english], .english, collector)
      let khmer = read(group[.khmer], .khmer, collector)
      let items = ItemReading.join(
        english: english, khmer: khmer, languages: [], collector: collector)
      bank.items += items
      // A question is counted once, in whichever languages it stands.
      let known = Set(items.map(\.id))
      var unread: Set<String> = []
      for place in (english?.unread ?? []) + (khmer?.unread ?? [])
      where !known.contains(place.value) && unread.insert(place.value).inserted {
        bank.lost.append(
          QuestionLoss(
            item: place.value, what: FormatMessages.unreadable, isWhole: true,
            location: place.location))
      }
    }
    removeTwins(&bank, collector)
    bank.count = bank.items.count + bank.lost.count
    bank.findings = collector.diagnostics.inReadingOrder
    return bank
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    let kept = items.filter { item in
      Language.allCases.contains { ItemWriting.isWritten(item, in: $0) }
    }
    var files: [ArchiveEntry] = []
    for language in Language.allCases {
      if let text = ItemWriting.text(kept, language: language) {
        files.append(
          ArchiveEntry(
            path: "\(options.name).items.\(language.rawValue).md", bytes: Array(text.utf8)))
      }
    }
    let written = Set(kept.map(\.id))
    let empty = items.filter { !written.contains($0.id) }
    return WrittenQuestions(
      files: files, written: kept.count,
      lost: empty.map {
        QuestionLoss(
          item: $0.id, what: FormatMessages.noText, isWhole: true, location: $0.location)
      })
  }

  // MARK: Files

  /// The files of the input by bank, each with its languages.
  private static func groups(_ input: QuestionInput) -> [[Language: ArchiveEntry]] {
    var names: [String] = []
    var groups: [String: [Language: ArchiveEntry]] = [:]
    for file in input.files where input.files.count == 1 || file.path.hasSuffix(".md") {
      let language =
        SiblingPath.language(of: file.path)
        ?? SourceFile(path: file.path, text: String(decoding: file.bytes, as: UTF8.self)).language
      let name = SiblingPath.path(file.path, in: .english)
      if groups[name] == nil { names.append(name) }
      groups[name, default: [:]][language] = file
    }
    return names.compactMap { groups[$0] }
  }

  private static func read(
    _ file: ArchiveEntry?, _ language: Language, _ collector: DiagnosticCollector
  ) -> ItemReading.BankFile? {
    guard let file,
      let source = SourceFile.exchanged(path: file.path, bytes: file.bytes, collector: collector)
    else { return nil }
    return ItemReading.read(
      source, language: language, requirements: .exchange, collector: collector)
  }

  /// An id that stands twice belongs to the first; the others are lost, and named.
  private static func removeTwins(_ bank: inout QuestionBank, _ collector: DiagnosticCollector) {
    var seen: Set<String> = []
    var kept: [Item] = []
    kept.reserveCapacity(bank.items.count)
    for item in bank.items {
      if seen.insert(item.id).inserted {
        kept.append(item)
        continue
      }
      collector.add(FormatMessages.duplicate(item))
      bank.lost.append(
        QuestionLoss(
          item: item.id, what: FormatMessages.twin, isWhole: true, location: item.location))
    }
    bank.items = kept
  }
}

extension SourceFile {
  /// The largest file of questions that is exchanged, in bytes.
  static let largestExchange = 512 << 20

  /// Creates a file of another system from its bytes, in whatever encoding it is, or adds a finding
  /// and gives `nil`.
  static func exchanged(path: String, bytes: [UInt8], collector: DiagnosticCollector) -> SourceFile?
  {
    SourceFile.decoding(path: path, bytes: bytes, limit: largestExchange, collector: collector)
  }
}
