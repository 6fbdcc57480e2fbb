import Assessment

/// How what is on the screen gets into the journal.
extension ScreenQuiz {
  /// Saves a text that nobody has gone on typing for a while.
  package mutating func idle() -> [Effect] {
    effects = []
    guard hasUnsavedText else { return [] }
    if saveDraft() { say(QuizMessages.saved) }
    settle(followsFocus: true)
    return effects
  }

  /// Saves what can be saved before the program ends, whatever ends it.
  package mutating func end() -> [Effect] {
    effects = []
    if hasUnsavedText { saveDraft() }
    return effects
  }

  /// Ends, with what was typed saved first.
  mutating func leave(_ effect: Effect) {
    if hasUnsavedText { saveDraft() }
    effects.append(effect)
  }

  /// Records the draft and stays; `false` where it is no answer yet.
  @discardableResult
  mutating func saveDraft() -> Bool {
    guard draft.isChanged, isTiming, let item else { return true }
    guard case .response(let response) = draft.reading(item, view: questionView) else {
      return false
    }
    let position = attempt.position
    draft.isChanged = false
    // Nothing where nothing was is no event.
    if response.isEmpty, attempt.responses[item.id] == nil { return true }
    guard response != attempt.responses[item.id] else { return true }
    record(.answered(item: item.id, response: response))
    if attempt.position != position { record(.moved(to: position)) }
    return true
  }
}
