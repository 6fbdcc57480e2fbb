package import XML

/// The namespaces of a manifest of SCORM 2004, which are the same in its 3rd and 4th Edition.
package enum SCORM2004Namespace {
  /// The elements of IMS content packaging.
  package static let packaging = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/imscp_v1p1")
  /// What ADL added to content packaging.
  package static let extensions = XMLNamespace(
    prefix: "adlcp", uri: "http://www.adlnet.org/xsd/adlcp_v1p3")
  /// What ADL added to sequencing.
  package static let sequencingExtensions = XMLNamespace(
    prefix: "adlseq", uri: "http://www.adlnet.org/xsd/adlseq_v1p3")
  /// What the LMS shows beside an item.
  package static let navigation = XMLNamespace(
    prefix: "adlnav", uri: "http://www.adlnet.org/xsd/adlnav_v1p3")
  /// The rules by which an LMS goes from item to item, of IMS Simple Sequencing.
  package static let sequencing = XMLNamespace(
    prefix: "imsss", uri: "http://www.imsglobal.org/xsd/imsss")
  /// The metadata of a learning object, of IEEE LOM.
  package static let metadata = XMLNamespace(
    prefix: "lom", uri: "http://ltsc.ieee.org/xsd/LOM")
}
