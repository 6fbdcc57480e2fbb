import Assessment
import LocalServer

/// Takes the form of a question: what is recorded, and which page is next.
struct AnswerTaking {
  let page: QuizPage
  let form: SentForm
  let index: Int
  let sitting: Sitting

  /// What a form comes to.
  enum Result {
    case reply(QuizPage.Reply)
    /// What a person has to correct, and what stands in the fields.
    case problems([AnswerReading.Problem], FieldValues)
    case refused
  }

  private var item: Item { sitting.form.items[index] }
  private var stored: Response? { sitting.attempt.responses[item.id] }

  /// Returns what the form comes to.
  ///
  /// An answer is recorded only where the person changed it: a form that was sent before, or that
  /// lay open while the answer was changed elsewhere, says again what it showed and changes nothing.
  func result(_ state: QuizPageState) -> Result {
    var state = state
    if form.isMarked != form.wasMarked {
      if form.isMarked { state.marked.insert(item.id) } else { state.marked.remove(item.id) }
    }
    var events: [Attempt.Event] = []
    if form.action == .clear {
      if stored != nil { events = [.answered(item: item.id, response: nothing)] }
    } else {
      var values = FieldValues(sent: form.values, isGiven: form.isGiven)
      var takesOrder = form.action == .shown
      if case .move(let option, let step) = form.action {
        guard case .order = item.interaction, let moved = moved(option, step) else {
          return .refused
        }
        values = FieldValues(
          sent: form.values.merging([FieldValues.order: moved]) { $1 }, isGiven: true)
        takesOrder = true
      }
      switch AnswerReading(item: item, values: values, takesOrder: takesOrder).read() {
      case .refused: return .refused
      case .problems(let problems): return .problems(problems, values)
      case .response(let response):
        let isChanged = response != stored && SentForm.short(response) != form.was
        if isChanged { events = [.answered(item: item.id, response: response ?? nothing)] }
      }
    }
    return .reply(reply(events, state))
  }

  private func reply(_ answered: [Attempt.Event], _ state: QuizPageState) -> QuizPage.Reply {
    var state = state
    var events = answered
    let isAnswered = sitting.attempt.after(answered).responses[item.id] != nil
    let isSaved = !answered.isEmpty && isAnswered
    let target = self.target(isSaved: isSaved)
    if sitting.attempt.after(events).position != target { events.append(.moved(to: target)) }
    var path = page.place(target, sitting)
    switch form.action {
    case .clear: path += answered.isEmpty ? "" : "?cleared"
    case .move(let option, let step):
      path += "?line=\(PercentCoding.encoded(option))&by=\(step < 0 ? "up" : "down")"
    case .terminal:
      state.ending = .returned
      path = "closed"
    case .check: path += "?checked"
    case .next where target == index: path += "?checked"
    case .save, .shown, .next, .back, .list: path += isSaved ? "?saved=\(index + 1)" : ""
    case .start, .agree, .decline, .open, .questions, .confirm, .submit: break
    }
    return QuizPage.Reply(response: page.redirect(path), events: events, state: state)
  }

  /// The position afterwards; in practice a new answer is followed by what is said of it.
  private func target(isSaved: Bool) -> Int {
    switch form.action {
    case .next: sitting.showsFeedback && isSaved ? index : index + 1
    case .back: max(0, index - 1)
    case .list: sitting.form.items.count
    default: index
    }
  }

  /// The order of the form with one line moved; at an end it stays.
  private func moved(_ option: String, _ step: Int) -> [String]? {
    var ids = form.values[FieldValues.order] ?? []
    guard let from = ids.firstIndex(of: option) else { return nil }
    let to = from + step
    if ids.indices.contains(to) { ids.swapAt(from, to) }
    return ids
  }

  /// An answer of the item's kind in which nothing is answered: it takes back what was.
  private var nothing: Response {
    switch item.interaction {
    case .choice, .rating, .numeric, .performance: .choice([])
    case .text, .essay: .text("")
    case .match: .pairs([:])
    case .order: .order([])
    case .blanks: .blanks([:])
    }
  }
}
