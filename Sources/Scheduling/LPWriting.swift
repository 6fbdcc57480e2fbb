extension ScheduleInstance {
  /// Returns the instance as a mixed-integer program in the CPLEX LP format.
  ///
  /// Variables: `y_s_w` session s is held in week w; `x_t_s_w` trainer t teaches it then; `L` the
  /// largest load. Sessions count province by province from 1; the comments at the head name them.
  /// The part of the cost that locked trainers make is in the program, as fixed variables. What an
  /// earlier schedule asks is not: the program is the question without it.
  package func linearProgram() -> String {
    var plain = self
    plain.earlier = nil
    return LPWriting(instance: plain).text()
  }
}

/// Writes one program.
///
/// Format: IBM ILOG CPLEX file formats, LP; GLPK reference manual, appendix C.
private struct LPWriting {
  let instance: ScheduleInstance
  private var modules: Int { instance.modules.count }

  func text() -> String {
    var lines = ["\\ Schedule: sessions (s), weeks (w), trainers (t)"]
    for (index, trainer) in instance.trainers.enumerated() {
      lines.append("\\ t\(index + 1): \(comment(trainer.id))")
    }
    var goal = ["\(number(instance.weights.largestTrainerLoad)) L"]
    var rows: [String] = []
    var binaries: [String] = []
    var byTrainerWeek: [[Int]: [String]] = [:]
    var byTrainer: [Int: [String]] = [:]
    let locked = Dictionary(
      uniqueKeysWithValues: instance.locked.map { ([$0.province, $0.module], $0) })
    var fixed: [String] = []
    for province in instance.provinces.indices {
      for module in instance.modules.indices {
        let session = province * modules + module + 1
        lines.append(
          "\\ s\(session): \(comment(instance.provinces[province].id)), "
            + comment(instance.modules[module]))
        let lock = locked[[province, module]]
        var weeks: [String] = []
        for week in 1...max(1, instance.weeks) where isOpen(province, week) {
          let held = "y_\(session)_\(week)"
          weeks.append(held)
          binaries.append(held)
          if let lock, lock.week == week { fixed.append("\(held) = 1") }
          var all: [String] = []
          var women: [String] = []
          for (index, trainer) in instance.trainers.enumerated() {
            guard trainer.competent.contains(module), trainer.availableWeeks.contains(week),
              let distance = trainer.travel[province]
            else { continue }
            let teaches = "x_\(index + 1)_\(session)_\(week)"
            binaries.append(teaches)
            all.append(teaches)
            if trainer.isWoman { women.append(teaches) }
            byTrainerWeek[[index, week], default: []].append(teaches)
            byTrainer[index, default: []].append(teaches)
            let cost = distance * instance.weights.travelKm
            if cost != 0 { goal.append("\(number(cost)) \(teaches)") }
            if let lock, lock.week == week, lock.trainers.contains(index) {
              fixed.append("\(teaches) = 1")
            }
          }
          rows.append(
            sum(all + ["-\(instance.rules.trainersPerSession) \(held)"]) + " = 0")
          if instance.rules.minimumWomenPerSession > 0 {
            rows.append(
              sum(women + ["-\(instance.rules.minimumWomenPerSession) \(held)"]) + " >= 0")
          }
        }
        if weeks.isEmpty {
          // No week is open: a row that nothing satisfies.
          rows.append("L <= -1")
        } else {
          rows.append(sum(weeks) + " = 1")
        }
        if instance.rules.modulesInOrder, module > 0 {
          // For each week: the module lies beyond it only where the one before lies before.
          for week in 1...max(1, instance.weeks) {
            let later = (1...week).filter { isOpen(province, $0) }.map { "y_\(session)_\($0)" }
            if later.isEmpty { continue }
            let earlier = (1..<max(1, week)).filter { isOpen(province, $0) }.map {
              "-1 y_\(session - 1)_\($0)"
            }
            rows.append(sum(later + earlier) + " <= 0")
          }
        }
      }
    }
    for (_, names) in byTrainerWeek.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      rows.append(
        sum(names) + " <= \(instance.rules.maximumSessionsPerTrainerAndWeek)")
    }
    for (_, names) in byTrainer.sorted(by: { $0.key < $1.key }) {
      rows.append(sum(names + ["-1 L"]) + " <= 0")
    }
    rows += fixed
    lines += ["Minimize", " cost: " + sum(goal), "Subject To"]
    lines += rows.enumerated().map { " c\($0.offset + 1): \($0.element)" }
    lines += ["Bounds", " L >= 0", "General", " L", "Binary"]
    lines += binaries.map { " " + $0 }
    lines += ["End", ""]
    return lines.joined(separator: "\n")
  }

  private func isOpen(_ province: Int, _ week: Int) -> Bool {
    !instance.provinces[province].closedWeeks.contains(week)
  }

  /// A sum of terms, a few on a line, since solvers limit the length of lines.
  private func sum(_ terms: [String]) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      if index > 0 {
        text += index % 8 == 0 ? "\n   " : " "
        if !term.hasPrefix("-") { text += "+ " }
      }
      text += term.hasPrefix("-") ? "- " + term.dropFirst() : term
    }
    return text
  }

  /// A text that cannot end a comment.
  private func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
