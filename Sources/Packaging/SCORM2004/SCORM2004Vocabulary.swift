import Inspection
import XML

/// The namespaces of a manifest of SCORM 2004, 4th Edition, and the documents that describe them.
enum SCORM2004Vocabulary {
  /// The elements of IMS content packaging.
  static let packaging = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/imscp_v1p1")
  /// What ADL added to them.
  static let extensions = XMLNamespace(
    prefix: "adlcp", uri: "http://www.adlnet.org/xsd/adlcp_v1p3")
  /// What ADL added to sequencing.
  static let sequencingExtensions = XMLNamespace(
    prefix: "adlseq", uri: "http://www.adlnet.org/xsd/adlseq_v1p3")
  /// Which controls an LMS shows.
  static let navigation = XMLNamespace(
    prefix: "adlnav", uri: "http://www.adlnet.org/xsd/adlnav_v1p3")
  /// IMS Simple Sequencing.
  static let sequencing = XMLNamespace(prefix: "imsss", uri: "http://www.imsglobal.org/xsd/imsss")
  /// Learning object metadata (IEEE 1484.12.3).
  static let metadata = XMLNamespace(prefix: "lom", uri: "http://ltsc.ieee.org/xsd/LOM")
  /// Where a manifest says which documents describe it.
  static let instance = XMLNamespace(
    prefix: "xsi", uri: "http://www.w3.org/2001/XMLSchema-instance")

  /// The names under which the document about metadata is known, the preferred one first.
  private static let metadataDocuments = ["lom.xsd", "lomStrict.xsd", "lomLoose.xsd"]

  /// Returns each namespace with the document that describes it, as `xsi:schemaLocation` lists
  /// them, for a package that carries the documents with the paths `carried`.
  static func documents(carried: Set<String>) -> [(XMLNamespace, String)] {
    let lom = metadataDocuments.first(where: carried.contains) ?? "lom.xsd"
    return [
      (packaging, "imscp_v1p1.xsd"), (extensions, "adlcp_v1p3.xsd"),
      (sequencingExtensions, "adlseq_v1p3.xsd"), (navigation, "adlnav_v1p3.xsd"),
      (sequencing, "imsss_v1p0.xsd"), (metadata, lom),
    ]
  }
}
