import Curriculum
import Markup
import Text

/// Where the links of a module's lessons lead in its page.
///
/// A page holds all lessons of its module, so links among them become fragments. No page of a
/// package links to another: in an LMS only the LMS may go from one to the next.
struct ModuleLinks: Sendable {
  /// The lesson of each block; `nil` for an id that two lessons use.
  private let lessonOfBlock: [String: String?]
  private let lessons: [String: Set<String>]
  private let blocks: [LessonBlock]

  init(_ module: Module) {
    var lessonOfBlock: [String: String?] = [:]
    for lesson in module.lessons {
      for block in lesson.blocks {
        lessonOfBlock.updateValue(
          lessonOfBlock[block.id] == nil ? lesson.slug : nil, forKey: block.id)
      }
    }
    self.lessonOfBlock = lessonOfBlock
    lessons = Dictionary(
      module.lessons.map { ($0.slug, Set($0.blocks.map(\.id))) }, uniquingKeysWith: { $0.union($1) }
    )
    blocks = module.lessons.flatMap(\.blocks)
  }

  /// Returns the destination in the page, or the destination itself where it leads elsewhere.
  func target(_ destination: String) -> String {
    fragment(destination) ?? destination
  }

  /// Returns a warning for each destination that would lead to a file outside the package.
  func findings(languages: [Language]) -> [Diagnostic] {
    blocks.flatMap { block in
      languages.flatMap { block.documents[$0]?.targets ?? [] }
    }
    .filter { !Self.isAddress($0.name) && fragment($0.name) == nil }
    .map { PackageMessages.linkNotPackaged($0.name, at: $0.location) }
  }

  /// `#block`, `lesson.en.md` and `lesson.km.md#block` as ids of the page.
  private func fragment(_ destination: String) -> String? {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    let block = parts.count > 1 ? String(parts[1]) : nil
    if path.isEmpty {
      guard let block, let lesson = lessonOfBlock[block] ?? nil else { return nil }
      return "#lesson-\(lesson)--\(block)"
    }
    for language in Language.allCases {
      let end = ".\(language.rawValue).md"
      guard path.hasSuffix(end) else { continue }
      let slug = String(path.dropLast(end.count))
      guard let known = lessons[slug] else { return nil }
      guard let block else { return "#lesson-\(slug)" }
      return known.contains(block) ? "#lesson-\(slug)--\(block)" : nil
    }
    return nil
  }

  /// Tells whether a destination names a scheme; the reader of Markdown let only safe ones in.
  private static func isAddress(_ destination: String) -> Bool {
    guard let end = destination.firstIndex(where: { ":/?#".contains($0) }) else { return false }
    return destination[end] == ":"
  }
}
