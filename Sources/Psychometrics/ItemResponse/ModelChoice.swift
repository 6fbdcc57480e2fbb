extension ItemResponseFit {
  /// The fewest people for a model, below which a simpler one is taken.
  ///
  /// Sources: Linacre (1994), Rasch Measurement Transactions 7, 328 (30 for Rasch, within a logit);
  /// Drasgow (1989), Applied Psychological Measurement 13, 77–90 (200 for two parameters), taken for
  /// graded steps too.
  package static func fewest(_ model: Model) -> Int {
    model.hasCommonSlope ? 30 : 200
  }

  /// How many people a model should have; with fewer its errors are large.
  ///
  /// Sources: Linacre (1994) as above (100 for Rasch, within half a logit); de Ayala (2009), The
  /// Theory and Practice of Item Response Theory, chapter 5 (500 for two parameters); Choi, Cook and
  /// Dodd (1997), Journal of Outcome Measurement 1, 114–142 (250 for partial credit); Reise and Yu
  /// (1990), Journal of Educational Measurement 27, 133–144 (500 for graded steps).
  package static func advised(_ model: Model) -> Int {
    switch model {
    case .rasch: 100
    case .partialCredit: 250
    case .twoParameter, .graded: 500
    }
  }

  /// The fewest answers in a category for its steps to stay in place.
  ///
  /// Source: Linacre (2002), Journal of Applied Measurement 3, 85–106.
  package static let fewestInCategory = 10

  /// Chooses the model that so many people are enough for.
  ///
  /// - Parameters:
  ///   - asked: The model that was asked for.
  ///   - people: How many people there are.
  ///   - fewest: What to take for the fewest people; `nil` for `fewest(_:)` of each model.
  /// - Returns: The model, or `nil` where there are too few for any.
  package static func suited(_ asked: Model, people: Int, fewest: Int? = nil) -> Model? {
    if people >= fewest ?? Self.fewest(asked) { return asked }
    let simpler: Model
    switch asked {
    case .twoParameter: simpler = .rasch
    case .graded: simpler = .partialCredit
    case .rasch, .partialCredit: return nil
    }
    return people >= Self.fewest(simpler) ? simpler : nil
  }
}
