import Document
package import Scheduling
package import Text

/// Reads instances of the scheduling problem, answers, and settled sessions from JSON.
///
/// Everything that is wrong is found in one pass. Keys that are not known are warned of and left
/// aside, for other programs may write more than is needed here.
package struct ScheduleReading {
  private let path: String
  private let collector: DiagnosticCollector

  private typealias Words = ScheduleReadingMessages

  /// The largest sizes that are read.
  package enum Limit {
    /// Weeks of a calendar.
    package static let weeks = 520
    /// Modules.
    package static let modules = 60
    /// Provinces.
    package static let provinces = 500
    /// Trainers.
    package static let trainers = 2000
    /// Kilometres of a way, and the size of a weight.
    package static let number = 1_000_000.0
    /// Places of the largest table: sessions by trainers, and trainers by weeks.
    package static let table = 4_000_000
  }

  /// Creates a reader of one file.
  ///
  /// - Parameters:
  ///   - path: The path that findings show.
  ///   - collector: Receives the findings.
  package init(path: String, collector: DiagnosticCollector) {
    self.path = path
    self.collector = collector
  }

  // MARK: Findings

  private func error(_ code: String, _ message: LocalizedText, _ remedy: LocalizedText) {
    collector.add(Diagnostic(code, .error, at: SourceLocation(file: path), message, remedy: remedy))
  }

  private func warn(_ code: String, _ message: LocalizedText, _ remedy: LocalizedText) {
    collector.add(
      Diagnostic(code, .warning, at: SourceLocation(file: path), message, remedy: remedy))
  }

  private func object(_ value: JSONValue?, at place: String) -> JSONObject? {
    if let object = value?.objectValue { return object }
    error("wrong-kind", Words.wrongKind(place, Words.anObject), Words.formatRemedy)
    return nil
  }

  private func list(_ value: JSONValue?, at place: String, most: Int) -> [JSONValue]? {
    guard let list = value?.arrayValue else {
      error("wrong-kind", Words.wrongKind(place, Words.aList), Words.formatRemedy)
      return nil
    }
    guard list.count <= most else {
      error(
        "too-large", Words.tooMany(place, list.count, most: most), Words.sizeRemedy)
      return nil
    }
    return list
  }

  private func whole(
    _ value: JSONValue?, at place: String, in range: ClosedRange<Int>, fallback: Int? = nil
  ) -> Int? {
    if value == nil || value == .null, let fallback { return fallback }
    guard let number = value?.intValue, range.contains(number) else {
      error(
        "impossible-number", Words.notWhole(place, range.lowerBound, range.upperBound),
        Words.formatRemedy)
      return nil
    }
    return number
  }

  private func number(_ value: JSONValue?, at place: String, fallback: Double) -> Double? {
    if value == nil || value == .null { return fallback }
    guard let number = value?.doubleValue, number >= 0, number <= Limit.number else {
      error("impossible-number", Words.notNumber(place), Words.formatRemedy)
      return nil
    }
    return number
  }

  private func know(_ object: JSONObject, _ keys: [String], at place: String) {
    for key in object.keys where !keys.contains(key) {
      warn(
        "unknown-key", Words.unknownKey(place, key),
        Words.unknownRemedy(Suggestion.nearest(to: key, in: keys)))
    }
  }

  /// Returns ids in order, each once; an entry is a text or an object with an `id`.
  private func ids(_ entries: [JSONValue], at place: String) -> [String] {
    var seen: Set<String> = []
    return entries.enumerated().compactMap { index, entry in
      guard let id = entry.stringValue ?? entry["id"]?.stringValue, !id.isEmpty,
        id.utf8.count <= 200
      else {
        error("wrong-kind", Words.noId("\(place)[\(index)]"), Words.formatRemedy)
        return nil
      }
      guard seen.insert(id).inserted else {
        error("duplicate-id", Words.duplicate(place, id), Words.duplicateRemedy)
        return nil
      }
      return id
    }
  }

  private func weeks(_ value: JSONValue?, at place: String, last: Int) -> Set<Int>? {
    guard let list = list(value, at: place, most: 10_000) else { return nil }
    var result: Set<Int> = []
    for entry in list {
      guard let week = entry.intValue, week >= 1 else {
        error("impossible-number", Words.notWeek(place), Words.formatRemedy)
        return nil
      }
      if week > last {
        warn("week-outside", Words.weekOutside(place, week, last: last), Words.weekRemedy)
      } else {
        result.insert(week)
      }
    }
    return result
  }

  // MARK: Instance

  /// Reads an instance, or gives `nil` after findings.
  package func instance(_ text: String) -> ScheduleInstance? {
    guard let value = JSONValue.parse(text, depthLimit: 16) else {
      error("not-json", Words.notJSON, Words.jsonRemedy)
      return nil
    }
    guard let root = object(value, at: Words.whole) else { return nil }
    know(
      root,
      [
        "weeks", "modules", "provinces", "trainers", "rules", "objective", "locked", "id", "title",
        "name", "seed", "synthetic", "note", "description", "format",
      ], at: Words.whole)
    let weeks = whole(root["weeks"], at: "weeks", in: 1...Limit.weeks)
    let moduleList = list(root["modules"], at: "modules", most: Limit.modules)
    let provinceList = list(root["provinces"], at: "provinces", most: Limit.provinces)
    let trainerList = list(root["trainers"], at: "trainers", most: Limit.trainers)
    let rules = rules(root["rules"])
    let weights = weights(root["objective"])
    guard let weeks, let moduleList, let provinceList, let trainerList else { return nil }
    let modules = ids(moduleList, at: "modules")
    let provinceIds = ids(provinceList, at: "provinces")
    let trainerIds = ids(trainerList, at: "trainers")
    if modules.isEmpty { error("empty", Words.empty("modules"), Words.formatRemedy) }
    if provinceIds.isEmpty { error("empty", Words.empty("provinces"), Words.formatRemedy) }
    let table = max(
      modules.count * provinceIds.count * max(1, trainerIds.count), weeks * trainerIds.count,
      modules.count * provinceIds.count * weeks)
    if table > Limit.table || weeks * trainerIds.count > 250_000 {
      error("too-large", Words.tooLarge, Words.sizeRemedy)
    }
    guard !collector.diagnostics.hasErrors, let rules, let weights else { return nil }
    let provinces = provinceList.enumerated().map { index, entry in
      province(entry, at: "provinces[\(index)]", weeks: weeks)
    }
    let trainers = trainerList.enumerated().compactMap { index, entry in
      trainer(
        entry, at: "trainers[\(index)]", weeks: weeks, modules: modules, provinces: provinceIds,
        needsSex: rules.minimumWomenPerSession > 0)
    }
    guard !collector.diagnostics.hasErrors else { return nil }
    var instance = ScheduleInstance(
      weeks: weeks, modules: modules, provinces: provinces, trainers: trainers)
    instance.rules = rules
    instance.weights = weights
    if let locked = root["locked"], !locked.isNull {
      instance.locked = sessions(locked, at: "locked", of: instance)
      ScheduleLocks(instance: instance).findings(path: path).forEach(collector.add)
    }
    return collector.diagnostics.hasErrors ? nil : instance
  }

  private func rules(_ value: JSONValue?) -> ScheduleInstance.Rules? {
    var rules = ScheduleInstance.Rules()
    guard let value, !value.isNull else { return rules }
    guard let map = object(value, at: "rules") else { return nil }
    know(
      map,
      [
        "trainersPerSession", "minimumWomenPerSession", "maximumSessionsPerTrainerAndWeek",
        "modulesInOrder",
      ], at: "rules")
    let count = whole(
      map["trainersPerSession"], at: "rules.trainersPerSession", in: 1...50, fallback: 2)
    let women = whole(
      map["minimumWomenPerSession"], at: "rules.minimumWomenPerSession", in: 0...50,
      fallback: min(1, count ?? 1))
    let weekly = whole(
      map["maximumSessionsPerTrainerAndWeek"], at: "rules.maximumSessionsPerTrainerAndWeek",
      in: 1...50, fallback: 1)
    if let order = map["modulesInOrder"], !order.isNull {
      if let flag = order.boolValue {
        rules.modulesInOrder = flag
      } else {
        error(
          "wrong-kind", Words.wrongKind("rules.modulesInOrder", Words.aFlag), Words.formatRemedy)
      }
    }
    guard let count, let women, let weekly else { return nil }
    if women > count {
      error("impossible-number", Words.moreWomen(women, count), Words.formatRemedy)
      return nil
    }
    rules.trainersPerSession = count
    rules.minimumWomenPerSession = women
    rules.maximumSessionsPerTrainerAndWeek = weekly
    return rules
  }

  private func weights(_ value: JSONValue?) -> ScheduleInstance.Weights? {
    var weights = ScheduleInstance.Weights()
    guard let value, !value.isNull else { return weights }
    guard let map = object(value, at: "objective") else { return nil }
    know(map, ["travelKm", "largestTrainerLoad"], at: "objective")
    let travel = number(map["travelKm"], at: "objective.travelKm", fallback: weights.travelKm)
    let load = number(
      map["largestTrainerLoad"], at: "objective.largestTrainerLoad",
      fallback: weights.largestTrainerLoad)
    guard let travel, let load else { return nil }
    weights.travelKm = travel
    weights.largestTrainerLoad = load
    return weights
  }

  private func province(
    _ entry: JSONValue, at place: String, weeks last: Int
  ) -> ScheduleInstance.Province {
    var province = ScheduleInstance.Province(
      id: entry.stringValue ?? entry["id"]?.stringValue ?? "")
    if let object = entry.objectValue {
      know(object, ["id", "closedWeeks", "title", "name"], at: place)
      if let closed = object["closedWeeks"], !closed.isNull {
        province.closedWeeks = weeks(closed, at: place + ".closedWeeks", last: last) ?? []
      }
    }
    return province
  }

  private func trainer(
    _ entry: JSONValue, at place: String, weeks last: Int, modules: [String],
    provinces: [String], needsSex: Bool
  ) -> ScheduleInstance.Trainer? {
    guard let map = object(entry, at: place) else { return nil }
    know(
      map, ["id", "sex", "competent", "availableWeeks", "travelKm", "title", "name"], at: place)
    var trainer = ScheduleInstance.Trainer(
      id: map["id"]?.stringValue ?? "", isWoman: false, competent: Set(modules.indices),
      availableWeeks: Set(1...last), travel: provinces.map { _ in 0 })
    switch map["sex"]?.stringValue {
    case "female", "f", "woman": trainer.isWoman = true
    case "male", "m", "man", "other": break
    case nil where map["sex"] == nil || map["sex"] == .null:
      if needsSex { warn("no-sex", Words.noSex(trainer.id), Words.sexRemedy) }
    default: error("unknown-value", Words.unknownSex(place), Words.sexRemedy)
    }
    if let value = map["competent"], !value.isNull,
      let list = list(value, at: place + ".competent", most: 1000)
    {
      trainer.competent = Set(
        list.compactMap { reference($0, in: modules, at: place + ".competent") })
    }
    if let value = map["availableWeeks"], !value.isNull {
      trainer.availableWeeks = weeks(value, at: place + ".availableWeeks", last: last) ?? []
    }
    if let value = map["travelKm"], !value.isNull,
      let distances = object(value, at: place + ".travelKm")
    {
      var ways = [String: JSONValue](minimumCapacity: provinces.count)
      for member in distances.members {
        if provinces.contains(member.key) {
          ways[member.key] = member.value
        } else {
          unknown(member.key, known: provinces, at: place + ".travelKm")
        }
      }
      trainer.travel = provinces.map { province in
        guard let value = ways[province] else {
          warn("no-distance", Words.noDistance(trainer.id, province), Words.distanceRemedy)
          return 0
        }
        // No way at all: the trainer does not go there.
        if value.isNull { return nil }
        return number(value, at: "\(place).travelKm.\(province)", fallback: 0)
      }
    }
    return trainer
  }

  private func unknown(_ id: String, known: [String], at place: String) {
    error(
      "unknown-reference", Words.unknownId(place, id),
      Words.referenceRemedy(Suggestion.nearest(to: id, in: known)))
  }

  private func reference(_ value: JSONValue?, in known: [String], at place: String) -> Int? {
    guard let id = value?.stringValue else {
      error("wrong-kind", Words.noId(place), Words.formatRemedy)
      return nil
    }
    if let index = known.firstIndex(of: id) { return index }
    unknown(id, known: known, at: place)
    return nil
  }

  // MARK: Sessions

  /// Reads sessions: a list, or an answer with `sessions`.
  ///
  /// - Returns: The sessions, or `nil` after findings.
  package func sessions(_ text: String, of instance: ScheduleInstance) -> [ScheduledSession]? {
    guard let value = JSONValue.parse(text, depthLimit: 16) else {
      error("not-json", Words.notJSON, Words.jsonRemedy)
      return nil
    }
    let found = sessions(value["sessions"] ?? value, at: "sessions", of: instance)
    return collector.diagnostics.hasErrors ? nil : found
  }

  private func sessions(
    _ value: JSONValue, at place: String, of instance: ScheduleInstance
  ) -> [ScheduledSession] {
    guard let list = list(value, at: place, most: 100_000) else { return [] }
    let provinces = instance.provinces.map(\.id)
    let trainers = instance.trainers.map(\.id)
    var seen: Set<[Int]> = []
    return list.enumerated().compactMap { index, entry in
      let here = "\(place)[\(index)]"
      guard let map = object(entry, at: here) else { return nil }
      let province = reference(map["province"], in: provinces, at: here + ".province")
      let module = reference(map["module"], in: instance.modules, at: here + ".module")
      let week = whole(map["week"], at: here + ".week", in: 1...instance.weeks)
      var taught: [Int] = []
      for value in map["trainers"]?.arrayValue ?? [] {
        guard let trainer = reference(value, in: trainers, at: here + ".trainers") else { continue }
        if taught.contains(trainer) {
          error(
            "duplicate-id", Words.duplicate(here, trainers[trainer]), Words.duplicateRemedy)
        } else {
          taught.append(trainer)
        }
      }
      guard let province, let module, let week else { return nil }
      guard seen.insert([province, module]).inserted else {
        error(
          "duplicate-id",
          Words.duplicate(place, "\(provinces[province]) \(instance.modules[module])"),
          Words.duplicateRemedy)
        return nil
      }
      return ScheduledSession(
        province: province, module: module, week: week, trainers: taught.sorted())
    }
  }
}

/// Checks that settled sessions keep the rules, since they stay as they are.
package struct ScheduleLocks {
  private let instance: ScheduleInstance

  /// Creates a check of an instance's locked sessions.
  package init(instance: ScheduleInstance) { self.instance = instance }

  /// Returns what the settled sessions break, one finding each.
  package func findings(path: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ session: ScheduledSession, _ fault: LocalizedText) {
      found.append(
        Diagnostic(
          "locked-breaks-rule", .error, at: SourceLocation(file: path),
          ScheduleReadingMessages.lock(
            instance.provinces[session.province].id, instance.modules[session.module],
            session.week, fault),
          remedy: ScheduleReadingMessages.lockRemedy))
    }
    typealias Words = ScheduleReadingMessages
    var used: [[Int]: Int] = [:]
    for session in instance.locked {
      if instance.provinces[session.province].closedWeeks.contains(session.week) {
        add(session, Words.closed)
      }
      let men = session.trainers.count { !instance.trainers[$0].isWoman }
      let rules = instance.rules
      if session.trainers.count > rules.trainersPerSession { add(session, Words.tooManyTrainers) }
      if men > rules.trainersPerSession - rules.minimumWomenPerSession {
        add(session, Words.tooFewWomen)
      }
      for index in session.trainers {
        let trainer = instance.trainers[index]
        if !trainer.competent.contains(session.module) {
          add(session, Words.notCompetent(trainer.id))
        }
        if !trainer.availableWeeks.contains(session.week) {
          add(session, Words.notFree(trainer.id))
        }
        if trainer.travel[session.province] == nil { add(session, Words.noWay(trainer.id)) }
        used[[index, session.week], default: 0] += 1
        if used[[index, session.week]] == rules.maximumSessionsPerTrainerAndWeek + 1 {
          add(session, Words.tooOften(trainer.id))
        }
      }
    }
    guard instance.rules.modulesInOrder else { return found }
    for (index, session) in instance.locked.enumerated() {
      for other in instance.locked[(index + 1)...] where other.province == session.province {
        if (session.module < other.module) != (session.week < other.week)
          || session.week == other.week
        {
          add(other, Words.outOfOrder(instance.modules[session.module]))
        }
      }
    }
    return found
  }
}
