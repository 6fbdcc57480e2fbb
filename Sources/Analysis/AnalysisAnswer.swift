package import Document
package import Text

/// What an analysis found: for programs with the keys of the contract, for people as a document.
package struct AnalysisAnswer: Sendable {
  /// The answer for programs.
  package var json: JSONObject
  /// The answer for people.
  package var document: Document
  /// Why what was asked for could not be answered, or `nil`; the rest still holds.
  package var refusal: Diagnostic?

  /// Creates an answer.
  package init(json: JSONObject, document: Document, refusal: Diagnostic? = nil) {
    self.json = json
    self.document = document
    self.refusal = refusal
  }
}

/// Notes that a reader of figures must see, once for people and once for programs.
struct AnswerNotes {
  private(set) var all: [(code: String, kind: Document.NoteKind, text: LocalizedText)] = []

  mutating func add(_ code: String, _ kind: Document.NoteKind = .info, _ text: LocalizedText) {
    all.append((code, kind, text))
  }

  var blocks: [Document.Block] { all.map { .note($0.kind, $0.text) } }

  func json(_ language: Language) -> JSONValue {
    .array(
      all.map {
        [
          "code": .string($0.code), "kind": .string($0.kind.rawValue),
          "text": .string($0.text.text(in: language)),
        ]
      })
  }
}
