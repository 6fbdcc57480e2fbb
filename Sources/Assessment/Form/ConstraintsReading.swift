import Source
import Text

/// Reads the `constraints:` of a blueprint.
enum ConstraintsReading {
  private static let keys = [
    "items", "totals", "points", "enemies", "overlap", "difficulty", "balance",
  ]

  /// Returns the constraints, or `nil` where none are written.
  static func constraints(_ parent: YAMLMap) -> BlueprintConstraints? {
    guard let map = parent.map("constraints", keys: keys, required: false) else { return nil }
    var constraints = BlueprintConstraints()
    constraints.items = map.integer("items", in: 1...500, required: false)
      .map { Located($0, at: map.location(of: "items")) }
    constraints.totals = map.maps(
      "totals", keys: BlueprintConstraints.Dimension.allCases.map(\.rawValue) + ["min", "max"],
      required: false
    ).compactMap(total)
    constraints.points = map.map("points", keys: ["min", "max"], required: false)
      .flatMap { limits($0, least: "min", most: "max", in: 0...1_000_000) }
    constraints.enemies = map.maps("enemies", keys: ["items"], required: false)
      .compactMap(enemies)
    constraints.overlap = map.integer("overlap", in: 0...500, required: false)
      .map { Located($0, at: map.location(of: "overlap")) }
    constraints.difficulty = map.map(
      "difficulty", keys: ["mean", "within", "min", "max"], required: false
    ).flatMap(difficulty)
    constraints.balance = map.map("balance", keys: ["points", "difficulty"], required: false)
      .map { balance in
        BlueprintConstraints.Balance(
          points: balance.number("points", in: 0...1_000_000, required: false),
          difficulty: balance.number("difficulty", in: 0...1, required: false),
          location: balance.location)
      }
    return constraints
  }

  private static func total(_ map: YAMLMap) -> BlueprintConstraints.Total? {
    let written = BlueprintConstraints.Dimension.allCases.filter { map.has($0.rawValue) }
    guard written.count == 1, let dimension = written.first else {
      map.collectFinding(
        "bad-constraint", at: map.location, length: 1, FormMessages.oneDimension,
        remedy: FormMessages.oneDimensionRemedy)
      return nil
    }
    let key = dimension.rawValue
    guard let id = map.located(key), isKnown(id, dimension, map),
      let limits = limits(map, least: "min", most: "max", in: 0...500)
    else { return nil }
    return BlueprintConstraints.Total(dimension, id: id, limits: limits)
  }

  /// Cognitive levels and kinds are known here; what else is named is looked up by a rule.
  private static func isKnown(
    _ id: Located<String>, _ dimension: BlueprintConstraints.Dimension, _ map: YAMLMap
  ) -> Bool {
    switch dimension {
    case .cognitive: map.choice("cognitive", as: CognitiveLevel.self) != nil
    case .kind: map.choice("kind", as: InteractionKind.self) != nil
    case .competency, .module, .outcome: true
    }
  }

  private static func enemies(_ map: YAMLMap) -> [Located<String>]? {
    let ids = map.texts("items")
    guard Set(ids.map(\.value)).count > 1 else {
      map.collectFinding(
        "bad-constraint", at: map.location, length: 1, FormMessages.tooFewEnemies,
        remedy: FormMessages.tooFewEnemiesRemedy)
      return nil
    }
    return ids
  }

  private static func difficulty(_ map: YAMLMap) -> BlueprintConstraints.Difficulty? {
    var difficulty = BlueprintConstraints.Difficulty()
    if let mean = map.number("mean", in: 0...1, required: false) {
      let within = map.number("within", in: 0...1, required: false) ?? 0.05
      difficulty.mean = BlueprintConstraints.Limits(
        least: max(0, mean - within), most: min(1, mean + within),
        location: map.location(of: "mean"))
    }
    if map.has("min") || map.has("max") || difficulty.mean == nil {
      difficulty.each = limits(map, least: "min", most: "max", in: 0...1)
    }
    return difficulty.mean == nil && difficulty.each == nil ? nil : difficulty
  }

  private static func limits(
    _ map: YAMLMap, least: String, most: String, in range: ClosedRange<Double>
  ) -> BlueprintConstraints.Limits? {
    let low = map.number(least, in: range, required: false)
    let high = map.number(most, in: range, required: false)
    let isEmpty = !map.has(least) && !map.has(most)
    let isReversed = (low ?? 0) > (high ?? .infinity)
    guard !isEmpty, !isReversed else {
      map.collectFinding(
        "bad-constraint", at: map.location, length: 1, FormMessages.emptyLimits("min, max"),
        remedy: FormMessages.limitsRemedy)
      return nil
    }
    guard low != nil || high != nil else { return nil }
    return BlueprintConstraints.Limits(least: low, most: high, location: map.location)
  }
}
