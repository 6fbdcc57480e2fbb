package import XML

/// The namespaces of a manifest of SCORM 1.2.
package enum SCORM12Namespace {
  /// The elements of IMS content packaging, as SCORM 1.2 names them.
  package static let packaging = XMLNamespace(
    prefix: "", uri: "http://www.imsproject.org/xsd/imscp_rootv1p1p2")
  /// What ADL added.
  package static let extensions = XMLNamespace(
    prefix: "adlcp", uri: "http://www.adlnet.org/xsd/adlcp_rootv1p2")
  /// The metadata of a learning object.
  package static let metadata = XMLNamespace(
    prefix: "imsmd", uri: "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1")
  /// Where a manifest says which documents describe it.
  package static let instance = XMLNamespace(
    prefix: "xsi", uri: "http://www.w3.org/2001/XMLSchema-instance")
}
