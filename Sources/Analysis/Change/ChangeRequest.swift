import Psychometrics
package import Text

/// What `sala analyse change` is asked.
package struct ChangeRequest: Sendable {
  /// The table: a row for each person.
  package var path: String
  /// The column of scores before.
  package var pre: String
  /// The column of scores after.
  package var post: String
  /// The column of people's codes; a column called `id` where it is `nil`.
  package var id: String?
  /// The columns that part people into groups.
  package var by: [String] = []
  /// The column of clusters, such as trainers or events.
  package var cluster: String?
  /// The column of the order in which forms were taken.
  package var form: String?
  /// The columns of the language before and after.
  package var languages: (pre: String, post: String)?
  /// How often is drawn for bootstrap intervals; 0 for none.
  package var draws = 2000
  /// The seed of the draws.
  package var seed: UInt64 = 1
  /// The highest possible score; the highest that was seen where it is `nil`.
  package var maximum: Double?
  /// The lowest possible score; zero, or the lowest that was seen below it, where it is `nil`.
  package var minimum: Double?
  /// The cut score, at or above which a person passes.
  package var cut: Double?
  /// The reliability of the test, for the reliable change index.
  package var reliability: Double?

  /// Creates a request.
  package init(path: String, pre: String, post: String) {
    self.path = path
    self.pre = pre
    self.post = post
  }

  /// Reads the table and reckons; gives `nil` with findings where that cannot be.
  package func run(_ collector: DiagnosticCollector) -> ChangeResult? {
    guard let file = TableFile.open(path, collector: collector) else { return nil }
    guard let scores = ChangeTable(self, file, collector) else { return nil }
    for (limit, isHigh, option) in [(maximum, true, "--maximum"), (minimum, false, "--minimum")] {
      guard let limit else { continue }
      let beyond = [scores.pre, scores.post].joined().count { isHigh ? $0 > limit : $0 < limit }
      if beyond > 0 { collector.add(ChangeWords.beyond(beyond, limit, option, path)) }
    }
    return collector.diagnostics.hasErrors ? nil : ChangeResult(self, scores)
  }
}

/// The columns of a table that the analysis of change needs.
struct ChangeTable: Sendable {
  let rowCount: Int
  let pre: [Double]
  let post: [Double]
  /// The names and the values of the grouping columns.
  let by: [(name: String, labels: NumberTable.Labels)]
  let cluster: NumberTable.Labels?
  let form: NumberTable.Labels?
  /// For each row whether the language changed, `nil` where it is not known.
  let switched: [Bool?]?

  init?(_ request: ChangeRequest, _ file: TableFile, _ collector: DiagnosticCollector) {
    func place(_ name: String?, _ option: String) -> Int? {
      name.flatMap { file.columns([$0], option: option, collector: collector).first }
    }
    let pre = place(request.pre, "--pre")
    let post = place(request.post, "--post")
    let id = request.id == nil ? file.column("id") : place(request.id, "--id")
    let by = file.columns(request.by, option: "--by", collector: collector)
    let cluster = place(request.cluster, "--cluster")
    let form = place(request.form, "--form")
    let before = place(request.languages?.pre, "--language-pre")
    let after = place(request.languages?.post, "--language-post")
    guard !collector.diagnostics.hasErrors, let pre, let post else { return nil }
    guard pre != post else {
      collector.add(ChangeWords.sameColumn(request.pre, request.path))
      return nil
    }
    var kinds = [ColumnKind](repeating: .skipped, count: file.header.count)
    if let id { kinds[id] = .id }
    for place in by + [cluster, form, before, after].compactMap(\.self) { kinds[place] = .label }
    for place in [pre, post] {
      guard kinds[place] == .skipped else {
        collector.add(ChangeWords.twoRoles(file.header[place], request.path))
        return nil
      }
      kinds[place] = .number
    }
    guard let table = file.read(kinds, collector: collector) else { return nil }
    if let id, kinds[id] == .id, let twice = table.repeated(id) {
      let labels = table.labels(id)
      collector.add(
        ChangeWords.idTwice(
          labels.texts[Int(labels.codes[twice.first])], rows: twice, request.path))
      return nil
    }
    rowCount = table.rowCount
    self.pre = table.numbers(pre).expanded
    self.post = table.numbers(post).expanded
    self.by = by.map { (file.header[$0], table.labels($0)) }
    self.cluster = cluster.map(table.labels)
    self.form = form.map(table.labels)
    if let before, let after {
      let (first, second) = (table.labels(before), table.labels(after))
      switched = first.codes.indices.map { row in
        let (one, other) = (
          first.texts[Int(first.codes[row])], second.texts[Int(second.codes[row])]
        )
        return one.isEmpty || other.isEmpty ? nil : one != other
      }
    } else {
      switched = nil
    }
  }

  /// Returns for each row the number of its group, and each group's values, in the order of the
  /// values; `nil` where there are too many groups.
  func groups() -> (codes: [Int], values: [[String]])? {
    var size = 1
    for column in by {
      let (product, isTooLarge) = size.multipliedReportingOverflow(by: column.labels.texts.count)
      guard !isTooLarge, product <= 1 << 20 else { return nil }
      size = product
    }
    var codes = [Int](repeating: 0, count: rowCount)
    for column in by {
      let count = column.labels.texts.count
      for row in codes.indices { codes[row] = codes[row] * count + Int(column.labels.codes[row]) }
    }
    var isUsed = [Bool](repeating: false, count: size)
    for code in codes { isUsed[code] = true }
    var numbers = [Int](repeating: -1, count: size)
    var values: [[String]] = []
    for code in isUsed.indices where isUsed[code] {
      numbers[code] = values.count
      var rest = code
      var texts: [String] = []
      for column in by.reversed() {
        let count = column.labels.texts.count
        texts.append(column.labels.texts[rest % count])
        rest /= count
      }
      values.append(texts.reversed())
    }
    return (codes.map { numbers[$0] }, values)
  }
}
