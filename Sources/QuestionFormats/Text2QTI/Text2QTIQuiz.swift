import Assessment
import Text

/// What a file says about the test that its questions make: title, settings and groups.
struct Text2QTIQuiz {
  var title = ""
  /// Whether options keep their order, by `shuffle answers: false`.
  var keepsOrder = false
  /// Whether one may only go forward, by `can't go back: true`.
  var isLinear = false
  /// The points of each question of the open group; `nil` where it sets none.
  var groupPoints: Double?
  /// Where the open group begins.
  private(set) var groupLine = 0
  /// Where the last group says how many questions are picked, or begins.
  private(set) var pickLine = 0
  /// The section of the open group.
  private(set) var group: TestSection?

  private var picked = 1
  private var questions = 0
  private var groupCount = 0
  private var sections: [TestSection] = []
  /// The items outside of groups since the last one.
  private var loose: [String] = []

  mutating func beginGroup(line: Int) {
    endLoose()
    groupCount += 1
    groupLine = line
    pickLine = line
    picked = 1
    questions = 0
    groupPoints = nil
    group = TestSection(
      id: "group-\(groupCount)",
      title: LocalizedText(en: "Group \(groupCount)", km: "ក្រុម \(groupCount)"), itemIDs: [])
  }

  mutating func pick(_ number: Int, line: Int) {
    picked = number
    pickLine = line
  }

  /// Counts a question of the open group, whether or not it could be read.
  mutating func countQuestion() { questions += 1 }

  mutating func add(_ id: String) {
    if group == nil { loose.append(id) } else { group?.itemIDs.append(id) }
  }

  /// Ends the open group; tells whether it has as many questions as are picked.
  mutating func endGroup() -> Bool {
    guard var section = group else { return true }
    group = nil
    groupPoints = nil
    if picked < section.itemIDs.count { section.selection = picked }
    if !section.itemIDs.isEmpty { sections.append(section) }
    return picked <= questions
  }

  private mutating func endLoose() {
    guard !loose.isEmpty else { return }
    let number = sections.count + 1
    sections.append(
      TestSection(
        id: "section-\(number)",
        title: LocalizedText(en: "Section \(number)", km: "ផ្នែក \(number)"), itemIDs: loose))
    loose = []
  }

  /// The test; `nil` where the file has neither a title nor groups, or no items.
  func test(in language: Language) -> TestStructure? {
    var copy = self
    copy.endLoose()
    guard !title.isEmpty || groupCount > 0, !copy.sections.isEmpty else { return nil }
    return TestStructure(
      id: "", title: LocalizedText(title, in: language),
      parts: [
        TestPart(
          id: "", isLinear: isLinear, isSimultaneous: !isLinear, sections: copy.sections)
      ])
  }
}
