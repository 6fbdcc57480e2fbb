import Inspection
import XML

extension SCORM2004Namespace {
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
