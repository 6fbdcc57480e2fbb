import Scheduling

/// Checks a schedule against an instance's own words, with nothing of the solver.
struct ScheduleCheck {
  let instance: ScheduleInstance
  let sessions: [ScheduledSession]

  /// Every rule that is broken; empty for a schedule that keeps all.
  var faults: [String] {
    var faults: [String] = []
    let rules = instance.rules
    var week: [[Int]: Int] = [:]
    var inWeek: [[Int]: Int] = [:]
    for session in sessions {
      let name = "p\(session.province) m\(session.module) w\(session.week)"
      if week[[session.province, session.module]] != nil { faults.append("\(name): twice") }
      week[[session.province, session.module]] = session.week
      if session.week < 1 || session.week > instance.weeks { faults.append("\(name): no week") }
      if instance.provinces[session.province].closedWeeks.contains(session.week) {
        faults.append("\(name): closed")
      }
      if session.trainers.count != rules.trainersPerSession
        || Set(session.trainers).count != session.trainers.count
      {
        faults.append("\(name): trainers")
      }
      let women = session.trainers.filter { instance.trainers[$0].isWoman }.count
      if women < rules.minimumWomenPerSession { faults.append("\(name): women") }
      for index in session.trainers {
        let trainer = instance.trainers[index]
        if !trainer.competent.contains(session.module) { faults.append("\(name): competence") }
        if !trainer.availableWeeks.contains(session.week) { faults.append("\(name): not free") }
        if trainer.travel[session.province] == nil { faults.append("\(name): no way") }
        inWeek[[index, session.week], default: 0] += 1
      }
    }
    if sessions.count != instance.provinces.count * instance.modules.count {
      faults.append("\(sessions.count) sessions")
    }
    for (place, count) in inWeek where count > rules.maximumSessionsPerTrainerAndWeek {
      faults.append("t\(place[0]) w\(place[1]): \(count) sessions")
    }
    if rules.modulesInOrder {
      for province in instance.provinces.indices {
        for module in instance.modules.indices.dropFirst() {
          guard let here = week[[province, module]], let before = week[[province, module - 1]]
          else { continue }
          if here <= before { faults.append("p\(province) m\(module): order") }
        }
      }
    }
    for locked in instance.locked {
      let kept = sessions.contains {
        $0.province == locked.province && $0.module == locked.module && $0.week == locked.week
          && Set(locked.trainers).isSubset(of: $0.trainers)
      }
      if !kept { faults.append("p\(locked.province) m\(locked.module): lock") }
    }
    return faults
  }

  /// What the schedule costs, counted anew.
  var cost: Double {
    var load: [Int: Int] = [:]
    var travel = 0.0
    for session in sessions {
      for trainer in session.trainers {
        load[trainer, default: 0] += 1
        travel += instance.trainers[trainer].travel[session.province] ?? .infinity
      }
    }
    return travel * instance.weights.travelKm
      + Double(load.values.max() ?? 0) * instance.weights.largestTrainerLoad
  }
}
