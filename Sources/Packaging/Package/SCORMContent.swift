import Text

/// What a package of SCORM holds beside its manifest, and how an LMS launches it.
struct SCORMContent {
  /// The pages in the order of learning.
  let pages: [CoursePage]
  /// Whether one SCO holds all pages, which its own page shows.
  let isSingle: Bool
  /// All files but manifest and control documents, in the order of the archive.
  let files: [PackageFile]
  /// The paths of the files that all pages share.
  let shared: [String]
  /// What an LMS launches.
  let launches: [SCORMLaunch]

  /// Creates the content; a course of one page needs no page that shows it.
  init(_ course: CourseSelection, options: PackageOptions) {
    let pages = CoursePages.pages(course)
    isSingle = options.organization == .single && pages.count > 1
    var files = pages.map { PackageFile(path: $0.path, bytes: Array($0.html.utf8)) }
    var sharedFiles = CoursePages.sharedFiles
    if isSingle {
      let html = CoursePageShell(course: course, pages: pages).html
      files.insert(PackageFile(path: CoursePageShell.path, bytes: Array(html.utf8)), at: 0)
      let script = PageAssets.course
      sharedFiles.append(
        PackageFile(path: "\(CoursePages.sharedFolder)/\(script.name)", bytes: script.bytes))
    }
    self.pages = pages
    self.files = files + sharedFiles
    shared = sharedFiles.map(\.path)
    if isSingle {
      launches = [
        SCORMLaunch(
          name: "course", title: course.title, path: CoursePageShell.path,
          files: self.files.map(\.path), page: nil, mastery: pages.compactMap(\.mastery).last,
          minutes: course.minutes)
      ]
    } else {
      launches = pages.map { page in
        SCORMLaunch(
          name: page.name, title: page.title, path: page.path, files: [page.path],
          page: page.kind, mastery: page.mastery, minutes: page.minutes)
      }
    }
  }
}

/// A SCO: what an LMS launches and keeps a record of.
struct SCORMLaunch {
  /// Its name in identifiers.
  let name: String
  /// What the LMS's list shows.
  let title: LocalizedText
  /// The page that opens.
  let path: String
  /// The files that are its own.
  let files: [String]
  /// What kind of page it is; `nil` for one that shows all.
  let page: CoursePage.Kind?
  /// The percentage from which it counts as passed; `nil` where it writes no score.
  let mastery: Int?
  /// How long it takes, in minutes; 0 where nobody has said.
  let minutes: Int
}
