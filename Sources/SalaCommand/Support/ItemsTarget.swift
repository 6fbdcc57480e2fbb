import Archive
import FoundationEssentials
import QuestionFormats
import Source
import Terminal
import Text

/// Reads what questions come in: a file, an archive, or a folder with what is in it.
enum ItemsInput {
  /// The most files of a folder.
  static let mostFiles = 200_000
  /// The most bytes of all of them.
  static let mostBytes = 1 << 30

  /// Returns the input, or `nil` after findings; a place that cannot be read is thrown.
  static func read(_ path: String, collector: DiagnosticCollector) throws -> QuestionInput? {
    guard FileReading.exists(path) else {
      throw CommandFailure(CommandMessages.missingFile(path))
    }
    guard FileReading.isFolder(path) else {
      let (input, findings) = QuestionInput.read(bytes: try bytes(path), name: path)
      collector.add(contentsOf: findings)
      return input
    }
    var files: [ArchiveEntry] = []
    var total = 0
    try gather(path, under: "", into: &files, total: &total)
    guard !files.isEmpty else { throw CommandFailure(ItemsWords.emptyFolder(path)) }
    return QuestionInput(name: path, files: files)
  }

  private static func gather(
    _ folder: String, under prefix: String, into files: inout [ArchiveEntry], total: inout Int
  ) throws {
    for name in FileReading.names(in: folder) {
      let path = "\(folder)/\(name)"
      if FileReading.isFolder(path) {
        // A link to a folder above would never end; no bank lies deeper than this.
        if prefix.utf8.count(where: { $0 == UInt8(ascii: "/") }) < 8 {
          try gather(path, under: "\(prefix)\(name)/", into: &files, total: &total)
        }
        continue
      }
      let bytes = try bytes(path)
      total += bytes.count
      guard files.count < mostFiles, total <= mostBytes else {
        throw CommandFailure(ItemsWords.tooMuch(folder))
      }
      files.append(ArchiveEntry(path: "\(prefix)\(name)", bytes: bytes))
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw CommandFailure(CommandMessages.missingFile(path))
    }
  }
}

/// Where questions go, and how: a file, a folder or an archive.
struct ItemsTarget {
  /// The place.
  let path: String
  /// The format to write.
  let format: QuestionFormat
  /// The language that was asked for, or `nil`.
  let language: Language?

  private var isArchive: Bool { path.lowercased().hasSuffix(".zip") && format != .xlsx }
  private var isFolder: Bool {
    path.hasSuffix("/") || FileReading.isFolder(path)
      || !(path.split(separator: "/").last ?? "").contains(".")
  }
  /// Formats that carry one language only.
  private var isMonolingual: Bool { ![.sala, .csv, .xlsx, .moodleXML].contains(format) }

  /// The name of the bank: that of the place without its ending, in signs that every system takes.
  private var name: String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    var stem = last
    for ending in [".items.en.md", ".items.km.md"] where stem.hasSuffix(ending) {
      stem.removeLast(ending.count)
    }
    if let dot = stem.firstIndex(of: "."), dot > stem.startIndex, stem == last {
      stem = String(stem[..<dot])
    }
    let isGood =
      !stem.isEmpty
      && stem.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
    return isGood ? stem : "questions"
  }

  /// Refuses to write over the input.
  func refuse(input: String) throws {
    func plain(_ path: String) -> String {
      URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    if plain(input) == plain(path), !(isFolder && !FileReading.isFolder(input)) {
      throw CommandFailure(ItemsWords.sameFile(path))
    }
  }

  /// Converts; into a folder or an archive, a format of one language is written once for each
  /// language that the questions have, unless one was asked for.
  func convert(_ input: QuestionInput, from source: QuestionFormat?) -> ConversionResult {
    var options = QuestionWritingOptions(
      language: language ?? .english, isLanguageChosen: language != nil, name: name)
    guard isMonolingual, language == nil else {
      return Conversion.run(input, from: source, to: format, options: options)
    }
    options.isLanguageChosen = isArchive || isFolder
    let questions = Conversion.read(input, from: source)
    let languages = questions.languages
    guard languages.count == 2, options.isLanguageChosen else {
      options.language = languages.first ?? .english
      options.isLanguageChosen = options.isLanguageChosen || languages.count == 1
      return Conversion.run(questions, to: format, options: options)
    }
    var results: [ConversionResult] = []
    for language in Language.allCases {
      options.language = language
      options.name = "\(name)-\(language.rawValue)"
      var result = Conversion.run(questions, to: format, options: options)
      if format == .qti21 || format == .qti22 {
        result.files = result.files.map {
          ArchiveEntry(path: "\(language.rawValue)/\($0.path)", bytes: $0.bytes)
        }
      }
      results.append(result)
    }
    var joined = results[0]
    var known = Set(joined.lost)
    for other in results.dropFirst() {
      joined.files += other.files
      joined.lost += other.lost.filter { known.insert($0).inserted }
    }
    return joined
  }

  /// Writes the files, each whole or not at all; an archive as one.
  func write(_ files: [ArchiveEntry]) throws {
    if isArchive {
      let archive: [UInt8]
      do {
        archive = try ZipWriting.archive(files)
      } catch {
        throw CommandFailure(CommandMessages.cannotWrite(path))
      }
      return try FileWriting.write(archive, to: path)
    }
    if files.count == 1, let file = files.first, !isFolder {
      return try FileWriting.write(file.bytes, to: path)
    }
    // Sala's two languages stand beside each other under the name that was given.
    let base: String
    if !isFolder, format == .sala, path.hasSuffix(".md") {
      base = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
    } else if isFolder {
      base = path.hasSuffix("/") ? String(path.dropLast()) : path
    } else {
      throw CommandFailure(ItemsWords.severalFiles(path, count: files.count))
    }
    for file in files {
      let place = base.isEmpty ? file.path : "\(base)/\(file.path)"
      if let slash = place.lastIndex(of: "/") {
        try FileWriting.makeFolder(String(place[..<slash]))
      }
      try FileWriting.write(file.bytes, to: place)
    }
  }
}
