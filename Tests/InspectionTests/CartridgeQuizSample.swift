/// A quiz with a question of each kind of Common Cartridge 1.1, and a bank; synthetic.
enum CartridgeQuizSample {
  static let quiz = """
    <?xml version="1.0" encoding="UTF-8"?>
    <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
      <assessment ident="quiz-1" title="Quiz">
        <qtimetadata>
          \(field("cc_profile", "cc.exam.v0p1"))
          \(field("qmd_assessmenttype", "Examination"))
          \(field("qmd_scoretype", "Percentage"))
          \(field("qmd_timelimit", "45"))
          \(field("cc_maxattempts", "3"))
          \(field("qmd_feedbackpermitted", "Yes"))
        </qtimetadata>
        <section ident="section-1">
          \(single)
          \(trueFalse)
          \(multiple)
          \(typed("blank-1", "cc.fib.v0p1", comparison: "varequal"))
          \(typed("pattern-1", "cc.pattern_match.v0p1", comparison: "varsubstring"))
          \(essay)
        </section>
      </assessment>
    </questestinterop>
    """

  static let bank = """
    <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
      <objectbank ident="bank-1">
        \(typed("blank-2", "cc.fib.v0p1", comparison: "varequal"))
      </objectbank>
    </questestinterop>
    """

  private static func field(_ label: String, _ entry: String) -> String {
    "<qtimetadatafield><fieldlabel>\(label)</fieldlabel><fieldentry>\(entry)</fieldentry>"
      + "</qtimetadatafield>"
  }

  private static func metadata(_ fields: [(String, String)]) -> String {
    "<itemmetadata><qtimetadata>\(fields.map { field($0.0, $0.1) }.joined())</qtimetadata>"
      + "</itemmetadata>"
  }

  private static func text(_ text: String) -> String {
    "<material><mattext texttype=\"text/html\">\(text)</mattext></material>"
  }

  private static func choice(_ name: String, _ cardinality: String, _ options: [String]) -> String {
    let labels = options.map { "<response_label ident=\"\($0)\">\(text($0))</response_label>" }
    return "<response_lid ident=\"\(name)\" rcardinality=\"\(cardinality)\">"
      + "<render_choice>\(labels.joined())</render_choice></response_lid>"
  }

  private static let outcomes = """
    <outcomes><decvar varname="SCORE" vartype="Decimal" minvalue="0" maxvalue="100"/></outcomes>
    """

  private static let set = "<setvar varname=\"SCORE\" action=\"Set\">100</setvar>"

  private static let single = """
    <item ident="single-1" title="One">
      \(metadata([("cc_profile", "cc.multiple_choice.v0p1"), ("cc_weighting", "2")]))
      <presentation>\(text("Which?"))\(choice("answer", "Single", ["a", "b", "c"]))</presentation>
      <resprocessing>
        \(outcomes)
        <respcondition title="key">
          <conditionvar><varequal respident="answer">b</varequal></conditionvar>
          \(set)
          <displayfeedback feedbacktype="Response" linkrefid="right"/>
          <displayfeedback feedbacktype="Hint" linkrefid="hint"/>
          <displayfeedback feedbacktype="Solution" linkrefid="solution"/>
        </respcondition>
      </resprocessing>
      <itemfeedback ident="right"><flow_mat>\(text("Right."))</flow_mat></itemfeedback>
      <itemfeedback ident="hint"><hint><hintmaterial>\(text("Think."))</hintmaterial></hint>
      </itemfeedback>
      <itemfeedback ident="solution"><solution><solutionmaterial>\(text("b."))</solutionmaterial>
        </solution></itemfeedback>
    </item>
    """

  private static let trueFalse = """
    <item ident="true-1">
      \(metadata([("cc_profile", "cc.true_false.v0p1")]))
      <presentation>\(text("Is it?"))\(choice("is", "Single", ["true", "false"]))</presentation>
      <resprocessing>
        \(outcomes)
        <respcondition><conditionvar><varequal respident="is">true</varequal></conditionvar>\(set)
        </respcondition>
      </resprocessing>
    </item>
    """

  private static let multiple = """
    <item ident="multiple-1">
      \(metadata([("cc_profile", "cc.multiple_response.v0p1"), ("qmd_computerscored", "Yes")]))
      <presentation><flow>\(text("Which ones?"))\(choice("all", "Multiple", ["d", "e", "f"]))</flow>
      </presentation>
      <resprocessing>
        \(outcomes)
        <respcondition>
          <conditionvar>
            <and><varequal respident="all">d</varequal>
              <not><varequal respident="all">e</varequal></not></and>
          </conditionvar>
          \(set)
        </respcondition>
      </resprocessing>
    </item>
    """

  private static func typed(
    _ name: String, _ profile: String, comparison: String
  ) -> String {
    """
    <item ident="\(name)">
      \(metadata([("cc_profile", profile), ("cc_question_category", "Listening")]))
      <presentation>\(text("Who?"))<response_str ident="\(name)-answer"><render_fib/></response_str>
      </presentation>
      <resprocessing>
        \(outcomes)
        <respcondition>
          <conditionvar><\(comparison) respident="\(name)-answer">chief</\(comparison)></conditionvar>
          \(set)
        </respcondition>
      </resprocessing>
    </item>
    """
  }

  private static let essay = """
    <item ident="essay-1">
      \(metadata([("cc_profile", "cc.essay.v0p1"), ("qmd_computerscored", "No")]))
      <presentation>\(text("Why?"))<response_str ident="why"><render_fib rows="5"/></response_str>
      </presentation>
    </item>
    """
}
