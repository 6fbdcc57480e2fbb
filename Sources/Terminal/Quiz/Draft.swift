import Assessment
import Text

/// What stands on the screen of one question before and after it is recorded.
///
/// It holds what an answer cannot: half an order, a number that is being typed.
struct Draft: Hashable {
  /// What can be changed.
  enum Content: Hashable {
    /// The chosen options, by their places as shown.
    case options(Set<Int>)
    /// One text.
    case field(TextField)
    /// The target of each source, by places as shown.
    case pairs([Int?])
    /// The options put in order so far, by places as shown.
    case order([Int])
    /// What each blank holds.
    case blanks([Entry])
    /// Nothing, for what a trainer observes.
    case nothing
  }

  /// What a blank holds.
  enum Entry: Hashable {
    case text(TextField)
    case option(Int?)
  }

  var content: Content
  /// Whether it holds more than what is recorded.
  var isChanged = false

  /// Creates the draft of an item as it was answered.
  init(_ item: Item, response: Response?, view: QuestionView) {
    let shown = OptionOrder.options(of: item, seed: view.seed).map(\.id)
    switch item.interaction {
    case .choice, .rating:
      var ids: [String] = []
      if case .choice(let chosen)? = response { ids = chosen }
      content = .options(Set(ids.compactMap { shown.firstIndex(of: $0) }))
    case .numeric, .text:
      content = .field(TextField(response.map { view.shown($0, to: item) } ?? ""))
    case .essay:
      content = .field(
        TextField(response.map { view.shown($0, to: item) } ?? "", isMultiline: true))
    case .match(let match):
      var pairs: [String: String] = [:]
      if case .pairs(let joined)? = response { pairs = joined }
      let targets = OptionOrder.targets(of: item, seed: view.seed).map(\.id)
      content = .pairs(
        match.sources.map { source in pairs[source.id].flatMap { targets.firstIndex(of: $0) } })
    case .order:
      var ids: [String] = []
      if case .order(let order)? = response { ids = order }
      content = .order(ids.compactMap { shown.firstIndex(of: $0) })
    case .blanks(let blanks):
      var entries: [String: String] = [:]
      if case .blanks(let filled)? = response { entries = filled }
      content = .blanks(
        blanks.blanks.map { blank in
          let entry = entries[blank.id]
          switch blank.entry {
          case .choice:
            let ids = OptionOrder.options(of: blank, in: item, seed: view.seed).map(\.id)
            return .option(entry.flatMap { ids.firstIndex(of: $0) })
          case .numeric: return .text(TextField(entry.map(view.digits) ?? ""))
          case .text: return .text(TextField(entry ?? ""))
          }
        })
    case .performance: content = .nothing
    }
  }

  /// Whether nothing was chosen or typed.
  var isEmpty: Bool {
    switch content {
    case .options(let chosen): chosen.isEmpty
    case .field(let field): TextInteraction.normalised(field.text).isEmpty
    case .pairs(let pairs): pairs.allSatisfy { $0 == nil }
    case .order(let order): order.isEmpty
    case .blanks(let entries):
      entries.allSatisfy { entry in
        switch entry {
        case .text(let field): TextInteraction.normalised(field.text).isEmpty
        case .option(let option): option == nil
        }
      }
    case .nothing: true
    }
  }

  /// What it comes to as an answer.
  enum Reading: Hashable {
    /// An answer; an empty one takes an answer back.
    case response(Response)
    /// Not one yet, with what would be.
    case notYet(LocalizedText)
  }

  /// Returns what it comes to.
  func reading(_ item: Item, view: QuestionView) -> Reading {
    if isEmpty { return .response(.choice([])) }
    let shown = OptionOrder.options(of: item, seed: view.seed).map(\.id)
    switch (content, item.interaction) {
    case (.options(let chosen), _):
      return .response(.chosen(chosen.filter(shown.indices.contains).map { shown[$0] }))
    case (.field(let field), _): return typed(field.text, item, view)
    case (.pairs(let chosen), .match(let match)):
      let targets = OptionOrder.targets(of: item, seed: view.seed).map(\.id)
      var pairs: [String: String] = [:]
      for (source, target) in zip(match.sources, chosen) {
        if let target, targets.indices.contains(target) { pairs[source.id] = targets[target] }
      }
      return .response(.pairs(pairs))
    case (.order(let places), _):
      guard places.count == shown.count else {
        return .notYet(ScreenMessages.orderSoFar(places.count, of: shown.count))
      }
      return .response(.order(places.filter(shown.indices.contains).map { shown[$0] }))
    case (.blanks(let entries), .blanks(let blanks)):
      return filled(entries, blanks.blanks, item, view)
    default: return .response(.choice([]))
    }
  }

  private func typed(_ text: String, _ item: Item, _ view: QuestionView) -> Reading {
    switch AnswerInput.read(text, item: item, seed: view.seed) {
    case .response(let response): .response(response)
    case .notUnderstood(let remedy): .notYet(remedy)
    }
  }

  /// Blanks by their names, as a person would type them on one line, so that one reader
  /// understands both.
  private func filled(
    _ entries: [Entry], _ blanks: [BlanksInteraction.Blank], _ item: Item, _ view: QuestionView
  ) -> Reading {
    let parts = zip(blanks, entries).compactMap { blank, entry -> String? in
      switch entry {
      case .option(let option): return option.map { "\(blank.id)=\($0 + 1)" }
      case .text(let field):
        guard !TextInteraction.normalised(field.text).isEmpty else { return nil }
        guard blanks.count > 1 else { return "\(blank.id)=\(field.text)" }
        return "\(blank.id)=" + ResponseText.escaped(field.text)
      }
    }
    return typed(parts.joined(separator: ";"), item, view)
  }
}
