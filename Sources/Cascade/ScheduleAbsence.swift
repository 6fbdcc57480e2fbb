package import Scheduling

/// A trainer who cannot teach after all, in all weeks or in some.
package struct ScheduleAbsence: Sendable, Hashable {
  /// The trainer, by place in the instance.
  package let trainer: Int
  /// The weeks, from 1; `nil` means all.
  package let weeks: Set<Int>?

  /// Reads `t3`, `t3:5` or `t3:5-8,10`.
  ///
  /// - Returns: `nil` where there is no such trainer, or where the weeks are none of the calendar.
  package init?(_ text: String, of instance: ScheduleInstance) {
    if let index = instance.trainers.firstIndex(where: { $0.id == text }) {
      trainer = index
      weeks = nil
      return
    }
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let id = String(text[..<colon])
    guard let index = instance.trainers.firstIndex(where: { $0.id == id }) else { return nil }
    var found: Set<Int> = []
    for part in text[text.utf8.index(after: colon)...].split(
      separator: ",", omittingEmptySubsequences: false)
    {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first >= 1, first <= last, last <= instance.weeks
      else { return nil }
      found.formUnion(first...last)
    }
    trainer = index
    weeks = found
  }

  /// Takes the weeks from the trainer.
  package func apply(to instance: inout ScheduleInstance) {
    if let weeks {
      instance.trainers[trainer].availableWeeks.subtract(weeks)
    } else {
      instance.trainers[trainer].availableWeeks = []
    }
  }
}
