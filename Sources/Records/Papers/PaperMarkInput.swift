package import Assessment
package import Text

/// Understands what a person types who copies a paper: an answer, or why there is none.
package enum PaperMarkInput {
  /// What was typed.
  package enum Reading: Sendable, Hashable {
    /// What stands on the paper.
    case mark(PaperEntryRecord.Mark)
    /// Goes back to the question before.
    case back
    /// Stops; what was typed so far is kept.
    case stop
    /// Nothing that can stand there, with what can.
    case notUnderstood(LocalizedText)
  }

  /// Returns what `typed` means for an item.
  ///
  /// `-` is nothing written, `?` something that cannot be read, `!` more marked than is allowed;
  /// `<` goes back, `.` stops. Anything else is read as `AnswerInput` does, against options in the
  /// order in which they are printed; behind a `\`, signs are an answer too. Nothing typed means
  /// nothing, so that a key held too long leaves no question blank.
  package static func read(_ typed: String, item: Item) -> Reading {
    switch TextInteraction.normalised(typed) {
    case "": return .notUnderstood(PaperMessages.nothingTyped)
    case "-", "–": return .mark(PaperEntryRecord.Mark(state: .blank))
    case "?": return .mark(PaperEntryRecord.Mark(state: .unclear))
    case "!": return .mark(PaperEntryRecord.Mark(state: .double))
    case "<": return .back
    case ".", "។": return .stop
    default: break
    }
    let scalars = typed.unicodeScalars
    let own = scalars.first == "\\" ? String(scalars.dropFirst()) : typed
    switch AnswerInput.read(own, item: item, seed: "") {
    case .response(let response):
      return .mark(PaperEntryRecord.Mark(state: .answered, text: response.encoded))
    case .notUnderstood(let remedy): return .notUnderstood(remedy)
    }
  }

  /// Returns the items of a form that are answered on paper, in its order.
  package static func asked(_ form: TestForm) -> [Item] {
    form.items.filter { $0.interaction != .performance }
  }

  /// Tells whether a text can stand for whoever keys: a code or initials, never a name.
  package static func isInitials(_ text: String) -> Bool {
    let signs = Array("-_.".utf8)
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return (1...24).contains(text.utf8.count)
      && text.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
      && text.utf8.contains(where: isLetterOrDigit)
  }
}

extension PaperEntryRecord.Mark {
  /// Tells whether two people read the same, as far as scoring can tell it.
  package func agrees(with other: PaperEntryRecord.Mark, item: Item?) -> Bool {
    guard state == other.state else { return false }
    guard state == .answered, let own = text, let others = other.text else { return true }
    if own == others { return true }
    let isCaseSensitive =
      switch item?.interaction {
      case .text(let text): text.isCaseSensitive
      default: true
      }
    return TextInteraction.normalised(own, isCaseSensitive: isCaseSensitive)
      == TextInteraction.normalised(others, isCaseSensitive: isCaseSensitive)
  }
}
