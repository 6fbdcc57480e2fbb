import Assessment
import Document
import Records
import Text

/// What reports from records have in common: their beginning, and how they say that there is nothing
/// to report.
enum ReportFrame {
  /// Returns the beginning of a report: its title, and that the data are made up where they are.
  static func document(_ kind: ReportKind, _ input: PrePostInput) -> Document {
    var document = Document(title: kind.title, isSynthetic: input.isSynthetic)
    if input.isSynthetic {
      document.blocks.append(
        .note(
          .warning, input.seed.map(ReportingMessages.seed) ?? DocumentMessages.syntheticData))
    }
    return document
  }

  /// Returns the report that has nothing to give.
  static func refused(_ document: Document) -> Report {
    let refusal = ReportRefusal(.nothingToReport)
    var document = document
    document.blocks += [.note(.warning, refusal.message), .note(.warning, refusal.remedy)]
    return Report(document: document, refusal: refusal)
  }

  /// Returns what became of tests that count in no figure, of reports about tests.
  static func leftOut(_ input: PrePostInput) -> [Document.Block] {
    let matching = Matching(input)
    let waiting = matching.tallies.values.reduce(0) { $0 + $1.awaiting }
    let notes: [Document.Block] =
      waiting > 0 ? [.note(.warning, ReportingMessages.awaitRater(waiting))] : []
    return notes + LeftOut(matching, input.rules).blocks
  }

  /// Returns a note that names the forms with too few people; nothing where there is none.
  static func tooFew(_ forms: [FormAnalysis], _ input: PrePostInput) -> [Document.Block] {
    let few = forms.filter { $0.analysis == nil }
    guard !few.isEmpty else { return [] }
    let names = few.map { form in
      let title = title(form.set, input.content)
      let n = form.set.attempts.count
      return LocalizedText(
        en: "\(title.en) (\(n))", km: "\(title.text(in: .khmer)) (\(Prose.count(n).km))")
    }
    return [.note(.warning, ItemWords.tooFewPeople(names))]
  }

  /// Returns the name of a form on an occasion.
  static func title(_ set: TestSet, _ content: TestContent) -> LocalizedText {
    let form = content.formTitle(set.form)
    let test = occasion(set.occasion)
    return LocalizedText(
      en: "\(form.en), \(test.en.lowercased())",
      km: "\(form.text(in: .khmer)) \(test.text(in: .khmer))")
  }

  static func occasion(_ occasion: Occasion) -> LocalizedText {
    occasion == .pre ? ReportingMessages.preTest : ReportingMessages.postTest
  }

  /// Returns texts as one, with semicolons between them.
  static func joined(_ texts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: texts.map(\.en).joined(separator: "; "),
      km: texts.map { $0.text(in: .khmer) }.joined(separator: "; "))
  }
}
