import Archive
import Testing
import Text

@testable import Inspection

private func quiz(
  _ code: String, _ original: String, _ replacement: String, severity: Severity = .error
) -> PackageChange {
  PackageChange(code, in: "quiz/quiz.xml", original, replacement, severity: severity)
}

@Suite("What lies in a Common Cartridge 1.1")
struct CartridgeContentTests {
  static let documents = [
    PackageChange("content-root", in: "link/link.xml", "imswl_v1p1", "imswl_v1p0"),
    PackageChange("xml-schema", in: "link/link.xml", "<title>A law</title>", ""),
    PackageChange("xml-schema", in: "link/link.xml", "<title>A law</title>", "<title> </title>"),
    PackageChange("weblink-url", in: "link/link.xml", "https://example.org/law", "/law"),
    PackageChange("weblink-url", in: "link/link.xml", "https://example.org/law", "https://a b"),
    PackageChange(
      "xml-schema", in: "link/link.xml", " href=\"https://example.org/law?year=2008\"", ""),
    PackageChange("xml-syntax", in: "link/link.xml", "</webLink>", ""),
    PackageChange("content-root", in: "topic/topic.xml", "<topic ", "<topics ").and(
      "</topic>", "</topics>"),
    PackageChange("xml-schema", in: "topic/topic.xml", "text/html", "html"),
    PackageChange("xml-schema", in: "topic/topic.xml", " texttype=\"text/html\"", ""),
    PackageChange(
      "attachment-missing", in: "topic/topic.xml", "picture.txt", "picture.png", severity: .warning),
    PackageChange(
      "attachment-missing", in: "topic/topic.xml", "picture.txt", "../../picture.txt",
      severity: .warning),
    PackageChange("content-root", in: "tool/tool.xml", "imslticc_v1p0", "imslticc_v1p2"),
    PackageChange("lti-launch", in: "tool/tool.xml", "https://example.org/launch", "launch"),
    PackageChange(
      "lti-launch", in: "tool/tool.xml",
      "<blti:launch_url>https://example.org/launch</blti:launch_url>", ""),
    PackageChange("content-root", in: "bank/bank.xml", "<objectbank", "<assessment title=\"A\"")
      .and("</objectbank>", "</assessment>"),
  ]

  static let questions = [
    quiz("content-root", "ims_qtiasiv1p2", "ims_qtiasiv1p3"),
    quiz(
      "content-root", "<assessment ident=\"quiz-1\" title=\"Quiz\">",
      "<objectbank ident=\"quiz-1\">"
    ).and("</assessment>", "</objectbank>"),
    quiz("xml-schema", " title=\"Quiz\"", ""),
    quiz("question-field", ">qmd_timelimit<", ">qmd_time<"),
    quiz("question-field-value", ">cc.exam.v0p1<", ">cc.exam<"),
    quiz("question-field-value", ">Examination<", ">Exam<"),
    quiz("question-field-value", ">Percentage<", ">Points<"),
    quiz("question-field-value", "<fieldentry>45<", "<fieldentry>0<"),
    quiz("question-field-value", "<fieldentry>45<", "<fieldentry>527041<"),
    quiz("question-field-value", "<fieldentry>3<", "<fieldentry>6<"),
    quiz("question-field-value", "<fieldentry>3<", "<fieldentry>many<"),
    quiz("question-field-value", "<fieldentry>Yes<", "<fieldentry>true<"),
    quiz(
      "question-field-twice", ">qmd_scoretype</fieldlabel><fieldentry>Percentage<",
      ">qmd_assessmenttype</fieldlabel><fieldentry>Examination<"),
    quiz("question-field-value", ">cc.multiple_choice.v0p1<", ">cc.multiple_choice.v1p1<"),
    quiz("question-field-value", "<fieldentry>2<", "<fieldentry>100<"),
    quiz("question-field-value", "<fieldentry>2<", "<fieldentry>1.5<"),
    quiz("question-field-value", "<fieldentry>No<", "<fieldentry>Yes<"),
    quiz("question-field", ">cc_weighting<", ">weight<"),
    quiz(
      "question-field-twice", "<fieldlabel>cc_weighting</fieldlabel><fieldentry>2<",
      "<fieldlabel>cc_profile</fieldlabel><fieldentry>cc.multiple_choice.v0p1<"),
    quiz(
      "question-profile-missing",
      "<fieldlabel>cc_profile</fieldlabel><fieldentry>cc.true_false.v0p1<",
      "<fieldlabel>qmd_computerscored</fieldlabel><fieldentry>Yes<"),
    quiz("question-response", ">cc.multiple_choice.v0p1<", ">cc.fib.v0p1<"),
    quiz(
      "question-response", "<response_str ident=\"blank-1-answer\"><render_fib/></response_str>", ""
    ),
    quiz(
      "question-response", "<response_str ident=\"blank-1-answer\"><render_fib/>",
      "<response_str ident=\"blank-1-answer\"><render_choice/>"),
    quiz("question-cardinality", "rcardinality=\"Multiple\"", "rcardinality=\"Single\""),
    quiz("question-cardinality", "rcardinality=\"Single\"", "rcardinality=\"Multiple\""),
    quiz("question-options", ">cc.multiple_choice.v0p1<", ">cc.true_false.v0p1<"),
    quiz(
      "question-options-few", ">cc.true_false.v0p1<", ">cc.multiple_choice.v0p1<",
      severity: .warning),
    quiz("question-comparison", ">cc.pattern_match.v0p1<", ">cc.fib.v0p1<"),
    quiz("key-missing", "<varequal respident=\"is\">true</varequal>", "<other/>"),
    quiz("response-reference", "respident=\"answer\"", "respident=\"answers\""),
    quiz(
      "response-reference", "<not><varequal respident=\"all\"", "<not><varequal respident=\"any\""),
    quiz(
      "answer-reference", "<varequal respident=\"answer\">b<", "<varequal respident=\"answer\">B<"),
    quiz(
      "answer-reference", "<not><varequal respident=\"all\">e<",
      "<not><varequal respident=\"all\">a<"),
    quiz("feedback-reference", "linkrefid=\"right\"", "linkrefid=\"wrong\""),
    quiz("feedback-kind", "feedbacktype=\"Hint\"", "feedbacktype=\"Response\""),
    quiz(
      "feedback-kind", "feedbacktype=\"Solution\" linkrefid=\"solution\"",
      "feedbacktype=\"Hint\" linkrefid=\"solution\""),
    quiz("feedback-kind", "feedbacktype=\"Response\"", "feedbacktype=\"Solution\""),
    quiz(
      "feedback-unused", "<displayfeedback feedbacktype=\"Response\" linkrefid=\"right\"/>", "",
      severity: .warning),
    quiz("xml-schema", "feedbacktype=\"Response\"", "feedbacktype=\"response\""),
    quiz("xml-schema", "varname=\"SCORE\" vartype", "varname=\"POINTS\" vartype"),
    quiz("xml-schema", "action=\"Set\"", "action=\"Add\""),
    quiz("question-identifier-duplicate", "ident=\"true-1\"", "ident=\"single-1\""),
  ]

  @Test("Each single mistake is found", arguments: documents + questions)
  func mistakes(_ change: PackageChange) throws {
    try change.expectFound(in: CartridgeSamples.files, standard: .commonCartridge)
  }

  @Test("An essay says that no computer scores it")
  func essay() throws {
    let field =
      "<qtimetadatafield><fieldlabel>qmd_computerscored</fieldlabel><fieldentry>No</fieldentry>"
      + "</qtimetadatafield>"
    try quiz("question-field-value", field, "")
      .expectFound(in: CartridgeSamples.files, standard: .commonCartridge)
  }

  @Test("A tool may have a protected address alone")
  func secure() throws {
    let files = try PackageChange("", in: "tool/tool.xml", "launch_url>", "secure_launch_url>")
      .and("/blti:launch_url>", "/blti:secure_launch_url>").apply(to: CartridgeSamples.files)
    #expect(Inspection.findings(in: files, standard: .commonCartridge) == [])
  }

  @Test("A topic may attach what lies on the web or at the root of the package")
  func attachments() throws {
    for reference in ["https://example.org/a.png", "pages/style.css", "../pages/page.html"] {
      let files = try PackageChange("", in: "topic/topic.xml", "picture.txt", reference)
        .apply(to: CartridgeSamples.files)
      #expect(Inspection.findings(in: files, standard: .commonCartridge) == [])
    }
  }
}
