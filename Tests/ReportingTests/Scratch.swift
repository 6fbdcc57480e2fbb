import Assessment
import Document
import FoundationEssentials
import Records
import Testing
import Text

@testable import Reporting

@Test("scratch") func scratch() throws {
  var input = Cohort.random(64, seed: 11, provinces: ["kampot", "siem-reap", "ratanakiri", "kampong-cham", ""])
  input.attempts += (0..<6).map { Cohort.attempt("L\($0)", .pre, "ila-a", $0, of: 20) }
  input.attempts[0].language = .english
  input.seed = 42
  input.isSynthetic = true
  let refused = PrePostReport.document(Cohort.input(RefusalTests.people(12, 2)))
  let real = PrePostReport.document(Cohort.input(CrossoverTests.attempts))
  let rich = PrePostReport.document(input, by: [.province, .sex, .competency])
  for (name, document) in [("rich", rich), ("refused", refused), ("real", real)] {
    for language in Language.allCases {
      for format in DocumentFormat.allCases {
        let text = DocumentRendering.render(document, as: format, language: language)
        try Data(text.utf8).write(to: URL(filePath: "/tmp/rep-\(name)-\(language.rawValue).\(format.rawValue)"))
      }
    }
  }
}
