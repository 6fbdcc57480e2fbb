package import Psychometrics
package import Text

/// Says what scores on one form are worth on another.
package struct EquatingAnalysis: Sendable {
  /// How.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// See `LinearEquating.Method`.
    case mean, linear, tucker, levine
    /// The same for true scores.
    case levineTrue = "levine-true"
    /// By a straight line to the anchor and another one from it.
    case chained
    /// See `Equipercentile.braunHolland`.
    case braunHolland = "braun-holland"
    /// By ranks in equivalent groups.
    case equipercentile
    /// By ranks in one population made of both groups.
    case frequencyEstimation = "frequency-estimation"
    /// By ranks to the anchor and from it.
    case chainedEquipercentile = "chained-equipercentile"
    /// See `CircleArc`.
    case circleArc = "circle-arc"
    /// See `ScaleLinking.Method`.
    case meanMean = "mean-mean"
    /// See `ScaleLinking.Method`.
    case meanSigma = "mean-sigma"
    /// See `ScaleLinking.Method`.
    case haebara
    /// See `ScaleLinking.Method`.
    case stockingLord = "stocking-lord"

    /// Whether items that both groups answered are needed.
    package var needsAnchor: Bool {
      switch self {
      case .mean, .linear, .equipercentile, .circleArc: false
      default: true
      }
    }

    /// The linking of scales of ability, or `nil` for methods of totals.
    var linking: ScaleLinking.Method? { ScaleLinking.Method(rawValue: rawValue) }

    /// Whether only whole scores will do.
    var needsWholeScores: Bool {
      switch self {
      case .equipercentile, .frequencyEstimation, .chainedEquipercentile, .braunHolland: true
      default: false
      }
    }
  }

  /// What is asked for.
  package struct Request: Sendable {
    /// How.
    package var method: Method
    /// The columns of the anchor; `nil` for those that both files have.
    package var anchor: [String]?
    /// Whether the anchor is part of the totals.
    package var isInternal = true
    /// The divisor of variances.
    package var divisor = SpreadDivisor.sample
    /// The weight of the group that took X in the population of both.
    package var weight = 1.0
    /// The rule for scores that nobody has.
    package var zero = ZeroFrequencies.upper
    /// The highest score of both forms; `nil` for the highest that anybody has, or the items allow.
    package var highest: Int?
    /// The model of the methods that link scales of ability.
    package var model = ItemResponseFit.Model.twoParameter
    /// The abilities at which curves are compared.
    package var grid = ScaleLinking.CriterionGrid()
    /// How often people are drawn anew for the errors; 0 for none.
    package var samples = 200
    /// The seed of chance.
    package var seed: UInt64 = 1
    /// The fewest people of a group; `nil` for what the model needs.
    package var fewest: Int?

    /// Creates a request with the defaults that the answer prints.
    package init(method: Method) {
      self.method = method
    }
  }

  let request: Request
  let x: Form
  let y: Form

  /// One form with the people who took it.
  struct Form: Sendable {
    var path: String
    var totals: [Double]
    var anchors: [Double]
    /// The highest score that the items allow, or that anybody has.
    var highest: Double
    var leftOut: Int
    var input: ItemTable
    /// The columns of the anchor.
    var anchorNames: [String]
    /// The highest score of the anchor.
    var anchorHighest: Double
    /// Whether the file has a column of totals.
    var hasTotals: Bool
  }

  /// Answers a request.
  ///
  /// A column called `total` is the people's total; without one the total is the sum of the items.
  ///
  /// - Parameters:
  ///   - x: The scores of the people who took X.
  ///   - y: Those of the people who took Y.
  ///   - request: What is asked for.
  ///   - language: The language of what programs read as text.
  ///   - collector: Receives what is wrong with the data.
  /// - Returns: The answer, or `nil` where the data cannot be equated.
  package static func answer(
    x: ItemTable, y: ItemTable, _ request: Request, language: Language,
    collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    guard let anchor = anchor(x, y, request, collector),
      let first = form(x, anchor, request, collector),
      let second = form(y, anchor, request, collector)
    else { return nil }
    let analysis = EquatingAnalysis(request: request, x: first, y: second)
    guard let result = analysis.result(collector) else { return nil }
    return EquatingView(request: request, x: first, y: second, result: result).answer(language)
  }

  // MARK: The data

  private static func anchor(
    _ x: ItemTable, _ y: ItemTable, _ request: Request, _ collector: DiagnosticCollector
  ) -> [String]? {
    if let named = request.anchor {
      var isKnown = true
      for input in [x, y] {
        for name in named where !input.names.contains(name) {
          collector.add(
            TableMessages.noColumn(
              name, option: "--anchor", path: input.table.path,
              suggestion: Suggestion.nearest(to: name, in: input.names), header: input.names))
          isKnown = false
        }
      }
      return isKnown ? named : nil
    }
    let common = x.names.filter { $0.lowercased() != "total" && y.names.contains($0) }
    guard request.method.needsAnchor else { return common }
    guard !common.isEmpty else {
      collector.add(EquatingWords.noAnchor(y.table.path))
      return nil
    }
    return common
  }

  private static func form(
    _ input: ItemTable, _ anchor: [String], _ request: Request, _ collector: DiagnosticCollector
  ) -> Form? {
    let columns = input.items.map { input.table.numbers($0).expanded }
    let total = input.names.firstIndex { $0.lowercased() == "total" }
    let isAnchor = input.names.map { anchor.contains($0) }
    var form = Form(
      path: input.table.path, totals: [], anchors: [], highest: 0, leftOut: 0, input: input,
      anchorNames: anchor, anchorHighest: 0, hasTotals: total != nil)
    let counted = columns.indices.filter { place in
      if let total { return place == total }
      return request.isInternal || !isAnchor[place]
    }
    let parts = columns.indices.filter { isAnchor[$0] }
    for row in 0..<input.table.rowCount {
      let score = counted.reduce(0) { $0 + columns[$1][row] }
      let part = parts.reduce(0) { $0 + columns[$1][row] }
      guard !score.isNaN, !part.isNaN else {
        form.leftOut += 1
        continue
      }
      form.totals.append(score)
      form.anchors.append(part)
    }
    guard form.totals.count > 1 else {
      collector.add(EquatingWords.tooFewPeople(input.table.path))
      return nil
    }
    func most(_ columns: [Double]) -> Double { columns.filter { !$0.isNaN }.max() ?? 0 }
    form.highest = counted.reduce(0) { $0 + most(columns[$1]) }
    form.anchorHighest = parts.reduce(0) { $0 + most(columns[$1]) }
    if let named = request.highest {
      guard Double(named) >= form.totals.max() ?? 0 else {
        collector.add(EquatingWords.aboveHighest(named, input.table.path))
        return nil
      }
      form.highest = Double(named)
    }
    guard form.highest <= 10_000, form.totals.allSatisfy({ $0 >= 0 }) else {
      collector.add(EquatingWords.outOfRange(input.table.path))
      return nil
    }
    if request.method.needsWholeScores {
      guard (form.totals + form.anchors).allSatisfy({ $0.rounded() == $0 }) else {
        collector.add(EquatingWords.notWhole(input.table.path))
        return nil
      }
    }
    return form
  }

  // MARK: The table

  /// What was found.
  struct Result {
    /// For each whole score on X from 0 on, the score on Y.
    var table: [Double]
    var line: (intercept: Double, slope: Double)?
    var errors: [Double]?
    var samplesUsed = 0
    var linking: ScaleLinking?
    var notes = AnswerNotes()
  }

  private func result(_ collector: DiagnosticCollector) -> Result? {
    if request.method.linking != nil { return linked(collector) }
    let all = (Array(x.totals.indices), Array(y.totals.indices))
    switch equated(all.0, all.1) {
    case .undefined(let reason):
      collector.add(EquatingWords.notEquated(StatisticsMessages.reason(reason), x.path))
      return nil
    case .value(let equated):
      var result = Result(table: equated.table, line: equated.line)
      if request.samples > 1 {
        var generator = SeededGenerator(seed: request.seed, purpose: "equating")
        let bootstrap = EquatingErrors.bootstrap(
          x: x.totals.count, y: y.totals.count, samples: request.samples, using: &generator
        ) { self.equated($0, $1).value?.table }
        result.errors = bootstrap?.errors
        result.samplesUsed = bootstrap?.used ?? 0
      }
      return result
    }
  }

  private struct Equated: Sendable, Hashable {
    var table: [Double]
    var intercept: Double?
    var slope: Double?

    var line: (intercept: Double, slope: Double)? {
      guard let intercept, let slope else { return nil }
      return (intercept, slope)
    }
  }

  private var scores: [Double] { (0...Int(x.highest.rounded(.up))).map(Double.init) }

  /// Equates people by their places, some of them perhaps more than once.
  private func equated(_ first: [Int], _ second: [Int]) -> Estimate<Equated> {
    let totals = (first.map { x.totals[$0] }, second.map { y.totals[$0] })
    func straight(_ line: Estimate<LinearEquating>) -> Estimate<Equated> {
      line.map { line in
        Equated(
          table: scores.map(line.equated), intercept: line.intercept, slope: line.slope)
      }
    }
    switch request.method {
    case .mean, .linear:
      return straight(
        LinearEquating.equivalent(
          x: totals.0, y: totals.1, method: request.method == .mean ? .mean : .linear,
          divisor: request.divisor))
    case .circleArc: return arc(totals, first, second)
    case .equipercentile:
      guard let one = distribution(totals.0, x.highest), let two = distribution(totals.1, y.highest)
      else { return .undefined(.noVariation) }
      return .value(
        Equated(table: Equipercentile.table(from: one, to: two, zero: request.zero)))
    default: break
    }
    guard
      let one = AnchoredScores(total: totals.0, anchor: first.map { x.anchors[$0] }),
      let two = AnchoredScores(total: totals.1, anchor: second.map { y.anchors[$0] })
    else { return .undefined(.notFinite) }
    if let method = LinearEquating.Method(rawValue: request.method.rawValue) {
      return straight(
        LinearEquating.anchored(
          x: one, y: two, method: method, weight: request.weight, isInternal: request.isInternal,
          divisor: request.divisor))
    }
    let anchor = Int(max(x.anchorHighest, y.anchorHighest))
    guard
      let jointX = Equipercentile.Joint(one, highest: Int(x.highest), anchor: anchor),
      let jointY = Equipercentile.Joint(two, highest: Int(y.highest), anchor: anchor)
    else { return .undefined(.notFinite) }
    switch request.method {
    case .frequencyEstimation:
      guard let both = Equipercentile.synthetic(x: jointX, y: jointY, weight: request.weight) else {
        return .undefined(.noVariation)
      }
      return .value(
        Equated(table: Equipercentile.table(from: both.x, to: both.y, zero: request.zero)))
    case .braunHolland:
      guard
        let line = Equipercentile.braunHolland(x: jointX, y: jointY, weight: request.weight)
      else { return .undefined(.noVariation) }
      return .value(
        Equated(
          table: scores.map { line.intercept + line.slope * $0 }, intercept: line.intercept,
          slope: line.slope))
    default:
      guard let table = Equipercentile.chained(x: jointX, y: jointY, zero: request.zero) else {
        return .undefined(.noVariation)
      }
      return .value(Equated(table: table))
    }
  }

  private func distribution(_ totals: [Double], _ highest: Double) -> ScoreDistribution? {
    var counts = [Double](repeating: 0, count: Int(highest) + 1)
    for total in totals { counts[Int(total)] += 1 }
    return ScoreDistribution(counts)
  }

  /// The arc; its middle point is the mean of X, equated by means or, with an anchor that was named,
  /// by the chained line.
  private func arc(
    _ totals: ([Double], [Double]), _ first: [Int], _ second: [Int]
  ) -> Estimate<Equated> {
    let middle = totals.0.reduce(0, +) / Double(totals.0.count)
    let line: Estimate<LinearEquating>
    if request.anchor == nil {
      line = LinearEquating.equivalent(x: totals.0, y: totals.1, method: .mean)
    } else if let one = AnchoredScores(total: totals.0, anchor: first.map { x.anchors[$0] }),
      let two = AnchoredScores(total: totals.1, anchor: second.map { y.anchors[$0] })
    {
      line = LinearEquating.anchored(x: one, y: two, method: .chained, divisor: request.divisor)
    } else {
      return .undefined(.notFinite)
    }
    switch line {
    case .undefined(let reason): return .undefined(reason)
    case .value(let line):
      guard
        let arc = CircleArc(
          low: CircleArc.Point(x: 0, y: 0),
          middle: CircleArc.Point(x: middle, y: line.equated(middle)),
          high: CircleArc.Point(x: x.highest, y: y.highest))
      else { return .undefined(.noVariation) }
      return .value(Equated(table: scores.map(arc.equated)))
    }
  }
}
