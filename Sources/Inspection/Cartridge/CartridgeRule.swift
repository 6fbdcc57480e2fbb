import Text

/// A rule of Common Cartridge 1.1; the raw value is the code of its finding.
enum CartridgeRule: String, CaseIterable, Sendable {
  case noMetadata = "metadata-missing"
  case noOrganization = "organization-missing"
  case organizations = "organization-many"
  case structure = "organization-structure"
  case root = "root-item"
  case rootTitle = "root-item-title"
  case rootReference = "root-item-reference"
  case itemWithoutResource = "item-without-resource"
  case itemBank = "item-question-bank"
  case forbiddenHref = "resource-href-forbidden"
  case fileCount = "resource-file-count"
  case intendedUse = "intended-use"
  case forbiddenDependency = "dependency-forbidden"
  case banks = "question-bank-many"
  case noAuthorization = "authorization-missing"
  case access = "authorization-access"
  case unusedAuthorization = "authorization-unused"
  case linkAddress = "weblink-url"
  case attachment = "attachment-missing"
  case toolLaunch = "lti-launch"
  case question = "question-identifier-duplicate"
  case field = "question-field"
  case fieldTwice = "question-field-twice"
  case fieldValue = "question-field-value"
  case noProfile = "question-profile-missing"
  case response = "question-response"
  case cardinality = "question-cardinality"
  case options = "question-options"
  case fewOptions = "question-options-few"
  case comparison = "question-comparison"
  case noKey = "key-missing"
  case responseReference = "response-reference"
  case answerReference = "answer-reference"
  case feedbackReference = "feedback-reference"
  case feedbackKind = "feedback-kind"
  case unusedFeedback = "feedback-unused"

  /// The part of a cartridge that the rule is about.
  var requirement: String {
    switch self {
    case .noMetadata: "metadata"
    case .noOrganization, .organizations, .structure, .root, .rootTitle, .rootReference:
      "organizations"
    case .itemWithoutResource, .itemBank: "items"
    case .forbiddenHref, .fileCount, .intendedUse, .banks: "resource"
    case .forbiddenDependency: "dependency"
    case .noAuthorization, .access, .unusedAuthorization: "authorizations"
    case .linkAddress: "web link"
    case .attachment: "discussion topic"
    case .toolLaunch: "basic LTI"
    default: "QTI profile"
    }
  }

  /// How much a break of the rule matters: with a warning, LMSs still import the cartridge.
  var severity: Severity {
    switch self {
    case .noOrganization, .itemWithoutResource, .unusedAuthorization, .attachment, .fewOptions,
      .unusedFeedback:
      .warning
    default: .error
    }
  }

  /// Returns the finding that the rule is broken; `value` is what stands there.
  func finding(at place: SourceLocation, _ value: String = "") -> Diagnostic {
    let words = CartridgeMessages.words(self, value)
    return Diagnostic(
      rawValue, severity, at: place, words.message, remedy: words.remedy, requirement: requirement)
  }
}

/// The types of resources in a Common Cartridge 1.1; the raw value stands in the manifest.
enum CartridgeKind: String, CaseIterable, Sendable {
  case page = "webcontent"
  case application = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
  case quiz = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
  case bank = "imsqti_xmlv1p2/imscc_xmlv1p1/question-bank"
  case topic = "imsdt_xmlv1p1"
  case link = "imswl_xmlv1p1"
  case tool = "imsbasiclti_xmlv1p0"

  /// Whether a resource of this type shows a file that 'href' names; the others have one file that
  /// describes them, and no 'href'.
  var showsFile: Bool { self == .page || self == .application }

  /// Which types a resource of this type must not need.
  var mustNotNeed: Set<CartridgeKind> {
    switch self {
    case .page, .application: Set(Self.allCases).subtracting([.page])
    case .quiz, .bank, .topic, .tool: [.topic, .link, .quiz, .bank, .tool]
    case .link: Set(Self.allCases)
    }
  }
}
