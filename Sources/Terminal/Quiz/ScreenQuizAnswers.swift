import Assessment
import Text

/// How keys become answers.
extension ScreenQuiz {
  // MARK: Choosing

  /// Chooses an option, and records it at once.
  mutating func choose(_ index: Int, _ item: Item) {
    guard case .options(var chosen) = draft.content, (0..<focusCount).contains(index) else {
      return
    }
    if isMultiple(item) {
      if chosen.remove(index) == nil { chosen.insert(index) }
    } else {
      chosen = [index]
    }
    change(.options(chosen))
  }

  /// What Space does to what is focused.
  mutating func toggle(_ index: Int) {
    guard let item, stemScroll == nil || !isPaged else {
      stemScroll = nil
      return
    }
    isTouched = true
    switch draft.content {
    case .options: choose(index, item)
    case .order(var places):
      if let place = places.firstIndex(of: index) {
        places.remove(at: place)
      } else if index < focusCount {
        places.append(index)
      }
      change(.order(places))
    case .pairs, .blanks: turn(1)
    case .field, .nothing: break
    }
  }

  /// Takes a change; all but texts are recorded at once.
  mutating func change(_ content: Draft.Content) {
    guard content != draft.content else { return }
    draft.content = content
    draft.isChanged = true
    wasWarned = false
    guard view == .question else { return }
    if saveDraft() {
      say(QuizMessages.saved)
    } else if let item, case .notYet(let remedy) = draft.reading(item, view: questionView) {
      takeBack(item)
      say(remedy)
    }
  }

  /// An order that lost a part is no answer any more: what is saved is what shows.
  private mutating func takeBack(_ item: Item) {
    guard case .order = draft.content, attempt.responses[item.id] != nil else { return }
    let position = attempt.position
    record(.answered(item: item.id, response: .order([])))
    if attempt.position != position { record(.moved(to: position)) }
  }

  /// Left and Right: the next question, or the next target or option where there are several.
  mutating func turn(_ step: Int) {
    guard let item else { return }
    func turned(_ value: Int?, _ count: Int) -> Int? {
      guard count > 0 else { return nil }
      // One step beyond the last is none, so that a pair can be undone with the same key.
      let next = (value.map { $0 + 1 } ?? 0) + step
      let place = (next % (count + 1) + count + 1) % (count + 1)
      return place == 0 ? nil : place - 1
    }
    switch draft.content {
    case .pairs(var pairs) where pairs.indices.contains(focus):
      stemScroll = nil
      pairs[focus] = turned(pairs[focus], OptionOrder.targets(of: item, seed: seed).count)
      change(.pairs(pairs))
    case .blanks(var entries) where entries.indices.contains(focus):
      guard case .option(let option) = entries[focus] else { return }
      stemScroll = nil
      entries[focus] = .option(turned(option, blankOptions(focus).count))
      change(.blanks(entries))
    default: go(to: step > 0 ? attempt.position + 1 : max(0, attempt.position - 1))
    }
  }

  /// Backspace and Delete take back.
  mutating func clearFocused() {
    switch draft.content {
    case .options(let chosen) where !chosen.isEmpty:
      if let item, isMultiple(item) {
        change(.options(chosen.subtracting([focus])))
      } else {
        change(.options([]))
      }
    case .order(let places) where !places.isEmpty: change(.order(Array(places.dropLast())))
    case .pairs(var pairs) where pairs.indices.contains(focus):
      pairs[focus] = nil
      change(.pairs(pairs))
    case .blanks(var entries) where entries.indices.contains(focus):
      if case .option = entries[focus] {
        entries[focus] = .option(nil)
        change(.blanks(entries))
      }
    default: break
    }
  }

  // MARK: Labels

  /// A letter or digit names what stands under it, in Latin or Khmer.
  mutating func takeLabel(_ scalar: Unicode.Scalar) {
    guard let item else { return }
    let value = Khmer.withLatinDigits(String(scalar)).lowercased()
    let digit = Int(value)
    let letter = digit == nil ? letterIndex(value) : nil
    guard digit != nil || letter != nil else { return }
    isTouched = true
    switch draft.content {
    case .options: name(number(digit, upTo: focusCount) ?? letter, item)
    case .order:
      guard let index = number(digit, upTo: focusCount) ?? letter, index < focusCount else {
        return say(ScreenMessages.noSuchLabel)
      }
      setFocus(index)
      toggle(index)
    case .pairs(var pairs):
      if let letter {
        guard letter < pairs.count else { return say(ScreenMessages.noSuchLabel) }
        return setFocus(letter)
      }
      let count = OptionOrder.targets(of: item, seed: seed).count
      guard pairs.indices.contains(focus), let target = number(digit, upTo: count) else {
        return say(ScreenMessages.noSuchLabel)
      }
      stemScroll = nil
      pairs[focus] = target
      change(.pairs(pairs))
    case .blanks(var entries):
      if let letter {
        guard let index = blankIndex(letter) else { return say(ScreenMessages.noSuchLabel) }
        return setFocus(index)
      }
      guard entries.indices.contains(focus), case .option = entries[focus],
        let option = number(digit, upTo: blankOptions(focus).count)
      else { return say(ScreenMessages.noSuchLabel) }
      entries[focus] = .option(option)
      change(.blanks(entries))
    case .field, .nothing: break
    }
  }

  private mutating func name(_ index: Int?, _ item: Item) {
    guard let index, index < focusCount else { return say(ScreenMessages.noSuchLabel) }
    let wasTyped = typed
    setFocus(index)
    typed = wasTyped
    choose(index, item)
  }

  /// The place that a digit names; digits in a row name one beyond nine where there is one.
  private mutating func number(_ digit: Int?, upTo count: Int) -> Int? {
    guard let digit else {
      typed = ""
      return nil
    }
    if let before = Int(typed), before > 0, before * 10 + digit <= count {
      typed = "\(before * 10 + digit)"
    } else {
      typed = "\(digit)"
    }
    guard let value = Int(typed), (1...max(1, count)).contains(value), count > 0 else {
      typed = ""
      return nil
    }
    return value - 1
  }

  private func letterIndex(_ letter: String) -> Int? {
    if let index = Khmer.optionLetters.firstIndex(of: letter) { return index }
    guard let scalar = letter.unicodeScalars.first, letter.unicodeScalars.count == 1,
      ("a"..."z").contains(scalar)
    else { return nil }
    return Int(scalar.value) - 0x61
  }

  private func blankIndex(_ letter: Int) -> Int? {
    guard let item, case .blanks(let blanks) = item.interaction else { return nil }
    let id = ChoiceOption.id(at: letter)
    return blanks.blanks.firstIndex { $0.id == id }
      ?? (letter < blanks.blanks.count ? letter : nil)
  }

  func blankOptions(_ index: Int) -> [ChoiceOption] {
    guard let item, case .blanks(let blanks) = item.interaction,
      blanks.blanks.indices.contains(index)
    else { return [] }
    return OptionOrder.options(of: blanks.blanks[index], in: item, seed: seed)
  }

  // MARK: Texts

  /// Whether a key that was pressed in a text meant something there.
  mutating func takeInField(_ key: Key) -> Bool {
    guard var field = focusedField else { return false }
    stemScroll = nil
    switch key {
    case .enter where !field.isMultiline: leaveField(1)
    case .tab: leaveField(1)
    case .backTab: leaveField(-1)
    case .up, .down: moveLine(key == .down ? 1 : -1)
    case .scalar, .paste, .enter, .backspace, .delete, .left, .right, .home, .end, .control("u"):
      switch field.take(key) {
      case .changed:
        setField(field)
        draft.isChanged = true
        isTouched = true
        wasWarned = false
      case .moved: setField(field)
      case .unused: return false
      }
    default: return false
    }
    return true
  }

  private mutating func setField(_ field: TextField) {
    switch draft.content {
    case .field: draft.content = .field(field)
    case .blanks(var entries) where entries.indices.contains(focus):
      entries[focus] = .text(field)
      draft.content = .blanks(entries)
    default: break
    }
  }

  /// Goes to the next blank, or on from the last one.
  private mutating func leaveField(_ step: Int) {
    guard case .blanks(let entries) = draft.content else {
      if step > 0 { finish() }
      return
    }
    let next = focus + step
    guard entries.indices.contains(next) else {
      if step > 0 { finish() }
      return
    }
    if draft.isChanged, saveDraft() { say(QuizMessages.saved) }
    setFocus(next)
  }

  /// Up and Down: rows of a long text, blanks elsewhere.
  private mutating func moveLine(_ step: Int) {
    guard var field = focusedField else { return }
    let layout = FieldLayout(field.text, width: fieldWidth)
    let place = layout.place(of: field.cursor)
    let line = place.line + step
    if layout.lines.indices.contains(line) {
      field.move(near: layout.offset(line: line, column: place.offset))
      setField(field)
    } else if case .blanks = draft.content {
      if draft.isChanged, saveDraft() { say(QuizMessages.saved) }
      setFocus(focus + step)
    }
  }
}
