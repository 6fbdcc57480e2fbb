import Source
import Text

/// What the readers of the three programme files share.
struct ProgrammeReader {
  let map: YAMLMap
  let file: SourceFile
  let collector: DiagnosticCollector

  static let sharedKeys = ["title", "sources", "approval", "review"]

  /// Opens a file, or gives `nil` after a finding.
  init?(_ file: SourceFile, keys: [String], collector: DiagnosticCollector) {
    guard
      let map = YAMLReading.map(
        file, keys: Self.sharedKeys + keys, format: ProgrammeLoading.format, collector: collector)
    else { return nil }
    self.map = map
    self.file = file
    self.collector = collector
  }

  var title: LocalizedText { map.localized("title") ?? LocalizedText(same: "") }

  /// The works that the file cites, the first of each id.
  func sources() -> [CitedSource] {
    unique(
      map.maps("sources", keys: ["id", "title", "checked"], required: false).compactMap { entry in
        guard let id = entry.text("id"), let title = entry.localized("title"),
          let checked = entry.located("checked")
        else { return nil }
        if CalendarDate(checked.value) == nil { badDate(checked) }
        return CitedSource(
          id: id, title: title, checked: checked.value, location: entry.location(of: "id"))
      }, id: \.id, location: \.location)
  }

  /// What the file says of itself.
  func status() -> Programme.FileStatus {
    var approval: Approval?
    if let entry = map.map("approval", keys: ["by", "date", "reference"], required: false),
      let by = entry.text("by"), let date = entry.located("date"),
      let reference = entry.text("reference")
    {
      if CalendarDate(date.value) == nil { badDate(date) }
      approval = Approval(by: by, date: date.value, reference: reference)
    }
    let known = Language.allCases.map(\.rawValue)
    let review = map.texts("review", required: false).compactMap { text -> Language? in
      if let language = Language(rawValue: text.value) { return language }
      unknown("unknown-value", text, ProgrammeMessages.unknownLanguage(text.value), known: known)
      return nil
    }
    return Programme.FileStatus(
      location: SourceLocation(file: file.path, line: 1), approval: approval, review: Set(review))
  }

  // MARK: Figures

  /// Returns a whole number with where it comes from, written as `{value: 20, basis: assumption}`.
  func whole(
    _ key: String, of entry: YAMLMap, in range: ClosedRange<Int>, sources: [CitedSource],
    required: Bool = true
  ) -> Figure<Int>? {
    guard let figure = entry.map(key, keys: ["value", "basis", "source"], required: required),
      let value = figure.integer("value", in: range)
    else { return nil }
    return Figure(value, basis(of: figure, sources: sources))
  }

  /// Returns a share from 0 to 1 with where it comes from.
  func share(
    _ key: String, of entry: YAMLMap, sources: [CitedSource], required: Bool = true,
    mayBeZero: Bool = true
  ) -> Figure<Double>? {
    guard let figure = number(key, of: entry, sources: sources, required: required) else {
      return nil
    }
    guard (0...1).contains(figure.value), mayBeZero || figure.value > 0, figure.high ?? 0 <= 1
    else {
      entry.map(key, keys: Self.rangeKeys)?.report(
        "impossible-number", at: "value", ProgrammeMessages.noShare(key, figure.value),
        remedy: ProgrammeMessages.shareRemedy)
      return nil
    }
    return figure
  }

  /// Returns a number with where it comes from.
  func number(
    _ key: String, of entry: YAMLMap, sources: [CitedSource], required: Bool = true
  ) -> Figure<Double>? {
    guard let figure = entry.map(key, keys: Self.rangeKeys, required: required),
      let value = figure.number("value", in: 0...1_000_000)
    else { return nil }
    let low = figure.number("low", in: 0...1_000_000, required: false)
    let high = figure.number("high", in: 0...1_000_000, required: false)
    let basis = basis(of: figure, sources: sources)
    guard (low == nil) == (high == nil), low ?? value <= value, value <= high ?? value else {
      figure.report(
        "impossible-range", at: low == nil ? "high" : "low", ProgrammeMessages.badRange(key),
        remedy: ProgrammeMessages.rangeRemedy)
      return Figure(value, basis)
    }
    return Figure(value, basis, low: low, high: high)
  }

  /// The keys of a number that may have a range.
  private static let rangeKeys = ["value", "low", "high", "basis", "source"]

  /// Returns dates with where they come from.
  func window(
    _ key: String, of entry: YAMLMap, sources: [CitedSource]
  ) -> Figure<DateWindow>? {
    guard
      let figure = entry.map(key, keys: ["from", "to", "basis", "source"], required: false),
      let from = figure.located("from"), let to = figure.located("to")
    else { return nil }
    let basis = basis(of: figure, sources: sources)
    let first = CalendarDate(from.value)
    let last = CalendarDate(to.value)
    if first == nil { badDate(from) }
    if last == nil { badDate(to) }
    guard let first, let last else { return nil }
    guard let window = DateWindow(from: first, to: last) else {
      add("dates-out-of-order", to, ProgrammeMessages.endsBefore, ProgrammeMessages.endsRemedy)
      return nil
    }
    return Figure(window, basis)
  }

  /// Returns where a figure comes from; a figure that does not say counts as an assumption.
  func basis(of figure: YAMLMap, sources: [CitedSource]) -> Basis {
    let written = figure.located("basis", required: false)
    let source = figure.located("source", required: false)
    if let written, written.value != "assumption" {
      unknown(
        "unknown-value", written, ProgrammeMessages.unknownBasis(written.value),
        known: ["assumption"])
    }
    guard (written == nil) != (source == nil) else {
      let place = Located("", at: written?.location ?? figure.location)
      add(
        "no-basis", place,
        written == nil ? ProgrammeMessages.noBasis : ProgrammeMessages.twoBases,
        ProgrammeMessages.basisRemedy)
      return .assumption
    }
    guard let source else { return .assumption }
    let known = sources.map(\.id)
    if !known.contains(source.value) {
      unknown(
        "unknown-reference", source,
        ProgrammeMessages.unknownReference(source.value, ProgrammeMessages.source), known: known)
    }
    return .source(source.value)
  }

  // MARK: Findings

  /// Returns the entries without those whose id was used before, each of which is a finding.
  func unique<Entry, ID: Hashable>(
    _ entries: [Entry], id: (Entry) -> ID, location: (Entry) -> SourceLocation
  ) -> [Entry] {
    var first: [ID: SourceLocation] = [:]
    return entries.filter { entry in
      guard let place = first[id(entry)] else {
        first[id(entry)] = location(entry)
        return true
      }
      let here = location(entry)
      collector.add(
        file.diagnostic(
          "duplicate-id", line: here.line, column: here.column,
          length: "\(id(entry))".unicodeScalars.count,
          ProgrammeMessages.duplicate("\(id(entry))"),
          remedy: ProgrammeMessages.duplicateRemedy,
          related: [.init(location: place, message: ProgrammeMessages.firstHere)]))
      return false
    }
  }

  func badDate(_ text: Located<String>) {
    add(
      "bad-date", text, ProgrammeMessages.badDate(text.value), ProgrammeMessages.dateRemedy)
  }

  func unknown(
    _ code: String, _ text: Located<String>, _ message: LocalizedText, known: [String]
  ) {
    add(
      code, text, message,
      ProgrammeMessages.known(known, suggestion: Suggestion.nearest(to: text.value, in: known)))
  }

  func add(
    _ code: String, _ text: Located<String>,
    _ message: LocalizedText, _ remedy: LocalizedText, severity: Severity = .error
  ) {
    collector.add(
      file.diagnostic(
        code, severity, line: text.location.line, column: text.location.column,
        length: max(1, text.value.unicodeScalars.count), message, remedy: remedy))
  }
}
