import Assessment
import Curriculum
import Text

/// A page that a learner opens from the LMS's list.
struct CoursePage {
  /// Its name in the package, such as `module-01-cse`: ASCII, small letters, unique.
  let name: String
  /// What the list shows.
  let title: LocalizedText
  /// The page.
  let html: String
  /// The percentage of points from which it counts as passed; `nil` where it writes no score.
  let mastery: Int?
  /// What kind of page it is.
  let kind: Kind
  /// How long it takes, in minutes; 0 where nobody has said.
  let minutes: Int

  /// A kind of page; the raw values are those in the page's data.
  enum Kind: String {
    /// The pre-test.
    case preTest = "pre"
    /// A module.
    case lesson
    /// The post-test.
    case postTest = "post"
  }

  /// The file in the package.
  var path: String { "\(name).html" }
}

/// The pages of a course, whatever the standard that packs them.
enum CoursePages {
  /// The folder of the files that all pages share.
  static let sharedFolder = "shared"

  /// The files that all pages share.
  static var sharedFiles: [PackageFile] {
    PageAssets.files.map { PackageFile(path: "\(sharedFolder)/\($0.name)", bytes: $0.bytes) }
  }

  /// Returns the pages in the order of learning: pre-test, modules, post-test.
  ///
  /// A selection that is one part of a course has the page of that part alone.
  ///
  /// - Parameters:
  ///   - course: What goes into the package.
  ///   - list: The page that lists them all, to which each links back; `nil` where an LMS does.
  /// - Returns: The pages.
  static func pages(_ course: CourseSelection, list: String? = nil) -> [CoursePage] {
    let practice = PracticeItems(course.curriculum)
    let options = options(course, list: list)
    let modules = course.modules.map { page($0, course, options, practice) }
    switch course.part {
    case .preTest: return tests(.preTest, course, options)
    case .module: return modules
    case .postTest: return tests(.postTest, course, options)
    case nil:
      return tests(.preTest, course, options) + modules + tests(.postTest, course, options)
    }
  }

  /// Returns the name of a module's page.
  ///
  /// The number is that of the whole curriculum, so that a module keeps its name in every package.
  static func name(of entry: (number: Int, module: Module)) -> String {
    let number = entry.number < 10 ? "0\(entry.number)" : "\(entry.number)"
    let id = ASCIIName.name(entry.module.id)
    return id.isEmpty ? "module-\(number)" : "module-\(number)-\(id)"
  }

  /// Returns the title of a test's page.
  static func title(_ kind: QuizPage.Kind, of curriculum: Curriculum) -> LocalizedText {
    PageMessages.testTitle(
      curriculum.blueprint?.title ?? curriculum.title, isPostTest: kind == .postTest)
  }

  private static func tests(
    _ kind: QuizPage.Kind, _ course: CourseSelection, _ options: PageOptions
  ) -> [CoursePage] {
    guard let form = course.forms.first else { return [] }
    var options = options
    options.objectives = objectives(kind, course)
    options.scoresPreTest = course.skipsMastered
    let page = CoursePage(
      name: "\(kind.rawValue)-test", title: title(kind, of: course.curriculum),
      html: QuizPage.html(
        forms: course.forms, kind: kind, in: course.curriculum, options: options),
      mastery: kind == .postTest ? form.masteryPercent : nil,
      kind: kind == .postTest ? .postTest : .preTest,
      minutes: course.forms.map(\.minutes).max() ?? 0)
    return [page]
  }

  /// What a test reports about: competencies, or modules where they may be skipped after it.
  private static func objectives(
    _ kind: QuizPage.Kind, _ course: CourseSelection
  ) -> [CourseObjective] {
    guard course.profile == .scorm2004 else { return [] }
    let skips = course.skipsMastered && kind == .preTest
    return skips ? course.moduleObjectives : course.competencyObjectives
  }

  private static func page(
    _ entry: (number: Int, module: Module), _ course: CourseSelection, _ options: PageOptions,
    _ practice: PracticeItems
  ) -> CoursePage {
    let module = entry.module
    var options = options
    // Only a page that a province changed says so: the others stay the same, byte for byte.
    let isOverlaid = module.lessons.contains { $0.blocks.contains { $0.context != nil } }
    options.province = isOverlaid ? course.context : nil
    let links = ModuleLinks(module)
    options.target = { links.target($0) }
    return CoursePage(
      name: name(of: entry), title: module.title,
      html: LessonPage.html(
        module, in: course.curriculum, options: options, practice: practice.items(of: module)),
      mastery: nil, kind: .lesson, minutes: module.minutes)
  }

  private static func options(_ course: CourseSelection, list: String?) -> PageOptions {
    var options = PageOptions(
      languages: course.languages, assets: "\(sharedFolder)/", list: list)
    options.profile = course.profile
    options.allocation = course.allocation
    return options
  }
}

/// Names that every file system, archive and validator reads alike.
enum ASCIIName {
  /// Returns the small ASCII letters and digits of a text, with single hyphens between them.
  ///
  /// It can be empty: an id in Khmer has none of them.
  static func name(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(byte)
      default:
        if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      }
    }
    while result.last == UInt8(ascii: "-") { result.removeLast() }
    // A path of a manifest has 200 characters at most.
    return String(decoding: result.prefix(100), as: UTF8.self)
  }
}
