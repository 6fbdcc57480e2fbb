import Document
package import Assessment
import Psychometrics
import Records
import Text
import XML

/// Item statistics in the form in which item banks exchange them.
package enum UsageData {
  /// Where the names of the statistics are explained: `docs/reports.md` repeats them.
  static let glossary = "urn:sala:glossary:item-statistics"

  /// Returns the statistics of the questions of each form with enough people, as `usageData` of QTI
  /// 2.1, or `nil` where no form has.
  ///
  /// Each question has `p-value` (mean share of its points), `PTbis` (correlation with the rest) and
  /// `omit`; each option of a choice its share as `distractor` with the option as part. The context
  /// is `urn:sala:context:<form>:<occasion>`. Source: 1EdTech, QTI 2.1 Usage Data, and its schema
  /// `imsqti_usagedata_v2p1.xsd`.
  ///
  /// - Parameters:
  ///   - input: Attempts, people, events and content, in any order.
  ///   - occasion: The test; `nil` for the post-test, and the pre-test where there is none.
  ///   - form: The id of a form; `nil` for all.
  /// - Returns: The document as UTF-8.
  package static func bytes(
    _ input: PrePostInput, occasion: Occasion? = nil, form: String? = nil
  ) -> [UInt8]? {
    let analyses = QuestionsReport.chosen(input, occasion: occasion, form: form)
      .filter { $0.analysis != nil }
    guard !analyses.isEmpty else { return nil }
    let statistics = analyses.flatMap { self.statistics($0, input.content) }
    return XMLWriting.bytes(
      of: XMLElement(
        XMLName("usageData", in: namespace), attributes: [], declarations: [namespace],
        children: statistics.map { .element($0) }))
  }

  private static let namespace = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/imsqti_usagedata_v2p1")

  private static func statistics(
    _ form: FormAnalysis, _ content: TestContent
  ) -> [XMLElement] {
    guard let analysis = form.analysis else { return [] }
    let context =
      "urn:sala:context:\(Self.escaped(form.set.form)):\(form.set.occasion.rawValue)"
    let n = analysis.n
    func statistic(_ name: String, _ item: String, part: String? = nil, _ value: Double)
      -> XMLElement
    {
      var target = [XMLAttribute("identifier", item)]
      if let part { target.append(XMLAttribute("partIdentifier", part)) }
      return XMLElement(
        XMLName("ordinaryStatistic", in: namespace),
        attributes: [
          XMLAttribute("name", name), XMLAttribute("glossary", glossary),
          XMLAttribute("context", context), XMLAttribute("caseCount", String(n)),
        ],
        children: [
          .element(
            XMLElement(
              XMLName("targetObject", in: namespace), attributes: target, children: [])),
          .element(
            XMLElement(
              XMLName("value", in: namespace), attributes: [XMLAttribute("baseType", "float")],
              children: [.text(value.description)])),
        ])
    }
    return analysis.items.enumerated().flatMap { place, item -> [XMLElement] in
      let figures = QuestionsReport.figures(form, place, content)
      var all: [XMLElement] = []
      if let value = item.difficulty.value { all.append(statistic("p-value", item.id, value)) }
      if let value = item.discrimination.value { all.append(statistic("PTbis", item.id, value)) }
      all.append(statistic("omit", item.id, Double(figures.omitted) / Double(max(1, n))))
      for option in figures.options {
        // A part must be a name of XML; ids of options are letters.
        guard option.id.utf8.allSatisfy({ (97...122).contains($0) }), !option.id.isEmpty
        else { continue }
        all.append(
          statistic(
            option.isKey ? "key" : "distractor", item.id, part: option.id,
            Double(option.people.count) / Double(max(1, n))))
      }
      return all
    }
  }

  /// Returns an id with anything but letters, digits, `-`, `.` and `_` as a hyphen, for a URN.
  private static func escaped(_ id: String) -> String {
    String(
      id.map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || "-._".contains(letter))
          ? letter : "-"
      })
  }
}
