import Source
import Testing
import Text

@testable import Situation

@Suite("Scripts are read from text that reads like a play")
struct SituationReadingTests {
  @Test("A sound script is read whole and has no findings")
  func sound() throws {
    let (read, findings) = Scripts.read(Scripts.english)
    #expect(findings.map(\.message.en) == [])
    let situation = try #require(read)
    #expect(situation.slug == "market")
    #expect(situation.title == LocalizedText(en: "The market", km: ""))
    #expect(situation.minutes == 30)
    #expect(situation.outcomes.map(\.value) == ["CSE-4"])
    #expect(situation.sections.map(\.id) == ["begin", "talk", "agreed", "decree"])
    #expect(situation.endings.map(\.ending) == [.good, .poor])
    let begin = try #require(situation.section("begin"))
    #expect(begin.title.en == "The first morning")
    #expect(begin.text.en == "Two groups want the same corner.")
    #expect(begin.notes.en == "Who was asked first?")
    #expect(begin.role?.value == "clerk")
    #expect(begin.choices.map(\.text.en) == ["Decide alone", "Ask both"])
    #expect(begin.choices.map(\.notes.en) == ["", "Asking costs a day."])
    #expect(begin.choices[1].effects.map(\.change) == [.add(2)])
    let talk = try #require(situation.section("talk"))
    #expect(talk.title.isEmpty)
    #expect(talk.choices[0].conditions.map(\.comparison) == [.atLeast])
    #expect(talk.choices[0].conditions.map(\.value) == [4])
    #expect(talk.choices[1].effects.map(\.change) == [.set(1)])
  }

  @Test("A finding stands at the line and column of what is wrong")
  func places() throws {
    let body =
      ":: begin\nText.\n  [[Go -> nowhere]] {trust +1, luck +1}\n:: end {ending=good}\nEnd."
    let findings = Scripts.findings(body)
    let target = try #require(findings.first { $0.code == "unknown-target" })
    let name = try #require(findings.first { $0.code == "unknown-state" })
    let line = try #require(target.excerpt.firstRange(of: "nowhere"))
    #expect(target.location.line == 17)
    #expect(
      target.location.column
        == target.excerpt.unicodeScalars.distance(
          from: target.excerpt.startIndex, to: line.lowerBound) + 1)
    #expect(target.length == 7)
    #expect(name.location == SourceLocation(file: "s/market.situation.en.md", line: 17, column: 32))
  }

  @Test("Both languages are joined by id, with Khmer digits and other spacing in rules allowed")
  func joined() throws {
    let khmer = Scripts.stamped(Scripts.khmer, from: Scripts.english)
    let (read, findings) = Scripts.read(
      Scripts.english, khmer: khmer, languages: Language.allCases)
    #expect(findings.map(\.message.en) == [])
    let situation = try #require(read)
    #expect(situation.title.km == "ផ្សារ")
    #expect(situation.purpose.isComplete)
    #expect(situation.roles.allSatisfy { $0.title.isComplete && $0.brief.isComplete })
    #expect(situation.state.allSatisfy { $0.title.isComplete })
    #expect(situation.sections.allSatisfy { $0.text.isComplete })
    #expect(situation.sections.flatMap(\.choices).allSatisfy { $0.text.isComplete })
    #expect(situation.section("begin")?.title.km == "ព្រឹកដំបូង")
    #expect(situation.section("begin")?.choices[1].notes.km == "ការសួរចំណាយពេលមួយថ្ងៃ។")
    #expect(situation.review == [.khmer])
    #expect(Set(situation.locations.keys) == [.english, .khmer])
  }

  @Test("A translation whose source changed is named, and so is one that was never stamped")
  func stale() {
    let khmer = Scripts.stamped(Scripts.khmer, from: Scripts.english)
    let changed = Scripts.replacing("They sit down.", with: "They stand.", in: Scripts.english)
    let (_, findings) = Scripts.read(changed, khmer: khmer, languages: Language.allCases)
    #expect(findings.map(\.code) == ["stale-translation"])
    #expect(findings.first?.location.file == "s/market.situation.km.md")
    #expect(findings.first?.severity == .warning)
    let (_, unstamped) = Scripts.read(Scripts.english, khmer: Scripts.khmer)
    #expect(unstamped.map(\.code) == Array(repeating: "stale-translation", count: 4))
  }

  @Test("A stamp for a section that does not exist is named")
  func strayStamp() {
    let khmer = Scripts.replacing(
      "  decree: HASH", with: "  decre: 00\n  decree: HASH", in: Scripts.khmer)
    let (_, findings) = Scripts.read(
      Scripts.english, khmer: Scripts.stamped(khmer, from: Scripts.english))
    #expect(findings.map(\.code) == ["unknown-section"])
    #expect(findings.first?.remedy.en.contains("'decree'") == true)
  }

  @Test(
    "Whatever differs between the languages is named",
    arguments: [
      ("{role=clerk}", "", "attributes"), ("ending=good", "ending=mixed", "attributes"),
      ("talk]] {trust +២}", "agreed]] {trust +២}", "where choice 2 leads"),
      ("{trust +២}", "{trust +៣}", "effects or conditions of choice 2"),
      ("if trust >= 4", "if trust > 4", "effects or conditions of choice 1"),
      ("> តើបានសួរអ្នកណាមុន?\n", "", "debrief notes"),
      ("\n> ការសួរចំណាយពេលមួយថ្ងៃ។", "", "choice 2 has debrief notes"),
      ("[[សម្រេចម្នាក់ឯង -> decree]]\n", "", "number of choices"),
      ("### ព្រឹកដំបូង\n", "", "heading"),
    ])
  func different(old: String, new: String, what: String) {
    let khmer = Scripts.stamped(Scripts.khmer, from: Scripts.english)
    let (_, findings) = Scripts.read(
      Scripts.english, khmer: Scripts.replacing(old, with: new, in: khmer))
    #expect(findings.map(\.code) == ["languages-differ"])
    #expect(findings.first?.message.en.contains(what) == true)
    #expect(findings.first?.related.count == 1)
  }

  @Test("What stands in one language only is named on either side")
  func oneSided() {
    let khmer = Scripts.stamped(Scripts.khmer, from: Scripts.english)
    let without = Scripts.replacing(
      ":: decree {ending=poor}\nគ្មានអ្នកណាគោរពតាមទេ។", with: ":: extra {ending=poor}\nអត្ថបទ",
      in: Scripts.replacing(
        "clerk\n    title", with: "scribe\n    title",
        in: Scripts.replacing("  trust:", with: "  hope:", in: khmer)))
    let (_, findings) = Scripts.read(Scripts.english, khmer: without)
    let missing = findings.filter { $0.code == "missing-translation" }
    #expect(missing.count == 6)
    #expect(Set(missing.map(\.location.file)).count == 2)
  }

  @Test("A missing language is a finding only where it must be written")
  func missingLanguage() throws {
    let (_, wanted) = Scripts.read(Scripts.english, languages: Language.allCases)
    #expect(wanted.map(\.code) == ["missing-translation"])
    #expect(wanted.first?.remedy.en.contains("market.situation.km.md") == true)
    let full = Scripts.replacing("ផ្សារ", with: "ផ្សារ\nminutes: 5\nstart: begin", in: Scripts.khmer)
    let plain = Scripts.replacing(
      "{title: ទំនុកចិត្ត}", with: "{title: ទំនុកចិត្ត, start: 2, min: 0, max: 5}", in: full)
    let (khmer, findings) = Scripts.read(nil, khmer: plain, languages: [.khmer])
    #expect(findings.map(\.code) == ["unknown-key"])
    #expect(khmer?.title.km == "ផ្សារ")
    #expect(Scripts.read(nil).0 == nil)
  }

  @Test("A mistake in the front matter is a finding, and the rest is still read")
  func frontMatter() {
    func codes(_ old: String, _ new: String) -> [String] {
      Scripts.read(Scripts.replacing(old, with: new, in: Scripts.english)).1.map(\.code)
    }
    #expect(codes("format: 1", "format: 2") == ["newer-format"])
    #expect(codes("format: 1\n", "") == ["missing-key"])
    #expect(codes("minutes: 30", "minuts: 30") == ["unknown-key", "missing-key"])
    #expect(codes("start: begin", "start: begn") == ["unknown-target"])
    #expect(codes("start: begin\n", "") == ["missing-key"])
    #expect(codes("start: 2,", "start: 9,").first == "state-out-of-bounds")
    #expect(codes("min: 0", "min: 9").first == "state-out-of-bounds")
    #expect(codes("trust: {title", "Trust!: {title").first == "bad-id")
    #expect(codes("id: clerk", "id: The Clerk").first == "bad-id")
    #expect(
      codes("    brief: Keeps", "    brief: x\n  - id: clerk\n    title: Two\n    brief: Keeps")
        == ["duplicate-id"])
    #expect(codes("outcomes:", "review: [fr]\noutcomes:") == ["unknown-value"])
    #expect(codes("---\nformat", "format").contains("missing-front-matter"))
    #expect(codes("]\n---\n", "]\n---\nLost words.\n") == ["stray-text"])
    #expect(codes("outcomes: [CSE-4]\n---", "outcomes: [CSE-4]") == ["open-front-matter"])
  }

  @Test("An approval is kept with its language")
  func approval() {
    let text = Scripts.replacing(
      "outcomes:",
      with: "approval: {by: The school, date: 2027-01-15, reference: No. 1}\noutcomes:",
      in: Scripts.english)
    let (situation, findings) = Scripts.read(text)
    #expect(findings.isEmpty)
    #expect(
      situation?.approvals == [
        .english: Situation.Approval(by: "The school", date: "2027-01-15", reference: "No. 1")
      ])
  }

  @Test(
    "A section that cannot be read rightly is a finding",
    arguments: [
      (":: Begin here\nText.", "bad-id"), (":: begin\n[[Go -> end]]", "empty-section"),
      (":: begin\nText.\n[[Go -> end]]\nMore.", "stray-text"),
      (":: begin\nText.\n[[Go end]]", "bad-choice"), (":: begin\nText.\n[[ -> end]]", "bad-choice"),
      (":: begin\nText.\n[[Go -> The End]]", "bad-choice"),
      (":: begin\nText.\n[[Go -> end", "bad-choice"), (":: begin\nText.\n[[", "bad-choice"),
      (":: begin\nText.\n[[]]", "bad-choice"), (":: begin\nText.\n[[->]]", "bad-choice"),
      (":: begin\nText.\n[[Go -> end]] trust +1", "bad-choice"),
      (":: begin\nText.\n[[Go -> end]] {}", "bad-choice"),
      (":: begin\nText.\n[[Go -> end]] {trust}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {trust +}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {trust +99999}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {trust +1 2}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {trust +1,}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {trust * 2}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {if trust}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {if trust >= x}", "bad-rule"),
      (":: begin\nText.\n[[Go -> end]] {iftrust >= 1}", "bad-rule"),
      (":: begin {colour=red}\nText.\n[[Go -> end]]", "unknown-key"),
      (":: begin\nText.\n[[Go -> end]]\n:: begin\nText.\n[[Go -> end]]", "duplicate-id"),
      (":: begin {ending=happy}\nText.\n[[Go -> end]]", "unknown-value"),
    ])
  func badSection(body: String, code: String) {
    let codes = Scripts.codes(body + "\n:: end {ending=good}\nThe end.")
    #expect(codes.contains(code))
  }

  @Test("Code fences and arrows within a choice's words are left alone")
  func marks() {
    let body =
      ":: begin {role=clerk}\nText.\n```\n:: not-a-section\n[[no -> choice]]\n```\n"
      + "[[From A -> B, then on -> end]] {trust -1, if trust > -1, if trust < 5, if trust <= 4}\n"
      + ":: end {ending=good}\n### Only a heading"
    let (situation, findings) = Scripts.read(Scripts.header + "\n" + body)
    #expect(findings.map(\.code) == ["empty-section"])
    #expect(situation?.sections.count == 2)
    #expect(situation?.section("begin")?.choices.map(\.text.en) == ["From A -> B, then on"])
    #expect(situation?.section("end")?.text.en == "Only a heading")
  }

  @Test("Every message is written in both languages")
  func bilingual() {
    let texts = [
      Scripts.codes(""), Scripts.codes(":: a\n[[x]]\ny"),
    ]
    #expect(texts.allSatisfy { !$0.isEmpty })
    let findings =
      Scripts.findings(
        ":: begin {role=x ending=y}\nT.\n[[a -> b]] {z +1, ?}\nq\n:: c\nT.\n:: c\nU.")
    #expect(findings.count >= 8)
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    #expect(Situation.EndingQuality.allCases.allSatisfy { $0.title.isComplete })
    #expect(SituationHabit.allCases.allSatisfy { SituationMessages.habitWins($0).isComplete })
  }
}
