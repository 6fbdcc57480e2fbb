package import Document
import Psychometrics
import Records
import Text

/// Says what changed between the pre- and the post-test of the same people.
///
/// Only matched pairs count, and every table of changes is about exactly the people of the
/// headline. The change is given only where it can be told from a difference between the forms;
/// otherwise the report is refused, with its counts and with what would make it reportable.
package enum PrePostReport {
  /// Returns the report.
  ///
  /// - Parameters:
  ///   - input: Attempts, people, events and content, in any order.
  ///   - groupings: What to break the change down by. Those that divide people are crossed with
  ///     each other in one table; each that divides the questions has a table of its own, about
  ///     everybody.
  /// - Returns: The report, refused or not.
  package static func report(_ input: PrePostInput, by groupings: [Grouping] = []) -> Report {
    let study = PrePostStudy(input)
    var document = Document(title: ReportingMessages.title, isSynthetic: input.isSynthetic)
    if input.isSynthetic { document.blocks.append(.note(.warning, synthetic(input))) }
    if let refusal = study.design.refusal {
      document.blocks += [
        .note(.warning, refusal.message), .note(.warning, refusal.remedy),
      ]
      document.blocks += OrdersSection(study: study).blocks
    } else {
      document.blocks += HeadlineSection(study: study).blocks
      document.blocks += LanguageSection(study: study).blocks
      document.blocks += CrossoverSection(study: study).blocks
      var seen: Set<Grouping> = []
      let asked = groupings.filter { seen.insert($0).inserted }
      let attributes = asked.filter { !$0.dividesQuestions }
      document.blocks += GroupsSection(study: study, attributes: attributes).blocks
      document.blocks += asked.filter(\.dividesQuestions).flatMap {
        TopicsSection(study: study, kind: $0).blocks
      }
      document.blocks += EndsSection(study: study).blocks
    }
    document.blocks += PeopleSection(study: study).blocks
    if study.design.refusal == nil { document.blocks += AttritionFlow(study: study).blocks }
    document.blocks += OriginSection(study: study).blocks
    if study.design.refusal == nil { document.blocks += MethodNotes.prePost }
    return Report(document: document, refusal: study.design.refusal)
  }

  /// Returns the document of the report alone.
  ///
  /// - Parameters:
  ///   - input: Attempts, people, events and content, in any order.
  ///   - groupings: What to break the change down by.
  /// - Returns: The document.
  package static func document(
    _ input: PrePostInput, by groupings: [Grouping] = []
  ) -> Document {
    report(input, by: groupings).document
  }

  private static func synthetic(_ input: PrePostInput) -> LocalizedText {
    guard let seed = input.seed else { return DocumentMessages.syntheticData }
    return ReportingMessages.seed(seed)
  }
}

/// What all the sections of one report are about.
struct PrePostStudy: Sendable {
  let input: PrePostInput
  let matching: Matching
  let design: FormDesign
  /// The change of everybody in pairs, in percent of points.
  let change: PairedChange

  /// Matches the attempts and recognises the design.
  init(_ input: PrePostInput) {
    self.input = input
    matching = Matching(input)
    design = FormDesign(matching.pairs, events: input.events)
    change = PairedChange(
      pre: matching.pairs.map(\.prePercent), post: matching.pairs.map(\.postPercent))
  }

  var pairs: [MatchedPair] { matching.pairs }

  /// The ids of the forms that were taken in pairs: A, then B, or in their order.
  var forms: [String] {
    if let forms = design.forms { return [forms.a, forms.b] }
    return Set(pairs.flatMap { [$0.pre.form, $0.post.form] }).sorted()
  }
}
