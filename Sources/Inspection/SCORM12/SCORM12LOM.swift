import Text
import XML

/// The metadata of a learning object (IMS Learning Resource Meta-data 1.2.1): which parts it has,
/// in which order and how often.
enum SCORM12LOM {
  /// What an element holds.
  enum Content {
    /// Elements in this order; each says whether it may stand several times.
    case parts([(name: String, isRepeated: Bool)])
    /// At least one text with its language, each of at most so many characters.
    case texts(Int)
    /// A word and whose list it is from.
    case vocabulary
    /// A text without elements.
    case plain
  }

  private static func one(_ name: String) -> (name: String, isRepeated: Bool) { (name, false) }
  private static func many(_ name: String) -> (name: String, isRepeated: Bool) { (name, true) }

  /// What an element holds; `parent` tells apart those of the same name.
  static func content(_ name: String, in parent: String) -> Content {
    switch name {
    case "lom":
      .parts([
        one("general"), one("lifecycle"), one("metametadata"), one("technical"),
        one("educational"), one("rights"), many("relation"), many("annotation"),
        many("classification"),
      ])
    case "general":
      .parts([
        one("identifier"), one("title"), many("catalogentry"), many("language"),
        many("description"), many("keyword"), many("coverage"), one("structure"),
        one("aggregationlevel"),
      ])
    case "lifecycle": .parts([one("version"), one("status"), many("contribute")])
    case "metametadata":
      .parts([
        one("identifier"), many("catalogentry"), many("contribute"), many("metadatascheme"),
        one("language"),
      ])
    case "technical":
      .parts([
        many("format"), one("size"), many("location"), many("requirement"),
        one("installationremarks"), one("otherplatformrequirements"), one("duration"),
      ])
    case "educational":
      .parts([
        one("interactivitytype"), many("learningresourcetype"), one("interactivitylevel"),
        one("semanticdensity"), many("intendedenduserrole"), many("context"),
        many("typicalagerange"), one("difficulty"), one("typicallearningtime"),
        one("description"), many("language"),
      ])
    case "rights":
      .parts([one("cost"), one("copyrightandotherrestrictions"), one("description")])
    case "relation": .parts([one("kind"), one("resource")])
    case "resource": .parts([one("identifier"), one("description"), many("catalogentry")])
    case "annotation": .parts([one("person"), one("date"), one("description")])
    case "classification":
      .parts([one("purpose"), many("taxonpath"), one("description"), many("keyword")])
    case "catalogentry": .parts([one("catalog"), one("entry")])
    case "contribute": .parts([one("role"), many("centity"), one("date")])
    case "requirement":
      .parts([one("type"), one("name"), one("minimumversion"), one("maximumversion")])
    case "date", "duration", "typicallearningtime": .parts([one("datetime"), one("description")])
    case "person", "centity": .parts([one("vcard")])
    case "taxonpath", "taxon":
      .parts(
        name == "taxonpath"
          ? [one("source"), one("taxon")] : [one("id"), one("entry"), one("taxon")])
    case "status", "structure", "aggregationlevel", "interactivitytype", "learningresourcetype",
      "interactivitylevel", "semanticdensity", "intendedenduserrole", "context", "difficulty",
      "cost", "copyrightandotherrestrictions", "kind", "purpose", "role", "type", "name":
      .vocabulary
    case "title", "description", "keyword", "entry", "coverage": .texts(1_000)
    case "version": .texts(50)
    case "typicalagerange", "installationremarks", "otherplatformrequirements": .texts(1_000)
    case "source" where parent == "taxonpath": .texts(1_000)
    default: .plain
    }
  }

  /// The words for a status and a yes or no, where the list is that of LOM.
  static let words: [String: Set<String>] = [
    "status": ["Draft", "Final", "Revised", "Unavailable"],
    "cost": ["yes", "no"], "copyrightandotherrestrictions": ["yes", "no"],
    "interactivitytype": ["Active", "Expositive", "Mixed", "Undefined"],
  ]
}

/// Judges the metadata in a manifest of SCORM 1.2, and the files that hold it.
struct SCORM12MetadataRules {
  static let uri = SCORM12Namespace.metadata.uri
  let file: String
  private(set) var findings: [Diagnostic] = []

  init(file: String) { self.file = file }

  private mutating func add(_ rule: SCORM12DetailRule, _ element: XMLElement, _ value: String) {
    guard findings.count < SCORM12Rules.mostFindings else { return }
    findings.append(rule.finding(at: SourceLocation(file: file, line: element.line), value))
  }

  /// Judges each `lom` below an element.
  mutating func judge(below element: XMLElement) {
    for child in element.elements {
      if child.name.matches("lom", uri: Self.uri) {
        judge(child, in: "")
      } else {
        judge(below: child)
      }
    }
  }

  /// Judges one element; others may stand in it, which the reader of XML bounds.
  mutating func judge(_ element: XMLElement, in parent: String) {
    let name = element.name.local
    switch SCORM12LOM.content(name, in: parent) {
    case .parts(let parts): judge(element, name, parts)
    case .texts(let most): judgeTexts(element, most)
    case .vocabulary:
      judge(element, name, [("source", false), ("value", false)])
      judgeWord(element, name)
    case .plain:
      if let child = element.elements.first, name != "source", name != "value" {
        add(.metadataStructure, child, child.name.qualified)
      } else if name == "source" || name == "value" {
        judgeTexts(element, 1_000)
      }
    }
  }

  private mutating func judge(
    _ element: XMLElement, _ name: String, _ parts: [(name: String, isRepeated: Bool)]
  ) {
    var at = 0
    var isTaken = false
    for child in element.elements where child.name.namespace?.uri == Self.uri {
      let local = child.name.local
      let place = parts[at...].firstIndex {
        $0.name == local && !($0.name == parts[at].name && isTaken && !$0.isRepeated)
      }
      guard let place else {
        add(.metadataStructure, child, child.name.qualified)
        continue
      }
      at = place
      isTaken = true
      judge(child, in: name)
    }
  }

  private mutating func judgeTexts(_ element: XMLElement, _ most: Int) {
    let texts = element.elements.filter { $0.name.namespace?.uri == Self.uri }
    guard !texts.isEmpty else {
      return add(.metadataStructure, element, element.name.qualified)
    }
    for text in texts {
      guard text.name.local == "langstring" else {
        add(.metadataStructure, text, text.name.qualified)
        continue
      }
      if text.attribute("lang", uri: XMLNamespace.xml.uri) == nil {
        add(.metadataLanguage, text, element.name.qualified)
      }
      if text.text.unicodeScalars.count > most { add(.metadataLong, text, "\(most)") }
    }
  }

  private mutating func judgeWord(_ element: XMLElement, _ name: String) {
    guard let words = SCORM12LOM.words[name],
      ManifestValue.line(element.first("source", uri: Self.uri)?.text ?? "") == "LOMv1.0",
      let value = element.first("value", uri: Self.uri)
    else { return }
    let word = ManifestValue.line(value.text)
    if !words.contains(word) { add(.metadataWord, value, word) }
  }
}
