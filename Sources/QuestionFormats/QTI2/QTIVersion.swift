import XML

/// The two versions of QTI 2 that Sala reads and writes.
enum QTIVersion: CaseIterable {
  case v21, v22

  /// What people call it.
  var name: String { self == .v21 ? "QTI 2.1" : "QTI 2.2" }

  /// The name of the format on the command line.
  var format: QuestionFormat { self == .v21 ? .qti21 : .qti22 }

  /// The namespace of its elements.
  var space: XMLNamespace {
    XMLNamespace(
      prefix: "", uri: "http://www.imsglobal.org/xsd/imsqti_\(token)")
  }

  /// The address of its schema.
  var schema: String {
    self == .v21
      ? "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
      : "http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2p2.xsd"
  }

  private var token: String { self == .v21 ? "v2p1" : "v2p2" }

  /// Where the standard templates of response processing are.
  var templates: String { "http://www.imsglobal.org/question/qti_\(token)/rptemplates/" }

  /// The type of an item's resource in a manifest.
  var itemType: String { "imsqti_item_xml\(token)" }

  /// The type of a test's resource in a manifest.
  var testType: String { "imsqti_test_xml\(token)" }

  /// What a manifest calls the package.
  var package: String { self == .v21 ? "QTIv2.1 Package" : "QTIv2.2 Package" }

  /// The namespace of schema locations.
  static let instance = XMLNamespace(
    prefix: "xsi", uri: "http://www.w3.org/2001/XMLSchema-instance")
}
