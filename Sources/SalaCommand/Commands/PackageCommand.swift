import Archive
import ArgumentParser
import Curriculum
import FoundationEssentials
import Packaging
import Source
import Terminal
import Text

extension PackageProfile: ExpressibleByArgument {}
extension PackageLanguages: ExpressibleByArgument {}
extension PackageOrganization: ExpressibleByArgument {}
extension PackageForms: ExpressibleByArgument {}

/// `sala package`: a course package for an LMS, or one for each of its pages.
struct PackageCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "package",
    abstract: both(
      "Write a course package that an LMS imports.",
      "បង្កើតកញ្ចប់មេរៀន ដែលប្រព័ន្ធគ្រប់គ្រងការរៀនសូត្រ (LMS) អាចនាំចូលបាន។"))

  @Argument(
    help: help(
      "Folder of the curriculum or its id; the only one in this folder where it is left out.",
      "ថត ឬលេខសម្គាល់កម្មវិធីសិក្សា។ បើមិនបញ្ជាក់ ប្រើកម្មវិធីសិក្សាតែមួយក្នុងថតនេះ។"))
  var curriculum: String?
  @Option(
    help: help(
      "The standard: scorm12 (nearly every LMS), scorm2004, cmi5, common-cartridge (an editable course) or web (no LMS).",
      "ស្តង់ដារ៖ scorm12 (LMS ស្ទើរទាំងអស់), scorm2004, cmi5, common-cartridge (វគ្គដែលកែបាន) ឬ web (គ្មាន LMS)។"
    ))
  var format: PackageProfile = .scorm12
  @Option(
    name: .customLong("language"),
    help: help("Language of the package: en, km or both.", "ភាសានៃកញ្ចប់៖ en, km ឬ both។"))
  var languages: PackageLanguages = .both
  @Option(
    help: help(
      "Only these modules, by id, separated by commas.", "យកតែម៉ូឌុលទាំងនេះ ដោយសរសេរលេខសម្គាល់ និងដាក់សញ្ញាក្បៀសនៅចន្លោះ។"))
  var modules: String?
  @Option(
    help: help(
      "The province whose examples it uses: kampong-cham, kampot, ratanakiri, siem-reap.",
      "ខេត្តដែលយកឧទាហរណ៍មកប្រើ៖ kampong-cham, kampot, ratanakiri, siem-reap។"))
  var context: String?
  @Flag(
    help: help(
      "One package for each test and each module.", "កញ្ចប់មួយសម្រាប់តេស្តនីមួយៗ និងម៉ូឌុលនីមួយៗ។"))
  var split = false
  @Option(
    help: help(
      "multi lists every page in the LMS; single makes one entry that shows all pages (scorm12, scorm2004).",
      "multi បង្ហាញទំព័រនីមួយៗក្នុង LMS។ single បង្កើតធាតុតែមួយដែលបង្ហាញទំព័រទាំងអស់ (scorm12, scorm2004)។"
    ))
  var organization: PackageOrganization = .multi
  @Option(
    help: help(
      "The form of both tests: a, b, or crossover (one before, the other after, by the learner's id).",
      "វិញ្ញាសានៃតេស្តទាំងពីរ៖ a, b ឬ crossover (មួយមុនវគ្គ មួយទៀតក្រោយវគ្គ តាមលេខសម្គាល់សិក្ខាកាម)។"))
  var forms: PackageForms = .crossover
  @Option(
    help: help(
      "Carry the schema documents of this folder instead of Sala's own (scorm12, scorm2004).",
      "ប្រើឯកសារគំរូ (schema) ក្នុងថតនេះ ជំនួសឯកសាររបស់ Sala (scorm12, scorm2004)។"))
  var controlDocuments: String?
  @Flag(
    help: help(
      "Let the LMS skip modules that the pre-test shows to be mastered (scorm2004); the pre-test then holds its key.",
      "ឱ្យ LMS រំលងម៉ូឌុលដែលតេស្តមុនវគ្គបង្ហាញថាចេះរួចហើយ (scorm2004)។ ក្នុងករណីនេះ តេស្តមុនវគ្គមានចម្លើយត្រឹមត្រូវនៅក្នុងកញ្ចប់។"
    ))
  var skipMastered = false
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
      modules: modules?.split(separator: ",").map { String($0) } ?? [], context: context,
      organization: organization, forms: forms, isSplit: split, skipsMastered: skipMastered,
      controlDocuments: try controlDocuments.map(SchemaFolder.files))
    let rendered = Packaging.packages(course, options: options)
    console.report(rendered.flatMap(\.diagnostics), in: language)
    guard !rendered.flatMap(\.diagnostics).hasErrors else { return 1 }
    // All archives are made before the first is written: none is better than a part.
    let archives: [[UInt8]]
    do {
      archives = try rendered.map { try Packaging.archive($0.files) }
    } catch {
      throw CommandFailure(PackageWords.noArchive("\(error)"), code: 1)
    }
    try FileWriting.makeFolder(out)
    for (package, archive) in zip(rendered, archives) {
      let path = out + "/" + package.name
      try FileWriting.write(archive, to: path)
      console.line(
        PackageWords.wrote(path, files: package.files.count, bytes: archive.count)
          .text(in: language))
    }
    return 0
  }
}

/// Reads a folder of schema documents.
enum SchemaFolder {
  /// How deep folders may lie in it, so that a link to a folder above ends.
  private static let deepest = 4
  /// The most documents, and the most bytes of one: the published ones are far smaller.
  private static let mostFiles = 1000
  private static let mostBytes = 4 << 20

  /// Returns the documents in a folder and below it, with their paths from it.
  ///
  /// - Throws: `CommandFailure` where there is no such folder, or a document cannot be read.
  static func files(_ folder: String) throws -> [PackageFile] {
    guard FileReading.isFolder(folder) else {
      throw CommandFailure(CommandMessages.missingFile(folder))
    }
    var files: [PackageFile] = []
    try collect(folder, prefix: "", depth: 0, into: &files)
    return files
  }

  private static func collect(
    _ folder: String, prefix: String, depth: Int, into files: inout [PackageFile]
  ) throws {
    for name in FileReading.names(in: folder) {
      let path = "\(folder)/\(name)"
      if FileReading.isFolder(path) {
        guard depth < deepest else { continue }
        try collect(path, prefix: "\(prefix)\(name)/", depth: depth + 1, into: &files)
      } else if name.hasSuffix(".xsd") || name.hasSuffix(".dtd") {
        guard files.count < mostFiles, let data = try? Data(contentsOf: URL(filePath: path)),
          data.count <= mostBytes
        else { throw CommandFailure(CommandMessages.missingFile(path)) }
        files.append(PackageFile(path: prefix + name, bytes: Array(data)))
      }
    }
  }
}

/// The words of `sala package`.
enum PackageWords {
  static let mendFirst = LocalizedText(
    en: "The curriculum has errors; mend them first, nothing was written.",
    km: "កម្មវិធីសិក្សាមានកំហុស។ សូមកែកំហុសជាមុនសិន។ មិនបានសរសេរឯកសារអ្វីទេ។")

  static func noArchive(_ reason: String) -> LocalizedText {
    LocalizedText(
      en: "The archive cannot be made: \(reason).", km: "មិនអាចបង្កើតឯកសារបង្ហាប់បានទេ៖ \(reason)។")
  }

  static func wrote(_ path: String, files: Int, bytes: Int) -> LocalizedText {
    let size = NumberText.fixed(Double(bytes) / 1024, digits: 0)
    return LocalizedText(
      en: "\(path): \(files) files, \(size) KiB",
      km:
        "\(path)៖ ឯកសារ \(Khmer.withKhmerDigits("\(files)")), ទំហំ \(Khmer.withKhmerDigits(size)) KiB")
  }
}
