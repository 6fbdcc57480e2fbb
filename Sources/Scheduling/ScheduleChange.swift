/// One difference between an earlier schedule and a later one.
package enum ScheduleChange: Sendable, Hashable {
  /// A session takes place in another week.
  case moved(province: Int, module: Int, from: Int, to: Int)
  /// A trainer is new to a session, in the place of others who left it.
  case joined(province: Int, module: Int, trainer: Int, insteadOf: [Int])

  /// Returns the changes from one schedule to another, in the order of provinces and modules.
  ///
  /// A trainer who leaves is part of the change of the one who comes; one who leaves without
  /// anyone coming is no change of its own, for the number of trainers is fixed.
  package static func between(
    _ earlier: [ScheduledSession], _ later: [ScheduledSession]
  ) -> [Self] {
    var old: [[Int]: ScheduledSession] = [:]
    for session in earlier { old[[session.province, session.module]] = session }
    var changes: [Self] = []
    for session in later {
      guard let before = old[[session.province, session.module]] else { continue }
      if before.week != session.week {
        changes.append(
          .moved(
            province: session.province, module: session.module, from: before.week,
            to: session.week))
      }
      let left = before.trainers.filter { !session.trainers.contains($0) }
      for trainer in session.trainers where !before.trainers.contains(trainer) {
        changes.append(
          .joined(
            province: session.province, module: session.module, trainer: trainer, insteadOf: left))
      }
    }
    return changes
  }
}
