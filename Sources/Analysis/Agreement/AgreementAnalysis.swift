package import Psychometrics
package import Text

/// Says how far raters agree: rows are subjects, columns raters.
package struct AgreementAnalysis: Sendable {
  /// The measure.
  package enum Statistic: String, Sendable, Hashable, CaseIterable {
    /// Two raters. See `CohenKappa`.
    case kappa
    /// As many raters for each subject. See `FleissKappa`.
    case fleiss
    /// Any number of raters, with missing ratings. See `KrippendorffAlpha`.
    case krippendorff
    /// Numbers. See `IntraclassCorrelation`.
    case icc
  }

  /// What is asked for.
  package struct Request: Sendable {
    /// The measure.
    package var statistic: Statistic
    /// What a disagreement of two raters counts, for kappa.
    package var weights = CohenKappa.Weights.unweighted
    /// What the difference of two ratings means, for Krippendorff's alpha.
    package var metric = KrippendorffAlpha.Metric.nominal
    /// Whether rows are raters and columns subjects.
    package var isTransposed = false
    /// How many draws make the interval of alpha.
    package var samples = 2000
    /// The seed of chance.
    package var seed: UInt64 = 1
    /// The column of codes, which is no rater; `nil` for one called `id`.
    package var id: String?
    /// Columns to pass over.
    package var ignored: [String] = []

    /// Creates a request with the defaults that the answer prints.
    package init(statistic: Statistic) {
      self.statistic = statistic
    }
  }

  /// The ratings: for each subject what each rater said, `nil` where nothing.
  struct Ratings {
    var subjects: [[String?]]
    var raters: Int
    /// Whether decimals follow a comma.
    var hasDecimalComma: Bool

    /// The number that a rating says, or `nil`.
    func number(_ text: String) -> Double? {
      let bytes = Array(text.utf8)[...]
      guard
        case .number(let value) = CellNumber.read(bytes, hasDecimalComma: hasDecimalComma)
      else { return nil }
      return value
    }
  }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - request: What is asked for.
  ///   - language: The language of what programs read as text.
  ///   - collector: Receives what is wrong with the data.
  /// - Returns: The answer, or `nil` where the data cannot be compared.
  package static func answer(
    _ path: String, _ request: Request, language: Language, collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    guard let file = TableFile.open(path, collector: collector) else { return nil }
    return answer(file, request, language: language, collector: collector)
  }

  /// Answers a request on a file whose header is known.
  package static func answer(
    _ file: TableFile, _ request: Request, language: Language, collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    guard let ratings = ratings(file, request, collector) else { return nil }
    var view = AgreementView(request: request, language: language, raters: ratings.raters)
    view.subjects = ratings.subjects.count
    switch request.statistic {
    case .kappa: return kappa(ratings, &view, file.path, collector)
    case .fleiss: return fleiss(ratings, &view)
    case .krippendorff: return krippendorff(ratings, &view, file.path, collector)
    case .icc: return icc(ratings, &view, file.path, collector)
    }
  }

  private static func ratings(
    _ file: TableFile, _ request: Request, _ collector: DiagnosticCollector
  ) -> Ratings? {
    let id =
      request.id.map { file.columns([$0], option: "--id", collector: collector) }
      ?? file.column("id").map { [$0] } ?? []
    let ignored = file.columns(request.ignored, option: "--ignore", collector: collector)
    guard !collector.diagnostics.hasErrors else { return nil }
    let kinds = file.header.indices.map { place -> ColumnKind in
      id.contains(place) || ignored.contains(place) || file.header[place].isEmpty
        ? .skipped : .label
    }
    guard let table = file.read(kinds, collector: collector) else { return nil }
    let columns = kinds.indices.filter { kinds[$0] == .label }.map { place -> [String?] in
      let labels = table.labels(place)
      return labels.codes.map { code in
        let text = labels.texts[Int(code)]
        return text.isEmpty || text == "NA" ? nil : text
      }
    }
    let rows = (0..<table.rowCount).map { row in columns.map { $0[row] } }
    let subjects = request.isTransposed ? columns : rows
    let raters = request.isTransposed ? table.rowCount : columns.count
    guard raters > 1 else {
      collector.add(AgreementWords.oneRater(file.path, isTransposed: request.isTransposed))
      return nil
    }
    return Ratings(
      subjects: subjects, raters: raters, hasDecimalComma: file.separator == 0x3B)
  }

  // MARK: Measures

  /// The categories in their order: by number where all are numbers, otherwise by their bytes.
  private static func categories(_ ratings: Ratings) -> [String] {
    let texts = Set(ratings.subjects.joined().compactMap { $0 })
    let numbers = texts.compactMap { text in ratings.number(text).map { (text, $0) } }
    if numbers.count == texts.count {
      return numbers.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.0)
    }
    return texts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func kappa(
    _ ratings: Ratings, _ view: inout AgreementView, _ path: String,
    _ collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    guard ratings.raters == 2 else {
      collector.add(AgreementWords.notTwoRaters(ratings.raters, path))
      return nil
    }
    let categories = categories(ratings)
    let places = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
    let pairs = ratings.subjects.compactMap { row -> (Int, Int)? in
      guard let one = row[0].flatMap({ places[$0] }), let two = row[1].flatMap({ places[$0] })
      else { return nil }
      return (one, two)
    }
    view.leaveOut(ratings.subjects.count - pairs.count)
    view.categories = categories
    let result = CohenKappa(pairs, categories: categories.count, weights: request(view).weights)
    return view.answer(
      result.value, result.interval,
      [
        ("observed", AgreementWords.observed, result.observed.value),
        ("expected", AgreementWords.expected, result.expected.value),
        ("standardError", ItemResponseWords.error, result.standardError.value),
      ])
  }

  private static func fleiss(_ ratings: Ratings, _ view: inout AgreementView) -> AnalysisAnswer {
    let categories = categories(ratings)
    let whole = ratings.subjects.filter { $0.allSatisfy { $0 != nil } }
    view.leaveOut(ratings.subjects.count - whole.count)
    view.categories = categories
    let counts = whole.map { row in
      categories.map { category in row.count { $0 == category } }
    }
    let result = FleissKappa(counts: counts)
    return view.answer(
      result.value, result.interval,
      [
        ("z", LocalizedText(same: "z"), result.z.value),
        ("standardError", ItemResponseWords.error, result.standardError.value),
      ])
  }

  private static func krippendorff(
    _ ratings: Ratings, _ view: inout AgreementView, _ path: String,
    _ collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    let categories = categories(ratings)
    var values: [String: Double] = [:]
    if request(view).metric == .nominal {
      for (place, category) in categories.enumerated() { values[category] = Double(place) }
    } else {
      let odd = categories.filter { ratings.number($0) == nil }
      guard odd.isEmpty else {
        collector.add(AgreementWords.notNumbers(odd, path))
        return nil
      }
      for category in categories { values[category] = ratings.number(category) }
    }
    let rows = ratings.subjects.map { row in row.compactMap { $0.flatMap { values[$0] } } }
    let result = KrippendorffAlpha(rows, metric: request(view).metric)
    view.leaveOut(ratings.subjects.count - result.units)
    if request(view).metric == .nominal { view.categories = categories }
    var generator = SeededGenerator(seed: request(view).seed, purpose: "krippendorff")
    let interval = KrippendorffAlpha.interval(
      rows, metric: request(view).metric, samples: request(view).samples, using: &generator)
    return view.answer(result.value, interval, [])
  }

  private static func icc(
    _ ratings: Ratings, _ view: inout AgreementView, _ path: String,
    _ collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    let odd = Set(ratings.subjects.joined().compactMap { $0 }).filter { ratings.number($0) == nil }
      .sorted()
    guard odd.isEmpty else {
      collector.add(AgreementWords.notNumbers(odd, path))
      return nil
    }
    let whole = ratings.subjects.compactMap { row -> [Double]? in
      let own = row.compactMap { $0.flatMap(ratings.number) }
      return own.count == row.count ? own : nil
    }
    view.leaveOut(ratings.subjects.count - whole.count)
    return view.answer(IntraclassCorrelation(whole).values)
  }

  private static func request(_ view: AgreementView) -> Request { view.request }
}
