import Text
import XML

/// What an attribute or a text of SCORM 2004 may be.
enum SCORM2004Value: Sendable {
  /// `true` or `false`; ADL's checks refuse `1` and `0`, which a schema accepts.
  case truth
  /// One of some words.
  case words([String])
  /// A decimal number in a range.
  case decimal(ClosedRange<Double>)
  /// A whole number from zero.
  case count
  /// A duration of XML Schema.
  case span
  /// A name, which is not empty.
  case name
  /// Anything; the schema knows better.
  case any

  /// Tells whether a text, without the spaces around it, is such a value.
  func accepts(_ text: String) -> Bool {
    let text = ManifestValue.line(text)
    switch self {
    case .truth: return text == "true" || text == "false"
    case .words(let words): return words.contains(text)
    case .decimal(let range): return Self.decimal(text).map(range.contains) ?? false
    case .count: return !text.isEmpty && text.utf8.allSatisfy(Self.isDigit)
    case .span: return Self.isSpan(text)
    case .name: return !SCORM2004Name(text).isEmpty
    case .any: return true
    }
  }

  /// What is allowed, for a message.
  var words: LocalizedText {
    switch self {
    case .truth: Self.same("true, false")
    case .words(let words): Self.same(words.joined(separator: ", "))
    case .decimal(let range):
      LocalizedText(
        en: "a decimal number from \(Int(range.lowerBound)) to \(Int(range.upperBound))",
        km: "ចំនួនទសភាគពី \(Int(range.lowerBound)) ដល់ \(Int(range.upperBound))")
    case .count: LocalizedText(en: "a whole number from 0", km: "ចំនួនគត់ចាប់ពី 0")
    case .span: LocalizedText(en: "a duration such as PT45M", km: "រយៈពេល ដូចជា PT45M")
    case .name: LocalizedText(en: "a name that is not empty", km: "ឈ្មោះដែលមិនទទេ")
    case .any: Self.same("")
    }
  }

  private static func same(_ text: String) -> LocalizedText { LocalizedText(en: text, km: text) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Returns the number of an `xs:decimal`, which has no exponent.
  static func decimal(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }) else {
      return nil
    }
    return Double(text)
  }

  /// Tells whether a text is an `xs:duration`: a sign, `P`, and numbers with their letters.
  private static func isSpan(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    let parts = rest.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
    guard parts.count <= 2, !rest.isEmpty, parts.count == 1 || !parts[1].isEmpty else {
      return false
    }
    return isRun(parts[0], Array("YMD".utf8))
      && (parts.count == 1 || isRun(parts[1], Array("HMS".utf8)))
  }

  private static func isRun(_ text: Substring.UTF8View, _ letters: [UInt8]) -> Bool {
    var rest = text
    var letters = letters[...]
    while !rest.isEmpty {
      let digits = rest.prefix(while: isDigit)
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty else { return false }
      var hasFraction = false
      if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix(while: isDigit)
        guard !fraction.isEmpty else { return false }
        rest = rest.dropFirst(fraction.count + 1)
        hasFraction = true
      }
      guard let letter = rest.popFirst(), let at = letters.firstIndex(of: letter),
        !hasFraction || letter == UInt8(ascii: "S")
      else { return false }
      letters = letters[(at + 1)...]
    }
    return true
  }
}

/// The name of an objective or of shared data, as names are compared: `%20` is a space, and spaces
/// count once and not at the ends.
struct SCORM2004Name: Hashable, Sendable {
  /// The name as it is compared.
  let text: String

  init(_ written: String) {
    var bytes: [UInt8] = []
    var rest = Array(written.utf8)[...]
    while let byte = rest.popFirst() {
      let isSpace = byte == UInt8(ascii: "%") && rest.starts(with: "20".utf8)
      bytes.append(isSpace ? UInt8(ascii: " ") : byte)
      if isSpace { rest = rest.dropFirst(2) }
    }
    // By bytes: a space before a combining mark is one character with it.
    text = bytes.split { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  var isEmpty: Bool { text.isEmpty }
}

/// What SCORM 2004 says of an element by its name alone: where it stands, what stands in it how
/// often, and what its attributes may be.
struct SCORM2004Element: Sendable {
  /// An element in it, with how often it stands there.
  struct Child: Sendable {
    let name: String
    let count: ClosedRange<Int>
    let requirement: String
  }

  /// An attribute of it.
  struct Attribute: Sendable {
    let name: String
    let value: SCORM2004Value
    let requirement: String
    var isRequired = false
    var isOfFourth = false
  }

  /// The name with the usual prefix, such as `imsss:sequencing`.
  let name: String
  /// The elements in which it stands; none where that is not asked here.
  var parents: [String] = []
  /// The requirement that it stands there.
  var requirement = ""
  var children: [Child] = []
  var attributes: [Attribute] = []
  /// What the text in it may be, the rule of that, and its requirement.
  var text: (value: SCORM2004Value, rule: SCORM2004Rule)?
  /// Whether the 3rd Edition does not know it.
  var isOfFourth = false
}

/// The names of SCORM 2004.
enum SCORM2004Grammar {
  /// The usual prefix of each namespace.
  static let prefixes: [String: String] = [
    SCORM2004Namespace.packaging.uri: "cp", SCORM2004Namespace.extensions.uri: "adlcp",
    SCORM2004Namespace.sequencingExtensions.uri: "adlseq",
    SCORM2004Namespace.navigation.uri: "adlnav", SCORM2004Namespace.sequencing.uri: "imsss",
    SCORM2004Namespace.metadata.uri: "lom",
  ]

  /// Returns a name with the usual prefix of its namespace, or `nil` for a foreign namespace.
  static func name(_ name: XMLName) -> String? {
    guard let prefix = prefixes[name.namespace?.uri ?? ""] else { return nil }
    return "\(prefix):\(name.local)"
  }

  /// The elements by their names.
  static let elements: [String: SCORM2004Element] = Dictionary(
    (packaging + extensions + sequencing + rules + objectives + metadata).map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first })
}
