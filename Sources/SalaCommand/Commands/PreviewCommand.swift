import ArgumentParser
import Preview
import Terminal
import Text

/// `sala preview`: a package in a browser, with what an LMS would store.
struct PreviewCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: both(
      "Open a course package beside a stub LMS that shows every call, value and error.",
      "បើកកញ្ចប់មេរៀនក្បែរប្រព័ន្ធ LMS សាកល្បង ដែលបង្ហាញការហៅ តម្លៃ និងកំហុសទាំងអស់។"))

  @Argument(help: help("The package: a ZIP archive or a folder.", "កញ្ចប់៖ ឯកសារបង្ហាប់ ZIP ឬថត។"))
  var package: String
  @Option(
    help: help("The port on 127.0.0.1; 0 is any that is free.", "ច្រកនៅ 127.0.0.1។ 0 គឺច្រកទំនេរណាមួយ។"))
  var port = 0
  @Option(
    help: help(
      "The learner's id and name, as the package is told it.",
      "លេខសម្គាល់ និងឈ្មោះសិក្ខាកាម ដែលប្រាប់ទៅកញ្ចប់។"))
  var learner = "learner-1"
  @Option(
    help: help(
      "The page to begin with: the identifier of an item, or the path of its file.",
      "ទំព័រដែលត្រូវបើកមុន៖ លេខសម្គាល់ធាតុ ឬទីតាំងឯកសាររបស់វា។"))
  var page: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    try CommandFailure.unless(port, isIn: 0...65535, option: "--port")
    let language = console.language(common.language)
    let (files, reading) = PreviewFiles.read(package)
    guard let files else { return failed(reading, in: language, console) }
    let (course, findings) = PreviewCourse.read(files)
    console.report(reading + findings, in: language)
    guard let course else { return 1 }
    let fragment = try page.map { try course.fragment(opening: $0) } ?? ""
    let site = PreviewSite(files: files, course: course, learner: learner, language: language)
    let server: PreviewServer
    do {
      server = try PreviewServer(port: port)
    } catch {
      throw CommandFailure(error.message)
    }
    console.line(server.address + fragment)
    console.note(PreviewWords.running.text(in: language))
    let service = PreviewService(site: site, seed: console.random())
    server.run(service, stopsAtInterrupt: true, now: console.now)
    console.note(PreviewWords.ended.text(in: language))
    return 0
  }

  /// A package that is not there could not be looked at (2); one that is refused was (1).
  private func failed(
    _ findings: [Diagnostic], in language: Language, _ console: Console
  ) -> Int32 {
    console.report(findings, in: language)
    return findings.contains { $0.code == "preview-unreadable" } ? 2 : 1
  }
}

extension PreviewCourse {
  /// Returns what is added to the address so that an item is opened at once.
  fileprivate func fragment(opening page: String) throws -> String {
    let found = items.first { $0.id == page } ?? items.first { $0.path == page }
    guard let found, let fragment = found.fragment else {
      throw CommandFailure(PreviewWords.noPage(page, items.filter { $0.path != nil }.map(\.id)))
    }
    return fragment
  }
}

/// The words of `sala preview`.
enum PreviewWords {
  static let running = LocalizedText(
    en: "Open this address in a browser. Press Ctrl-C to end.",
    km: "សូមបើកអាសយដ្ឋាននេះក្នុងកម្មវិធីរុករក។ ចុច Ctrl-C ដើម្បីបញ្ចប់។")

  static func noPage(_ page: String, _ ids: [String]) -> LocalizedText {
    let shown = ids.prefix(20).joined(separator: ", ") + (ids.count > 20 ? ", …" : "")
    return LocalizedText(
      en: "The package has no page '\(page)' that can be opened; it has: \(shown).",
      km: "កញ្ចប់នេះគ្មានទំព័រ '\(page)' ដែលអាចបើកបានទេ។ កញ្ចប់មាន៖ \(shown)។")
  }

  static let ended = LocalizedText(en: "The preview has ended.", km: "ការមើលជាមុនបានបញ្ចប់។")
}
