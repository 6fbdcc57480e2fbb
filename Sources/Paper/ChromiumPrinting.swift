import CPaper
import FoundationEssentials

/// Makes PDF of pages with a Chromium of the machine, where it has one.
package struct ChromiumPrinting: Sendable {
  /// The path of the program.
  package let program: String

  /// The names under which systems have it.
  static let names = [
    "chromium", "chromium-browser", "chromium-headless-shell", "chrome-headless-shell",
    "headless_shell", "google-chrome-stable", "google-chrome",
  ]
  /// The most seconds that one file may take.
  static let mostSeconds: UInt32 = 180

  /// What came of a printing.
  package enum Result: Sendable, Hashable {
    /// The file is there.
    case written
    /// The program could not be started, failed, or wrote nothing.
    case failed
    /// It took too long and was ended.
    case tookTooLong
  }

  /// Finds the program: `SALA_CHROMIUM`, else the first known name on `PATH`; `nil` where the
  /// machine has none.
  package init?(environment: [String: String]) {
    if let named = environment["SALA_CHROMIUM"], !named.isEmpty {
      guard Self.isProgram(named) else { return nil }
      program = named
      return
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for name in Self.names {
      if let folder = folders.first(where: { Self.isProgram("\($0)/\(name)") }) {
        program = "\(folder)/\(name)"
        return
      }
    }
    return nil
  }

  /// Prints a page; the file at `pdf` appears whole or not at all.
  ///
  /// - Parameters:
  ///   - page: The path of the page.
  ///   - pdf: The path of the PDF.
  ///   - scratch: A folder that may be made and is removed, for what the program keeps.
  /// - Returns: What came of it.
  package func print(_ page: String, to pdf: String, scratch: String) -> Result {
    let temporary = pdf + ".new"
    defer {
      try? FileManager.default.removeItem(atPath: scratch)
      try? FileManager.default.removeItem(atPath: temporary)
    }
    var words = [
      program, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--user-data-dir=\(Self.absolute(scratch))",
      "--no-pdf-header-footer", "--print-to-pdf=\(Self.absolute(temporary))",
    ]
    // Chromium refuses the superuser its sandbox; what it reads here are our own pages.
    if sala_paper_is_root() == 1 { words.append("--no-sandbox") }
    words.append(Self.address(Self.absolute(page)))
    var bytes: [UInt8] = []
    for word in words { bytes += Array(word.utf8.filter { $0 != 0 }) + [0] }
    switch sala_paper_run(bytes, bytes.count, Self.mostSeconds) {
    case -2: return .tookTooLong
    case 0: break
    default: return .failed
    }
    guard FileManager.default.fileExists(atPath: temporary) else { return .failed }
    do {
      try? FileManager.default.removeItem(atPath: pdf)
      try FileManager.default.moveItem(atPath: temporary, toPath: pdf)
      return .written
    } catch {
      return .failed
    }
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
      && FileManager.default.isExecutableFile(atPath: path)
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  private static func address(_ path: String) -> String {
    var text = "file://"
    for byte in path.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "/-_.~".utf8.contains(byte)
      let digits = Array("0123456789ABCDEF".utf8)
      text +=
        isPlain
        ? String(UnicodeScalar(byte))
        : "%" + String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }
    return text
  }
}
