package import Assessment
import Source

/// An entry of a paper that is under way, kept beside the journals until it is recorded.
///
/// It is written whole and renamed after each answer, so that a power cut in the middle of a paper
/// loses at most the answer that was being typed.
package struct PaperDraft: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The learner's code.
  package var code: String
  /// The occasion.
  package var occasion: Occasion
  /// The id of the form.
  package var form: String
  /// The version of the form.
  package var formVersion: String
  /// Who keys.
  package var by: String
  /// What was keyed so far, by the id of the item.
  package var marks: [String: PaperEntryRecord.Mark] = [:]
  /// The place of the question that comes next, from 0 on.
  package var position = 0

  /// Creates a draft in which nothing was keyed.
  package init(
    event: String, code: String, occasion: Occasion, form: TestForm, by: String
  ) {
    self.event = event
    self.code = code
    self.occasion = occasion
    self.form = form.id
    formVersion = form.version
    self.by = by
  }

  /// Tells whether another draft is one of the same entry.
  package func isSameEntry(as other: PaperDraft) -> Bool {
    event == other.event && code == other.code && occasion == other.occasion
      && form == other.form && formVersion == other.formVersion && by == other.by
  }

  fileprivate var name: String {
    "\(event).\(occasion.rawValue).\(code).\(by.lowercased()).json"
  }
}

extension Store {
  private var drafts: String { "\(folder)/drafts" }

  /// Returns the draft of an entry as it was left; `fresh` where there is none, or where the form
  /// has changed since.
  package func draft(_ fresh: PaperDraft) -> PaperDraft {
    guard let bytes = try? PosixFile("\(drafts)/\(fresh.name)", .read).read(from: 0),
      let found = try? CanonicalJSON.value(PaperDraft.self, from: bytes),
      found.isSameEntry(as: fresh)
    else { return fresh }
    return found
  }

  /// Keeps a draft; when this returns, it is on the disk.
  package func keep(_ draft: PaperDraft) throws(RecordsError) {
    try PosixFile.makeFolder(drafts)
    try PosixFile.replace("\(drafts)/\(draft.name)", with: try CanonicalJSON.bytes(draft) + [0x0A])
  }

  /// Removes a draft whose entry was recorded.
  package func remove(_ draft: PaperDraft) throws(RecordsError) {
    try PosixFile.remove("\(drafts)/\(draft.name)")
  }
}
