import Situation
import Source
import Text

/// A small script that has no findings: two ways to a good ending, one to a poor one.
enum Scripts {
  static let header = """
    ---
    format: 1
    title: The market
    purpose: Agree where the stalls go.
    minutes: 30
    start: begin
    roles:
      - id: clerk
        title: Clerk
        brief: Keeps the list.
    state:
      trust: {title: Trust, start: 2, min: 0, max: 5}
    outcomes: [CSE-4]
    ---
    """

  static let body = """
    :: begin {role=clerk}
    ### The first morning
    Two groups want the same corner.

    > Who was asked first?
    [[Decide alone -> decree]]
    [[Ask both -> talk]] {trust +2}
    > Asking costs a day.

    :: talk
    They sit down.
    [[Write it down -> agreed]] {if trust >= 4, trust +1}
    [[Leave it open and hope that it holds for the season -> decree]] {trust = 1}

    :: agreed {ending=good}
    Both sign.
    > What made it possible?

    :: decree {ending=poor}
    Nobody keeps to it.
    """

  static let khmer = """
    ---
    format: 1
    title: ផ្សារ
    purpose: ឯកភាពគ្នាអំពីទីតាំងតូប។
    roles:
      - id: clerk
        title: ស្មៀន
        brief: រក្សាបញ្ជី។
    state:
      trust: {title: ទំនុកចិត្ត}
    translates:
      begin: HASH-begin
      talk: HASH-talk
      agreed: HASH-agreed
      decree: HASH-decree
    review: [km]
    ---
    :: begin {role=clerk}
    ### ព្រឹកដំបូង
    ក្រុមពីរចង់បានជ្រុងតែមួយ។
    > តើបានសួរអ្នកណាមុន?
    [[សម្រេចម្នាក់ឯង -> decree]]
    [[សួរទាំងពីរ -> talk]] {trust +២}
    > ការសួរចំណាយពេលមួយថ្ងៃ។
    :: talk
    ពួកគេអង្គុយជាមួយគ្នា។
    [[កត់ត្រាទុក -> agreed]] {if trust >= 4, trust + 1}
    [[ទុកឱ្យនៅបើកចំហ ហើយសង្ឃឹមថាវានឹងស្ថិតស្ថេរពេញមួយរដូវ -> decree]] {trust=1}
    :: agreed {ending=good}
    ទាំងពីរចុះហត្ថលេខា។
    > តើអ្វីធ្វើឱ្យវាកើតឡើងបាន?
    :: decree {ending=poor}
    គ្មានអ្នកណាគោរពតាមទេ។
    """

  static var english: String { header + "\n" + body }

  /// Returns the Khmer script with the hashes of an English one.
  static func stamped(_ khmer: String, from english: String) -> String {
    let situation = read(english).0
    return (situation?.sections ?? []).reduce(khmer) { text, section in
      replacing("HASH-\(section.id)", with: section.sourceHash, in: text)
    }
  }

  /// Returns `text` with each `word` replaced.
  static func replacing(_ word: String, with other: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: word) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  /// Reads a script that is written in English alone, unless a Khmer one is given.
  static func read(
    _ english: String?, khmer: String? = nil, languages: [Language] = [.english]
  ) -> (Situation?, [Diagnostic]) {
    let collector = DiagnosticCollector()
    let situation = SituationReading.read(
      english: english.map { SourceFile(path: "s/market.situation.en.md", text: $0) },
      khmer: khmer.map { SourceFile(path: "s/market.situation.km.md", text: $0) },
      languages: languages, collector: collector)
    return (situation, collector.diagnostics)
  }

  /// Reads sections below a header with the number `trust` from 0 to 5 that begins at 2.
  static func findings(_ body: String) -> [Diagnostic] {
    read(header + "\n" + body).1
  }

  static func codes(_ body: String) -> [String] { findings(body).map(\.code) }
}
