import Assessment
import Curriculum
import Document
import Source
import Text

/// Plan and summary of practice, as tables.
struct PracticeDocument {
  let curriculum: Curriculum
  let isSynthetic: Bool

  /// Returns what would be asked and why, and what comes back when.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - stopped: The number of questions of a session that was stopped; 0 where there is none.
  /// - Returns: The document.
  func plan(_ plan: PracticePlan, stopped: Int) -> Document {
    var blocks: [Document.Block] = []
    if stopped > 0 { blocks.append(.note(.info, PracticeWords.stopped(stopped))) }
    if plan.chosen.isEmpty {
      blocks.append(.paragraph(PracticeWords.nothingDue(next: plan.next)))
    }
    blocks.append(.table(session(plan)))
    if !plan.left.isEmpty { blocks.append(.paragraph(PracticeWords.left(plan.left.count))) }
    blocks += [.table(later(plan)), .table(byOutcome(plan))]
    return Document(
      title: LocalizedText(
        en: "Practice on \(PracticeWords.date(plan.day))",
        km: "ការហាត់នៅថ្ងៃ \(PracticeWords.date(plan.day))"),
      blocks: blocks, isSynthetic: isSynthetic)
  }

  private func session(_ plan: PracticePlan) -> Table {
    Table(
      id: "session",
      caption: LocalizedText(en: "Questions of the session", km: "សំណួរនៃការហាត់លើកនេះ"),
      columns: [
        Table.Column("number", LocalizedText(en: "no.", km: "ល.រ"), .number),
        Table.Column("question", LocalizedText(en: "question", km: "សំណួរ")),
        Self.outcome,
        Table.Column("why", LocalizedText(en: "why", km: "មូលហេតុ")),
      ],
      rows: plan.chosen.enumerated().map { index, choice in
        [
          .integer(index + 1), .text(choice.item.id), .text(choice.item.outcome.value),
          .localized(PracticeWords.reason(choice.reason)),
        ]
      })
  }

  private func later(_ plan: PracticePlan) -> Table {
    Table(
      id: "later",
      caption: LocalizedText(en: "What comes back later", km: "សំណួរដែលនឹងហាត់ពេលក្រោយ"),
      columns: [
        Table.Column("question", LocalizedText(en: "question", km: "សំណួរ")),
        Self.outcome,
        Table.Column("due", LocalizedText(en: "due on", km: "ថ្ងៃត្រូវហាត់")),
        Table.Column("box", LocalizedText(en: "box", km: "ប្រអប់"), .number),
        Table.Column("rest", LocalizedText(en: "days of rest", km: "ចំនួនថ្ងៃរង់ចាំ"), .number),
      ],
      rows: plan.later.map { rest in
        [
          .text(rest.item.id), .text(rest.item.outcome.value),
          .text(PracticeWords.date(rest.standing.dueDay)), .integer(rest.standing.box),
          .integer(PracticeSpacing.days(box: rest.standing.box)),
        ]
      })
  }

  /// How the questions about each outcome stand.
  private func byOutcome(_ plan: PracticePlan) -> Table {
    let open = plan.chosen + plan.left
    var order: [String] = []
    for item in open.map(\.item) + plan.later.map(\.item) where !order.contains(item.outcome.value)
    {
      order.append(item.outcome.value)
    }
    return Table(
      id: "outcomes", caption: LocalizedText(en: "By outcome", km: "តាមលទ្ធផលសិក្សា"),
      columns: [
        Self.outcome, Self.text,
        Table.Column("due", LocalizedText(en: "due", km: "ដល់ពេលហាត់"), .number),
        Table.Column("new", LocalizedText(en: "new", km: "ថ្មី"), .number),
        Table.Column("resting", LocalizedText(en: "resting", km: "មិនទាន់ដល់ពេល"), .number),
      ],
      rows: order.sorted().map { id in
        let own = open.filter { $0.item.outcome.value == id }
        return [
          .text(id), says(id), .integer(own.count { $0.standing != nil }),
          .integer(own.count { $0.standing == nil }),
          .integer(plan.later.count { $0.item.outcome.value == id }),
        ]
      })
  }

  private static let outcome = Table.Column(
    "outcome", LocalizedText(en: "outcome", km: "លទ្ធផលសិក្សា"))
  private static let text = Table.Column("text", LocalizedText(en: "what it says", km: "ខ្លឹមសារ"))

  private func says(_ outcome: String) -> Table.Cell {
    curriculum.outcome(outcome).map { .localized($0.outcome.text) } ?? .empty
  }

  /// Returns how the session went, by outcome, and what comes next.
  ///
  /// - Parameters:
  ///   - outcomes: The outcome of each question of the session.
  ///   - plan: The plan of the same day after it.
  /// - Returns: The document.
  func summary(_ outcomes: [Outcome], after plan: PracticePlan) -> Document {
    let about = Dictionary(
      curriculum.items.map { ($0.id, $0.outcome.value) }, uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var counts: [String: (right: Int, total: Int)] = [:]
    for outcome in outcomes where outcome.maximum > 0 && !outcome.isPending {
      let id = about[outcome.item] ?? ""
      if counts[id] == nil { order.append(id) }
      let old = counts[id] ?? (0, 0)
      counts[id] = (old.right + (outcome.isCorrect ? 1 : 0), old.total + 1)
    }
    let rows = order.map { id -> [Table.Cell] in
      let count = counts[id] ?? (0, 0)
      let due = dueDay(id, plan)
      return [
        .text(id), says(id), .integer(count.right), .integer(count.total),
        due.map { .text(PracticeWords.date($0)) } ?? .empty,
      ]
    }
    let table = Table(
      id: "outcomes", caption: LocalizedText(en: "By outcome", km: "តាមលទ្ធផលសិក្សា"),
      columns: [
        Self.outcome, Self.text,
        Table.Column("right", LocalizedText(en: "right", km: "ត្រូវ"), .number),
        Table.Column("total", LocalizedText(en: "of", km: "ក្នុងចំណោម"), .number),
        Table.Column("next", LocalizedText(en: "again on", km: "ហាត់ម្តងទៀតថ្ងៃ")),
      ], rows: rows)
    var blocks: [Document.Block] = [.table(table)]
    if !plan.chosen.isEmpty {
      blocks.append(.paragraph(PracticeWords.left(plan.chosen.count + plan.left.count)))
    } else if let next = plan.next {
      blocks.append(.paragraph(PracticeWords.comingBack(next)))
    }
    return Document(
      title: LocalizedText(en: "Practice", km: "ការហាត់"), blocks: blocks, isSynthetic: isSynthetic)
  }

  /// The first day on which a question about an outcome is asked: today where one is open.
  private func dueDay(_ outcome: String, _ plan: PracticePlan) -> Int? {
    let isOpen = (plan.chosen + plan.left).contains { $0.item.outcome.value == outcome }
    if isOpen { return plan.day }
    return plan.later.first { $0.item.outcome.value == outcome }?.standing.dueDay
  }
}
