/// Why a person takes a test, as the trainer opened it; never guessed from form or clock.
package enum Occasion: String, Sendable, Hashable, CaseIterable, Codable {
  /// Before the teaching.
  case pre
  /// After it.
  case post
  /// Months later.
  case followUp = "follow-up"
  /// To learn; never evaluated.
  case practice

  /// Tells whether key and feedback may be shown at once.
  package var showsFeedback: Bool { self == .practice }
}

/// How an answer reached Sala.
package enum AttemptMode: String, Sendable, Hashable, CaseIterable, Codable {
  /// In a terminal.
  case terminal
  /// In a page, inside an LMS or alone.
  case page
  /// On paper, typed in later.
  case paper
}

/// The state of one person's walk through a form: a value, changed only by events.
///
/// Replaying the same events gives the same state; a journal of events is therefore all that
/// must be kept to resume.
package struct Attempt: Sendable, Hashable {
  /// The ids of the items, in the order in which they are asked.
  package let items: [String]
  /// The responses so far.
  package private(set) var responses: [String: Response] = [:]
  /// The index of the item that is shown, from 0 up to the number of items; that number itself
  /// means the review list.
  package private(set) var position = 0
  /// Whether it was handed in; nothing changes it after that.
  package private(set) var isSubmitted = false

  /// Something that happened in an attempt.
  package enum Event: Sendable, Hashable {
    /// An item was answered, or its answer changed or, with an empty response, taken back.
    case answered(item: String, response: Response)
    /// The person went to the item at an index.
    case moved(to: Int)
    /// The person handed it in.
    case submitted
  }

  /// Creates an attempt at its beginning.
  package init(items: [String]) {
    self.items = items
  }

  /// Returns the attempt after an event.
  ///
  /// An event that cannot happen (an unknown item, a place outside the form, anything after
  /// submission) leaves the attempt as it is.
  package func after(_ event: Event) -> Attempt {
    guard !isSubmitted else { return self }
    var next = self
    switch event {
    case .answered(let item, let response):
      guard let index = items.firstIndex(of: item) else { return self }
      next.responses[item] = response.isEmpty ? nil : response
      next.position = min(index + 1, items.count)
    case .moved(let index):
      guard (0...items.count).contains(index) else { return self }
      next.position = index
    case .submitted: next.isSubmitted = true
    }
    return next
  }

  /// Returns the attempt after several events in turn.
  package func after(_ events: some Sequence<Event>) -> Attempt {
    events.reduce(self) { $0.after($1) }
  }

  /// The ids of the items that have no response, in order.
  package var unanswered: [String] { items.filter { responses[$0] == nil } }

  /// Returns the outcome of every item of a form.
  package func outcomes(_ form: TestForm) -> [Outcome] {
    form.items.map { ResponseProcessing.score($0, responses[$0.id]) }
  }
}
