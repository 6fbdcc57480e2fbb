import Assessment
import LocalServer
import Text

/// A form of a page of ours, as it was sent.
struct SentForm {
  /// What a person pressed.
  enum Action: Equatable {
    /// Begins.
    case start
    /// Lets the results into reports or keeps them out, and begins.
    case agree, decline
    /// Saves, and shows the next question, the one before, this one again, or the list.
    case next, back, save, list
    /// Saves, and shows in practice how good the answer is.
    case check
    /// Takes the answer back.
    case clear
    /// Takes the order that is shown as the answer.
    case shown
    /// Moves a line of an order up (−1) or down (1).
    case move(option: String, by: Int)
    /// Saves, and gives the sitting back to the terminal.
    case terminal
    /// Shows the question at an index, from the list.
    case open(Int)
    /// Goes from the list back to the questions.
    case questions
    /// Asks whether to hand in.
    case confirm
    /// Hands in.
    case submit

    /// Whether it comes from a question, whose fields it sends.
    var isOfQuestion: Bool {
      switch self {
      case .next, .back, .save, .list, .check, .clear, .shown, .move, .terminal: true
      case .start, .agree, .decline, .open, .questions, .confirm, .submit: false
      }
    }

    init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      switch (parts[0], parts.count) {
      case ("start", 1): self = .start
      case ("agree", 1): self = .agree
      case ("decline", 1): self = .decline
      case ("next", 1): self = .next
      case ("back", 1): self = .back
      case ("save", 1): self = .save
      case ("list", 1): self = .list
      case ("check", 1): self = .check
      case ("clear", 1): self = .clear
      case ("shown", 1): self = .shown
      case ("terminal", 1): self = .terminal
      case ("questions", 1): self = .questions
      case ("confirm", 1): self = .confirm
      case ("submit", 1): self = .submit
      case ("up", 2): self = .move(option: parts[1], by: -1)
      case ("down", 2): self = .move(option: parts[1], by: 1)
      case ("open", 2):
        guard parts[1].utf8.count <= 4, let index = Int(parts[1]), index >= 0 else { return nil }
        self = .open(index)
      default: return nil
      }
    }
  }

  let action: Action
  /// What proves that it is a form of this sitting.
  let proof: String
  /// The id of the item, or `nil` in a form of no question.
  let item: String?
  /// The fields of the answer.
  let values: [String: [String]]
  /// Whether the order that the form shows was given as an answer.
  let isGiven: Bool
  /// What had been answered when the form was written, in short.
  let was: String
  /// Whether the question is marked, and whether it was when the form was written.
  let isMarked: Bool
  let wasMarked: Bool

  /// Reads the fields; `nil` where they are no form of ours.
  init?(_ fields: [HTTPRequest.FormField]) {
    var all: [String: [String]] = [:]
    for field in fields { all[field.name, default: []].append(field.value) }
    let own = ["do", "proof", "item", "was", "given", "mark", "marked"]
    guard own.allSatisfy({ (all[$0] ?? []).count <= 1 }), let action = all["do"]?.first,
      let known = Action(action), let proof = all["proof"]?.first
    else { return nil }
    self.action = known
    self.proof = proof
    item = all["item"]?.first
    isGiven = all["given"]?.first == "1"
    was = all["was"]?.first ?? ""
    isMarked = all["mark"] != nil
    wasMarked = all["marked"]?.first == "1"
    values = all.filter { !own.contains($0.key) }
    // The way back to the terminal stands on pages without a question too.
    guard !known.isOfQuestion || item != nil || known == .terminal else { return nil }
  }

  /// Returns an answer in short, to tell whether a form changed it.
  static func short(_ response: Response?) -> String {
    response.map { StableHash.hex64($0.encoded) } ?? ""
  }
}
