import Text

/// A rule of packages of QTI; the raw value is the code of its finding.
enum QTIRule: String, CaseIterable, Sendable {
  case noSchema = "schema-missing"
  case noQuestions = "question-missing"
  case versions = "version-mixed"
  case attribute = "attribute-missing"
  case mode = "test-mode"
  case emptyTest = "test-empty"
  case variable = "variable-duplicate"
  case reference = "reference-duplicate"
  case response = "response-reference"
  case answer = "answer-reference"
  case itemFile = "item-file"
  case itemResource = "item-resource"
  case itemDependency = "item-dependency"
  case media = "media-missing"

  /// The part of QTI that the rule is about.
  var requirement: String {
    switch self {
    case .noSchema: "metadata"
    case .noQuestions, .versions: "resource"
    case .attribute, .variable, .response, .answer: "assessmentItem"
    case .mode, .emptyTest, .reference, .itemFile, .itemResource: "assessmentTest"
    case .itemDependency: "dependency"
    case .media: "files"
    }
  }

  /// How much a break of the rule matters: with a warning, readers still import the questions.
  var severity: Severity {
    switch self {
    case .noSchema, .versions, .itemDependency, .media: .warning
    default: .error
    }
  }

  /// Returns the finding that the rule is broken; `value` is what stands there.
  func finding(at place: SourceLocation, _ value: String = "") -> Diagnostic {
    let words = QTIMessages.words(self, value)
    return Diagnostic(
      rawValue, severity, at: place, words.message, remedy: words.remedy, requirement: requirement)
  }
}

/// What a resource of a package of QTI holds, as its type says.
struct QTIKind: Sendable, Hashable {
  /// What the document is.
  enum Content: String, Sendable {
    case item, test, section, stimulus
    case template = "rptemplate"
    /// A document of QTI 1.2, of whatever is in it.
    case questions
  }

  let content: Content
  /// The version as types write it: `v2p1`, `v2p2`, `v1p2`.
  let version: String

  /// Reads the type of a resource, such as `imsqti_item_xmlv2p1`; `nil` is no type of QTI 1.2 to
  /// 2.2.
  init?(type: String) {
    if type.hasPrefix("imsqti_xmlv1p") {
      content = .questions
      version = "v1p2"
      return
    }
    let parts = type.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "imsqti", parts[2].hasPrefix("xmlv2p"),
      let content = Content(rawValue: String(parts[1])), content != .questions,
      let version = ["v2p0", "v2p1", "v2p2"].first(where: { parts[2].hasPrefix("xml\($0)") })
    else { return nil }
    self.content = content
    self.version = version
  }

  /// Tells whether a type claims to be one of QTI.
  static func claims(_ type: String) -> Bool { type.hasPrefix("imsqti") }

  /// The name of the outermost element.
  var root: String {
    switch content {
    case .item: "assessmentItem"
    case .test: "assessmentTest"
    case .section: "assessmentSection"
    case .stimulus: "assessmentStimulus"
    case .template: "responseProcessing"
    case .questions: "questestinterop"
    }
  }

  /// The namespace of the outermost element; profiles of QTI put words before its last part.
  var namespace: String {
    content == .questions
      ? "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
      : "http://www.imsglobal.org/xsd/imsqti_\(version)"
  }

  /// Tells whether a namespace is that of the version, in QTI itself or in a profile of it;
  /// documents of QTI 1.2 often have none.
  func isNamespace(_ uri: String) -> Bool {
    if content == .questions { return uri.isEmpty || uri == namespace }
    return uri == namespace
      || (uri.hasPrefix("http://www.imsglobal.org/xsd/") && uri.hasSuffix("/imsqti_\(version)"))
  }
}
