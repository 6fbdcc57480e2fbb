import Archive
import ArgumentParser
import Curriculum
import Packaging
import Terminal
import Text

extension PackageProfile: ExpressibleByArgument {}
extension PackageLanguages: ExpressibleByArgument {}

/// `sala package`: a course package for an LMS.
struct PackageCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "package",
    abstract: both(
      "Write a course package that an LMS imports.", "បង្កើតកញ្ចប់មេរៀនសម្រាប់ប្រព័ន្ធ LMS។"))

  @Argument(
    help: help(
      "Folder of the curriculum or its id; the only one in this folder where it is left out.",
      "ថត ឬលេខសម្គាល់កម្មវិធីសិក្សា។ បើមិនបញ្ជាក់ ប្រើកម្មវិធីសិក្សាតែមួយក្នុងថតនេះ។"))
  var curriculum: String?
  @Option(help: help("The standard: scorm12.", "ស្តង់ដារ៖ scorm12។"))
  var format: PackageProfile = .scorm12
  @Option(
    name: .customLong("language"),
    help: help("Language of the package: en, km or both.", "ភាសានៃកញ្ចប់៖ en, km ឬ both។"))
  var languages: PackageLanguages = .both
  @Option(
    help: help(
      "Only these modules, by id, separated by commas.", "តែម៉ូឌុលទាំងនេះ តាមលេខសម្គាល់ បំបែកដោយក្បៀស។"))
  var modules: String?
  @Option(
    help: help(
      "The province whose examples it uses: kampong-cham, kampot, ratanakiri, siem-reap.",
      "ខេត្តដែលយកឧទាហរណ៍មកប្រើ៖ kampong-cham, kampot, ratanakiri, siem-reap។"))
  var context: String?
  @Option(help: help("The folder to write to.", "ថតដែលត្រូវសរសេរទៅ។")) var out = "exports"

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(nil)
    let place = try CurriculumFinding.place(curriculum, console: console)
    let loaded = CurriculumLoading.load(place.id, from: place.tree)
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard let course = loaded.curriculum, errors.isEmpty else {
      console.report(errors, in: language)
      throw CommandFailure(PackageWords.mendFirst, code: 1)
    }
    let options = PackageOptions(
      profile: format, languages: languages,
      modules: modules?.split(separator: ",").map { String($0) } ?? [], context: context)
    let rendered = Packaging.package(course, options: options)
    console.report(rendered.diagnostics, in: language)
    guard !rendered.diagnostics.hasErrors else { return 1 }
    let archive: [UInt8]
    do {
      archive = try Packaging.archive(rendered.files)
    } catch {
      throw CommandFailure(PackageWords.noArchive("\(error)"), code: 1)
    }
    try FileWriting.makeFolder(out)
    let path = out + "/" + rendered.name
    try FileWriting.write(archive, to: path)
    console.line(
      PackageWords.wrote(path, files: rendered.files.count, bytes: archive.count)
        .text(in: language))
    return 0
  }
}

/// The words of `sala package`.
enum PackageWords {
  static let mendFirst = LocalizedText(
    en: "The curriculum has errors; mend them first, nothing was written.",
    km: "កម្មវិធីសិក្សាមានកំហុស។ សូមកែជាមុនសិន។ មិនបានសរសេរអ្វីទេ។")

  static func noArchive(_ reason: String) -> LocalizedText {
    LocalizedText(
      en: "The archive cannot be made: \(reason).", km: "មិនអាចបង្កើតឯកសារបង្ហាប់បានទេ៖ \(reason)។")
  }

  static func wrote(_ path: String, files: Int, bytes: Int) -> LocalizedText {
    let size = NumberText.fixed(Double(bytes) / 1024, digits: 0)
    return LocalizedText(
      en: "\(path): \(files) files, \(size) KiB", km: "\(path)៖ \(files) ឯកសារ, \(size) KiB")
  }
}
