import ArgumentParser
import Packaging
import Paper
import Terminal
import Text

/// How sheets are written: the folder, the languages, and whether PDF is made of them.
struct PrintOptions: ParsableArguments {
  @Option(help: help("The folder to write to.", "ថតដែលត្រូវសរសេរទៅ។")) var out = "print"
  @Option(
    name: .customLong("language"),
    help: help("Language of the sheets: en, km or both.", "ភាសានៃសន្លឹក៖ en, km ឬ both។"))
  var languages: PackageLanguages = .both
  @Flag(
    help: help(
      "Make PDF too, with a Chromium of this machine (on PATH, or named by SALA_CHROMIUM).",
      "បង្កើត PDF ផង ដោយប្រើ Chromium ក្នុងម៉ាស៊ីននេះ (ក្នុង PATH ឬតាម SALA_CHROMIUM)។"))
  var pdf = false
}

/// Writes sheets into a folder, and PDF beside them.
struct PrintWriting {
  let options: PrintOptions
  let console: Console
  let language: Language

  /// One file.
  struct File {
    /// The name without its ending.
    var name: String
    var sheets: PaperSheets
  }

  /// Writes all files; returns the exit code: 2 where PDF was asked for and could not be made.
  func write(_ files: [File]) throws -> Int32 {
    try FileWriting.makeFolder(options.out)
    let printing = options.pdf ? ChromiumPrinting(environment: console.environment) : nil
    var code: Int32 = 0
    for file in files {
      let path = "\(options.out)/\(file.name).html"
      try FileWriting.write(Array(file.sheets.html.utf8), to: path)
      console.line(path)
      guard let printing else { continue }
      let pdf = "\(options.out)/\(file.name).pdf"
      let scratch = "\(options.out)/.\(file.name)-chromium"
      switch printing.print(path, to: pdf, scratch: scratch) {
      case .written: console.line(pdf)
      case .failed:
        console.note(PrintWords.noPDF(pdf, printing.program).text(in: language))
        code = 2
      case .tookTooLong:
        console.note(PrintWords.slowPDF(pdf, printing.program).text(in: language))
        code = 2
      }
    }
    if options.pdf, printing == nil {
      console.note(PrintWords.noChromium.text(in: language))
      code = 2
    } else if !options.pdf {
      console.note(PrintWords.howToPrint.text(in: language))
    }
    return code
  }
}
