import CSchemas
import Text
import XML

/// The schema documents that lie in every package of SCORM 1.2 and that it is checked against.
///
/// They are Sala's own, under the file names and target namespaces of the standard's documents, and
/// stricter: a package carries what it was checked by, and needs no network to be checked again.
enum SCORM12Schemas {
  /// The documents, for the root of a package.
  static let set = SchemaSet(
    main: "imscp_rootv1p1p2.xsd",
    documents: [
      SchemaSet.document(
        "imscp_rootv1p1p2.xsd", sala_scorm12_manifest_schema_bytes(),
        sala_scorm12_manifest_schema_length),
      SchemaSet.document(
        "adlcp_rootv1p2.xsd", sala_scorm12_extension_schema_bytes(),
        sala_scorm12_extension_schema_length),
      SchemaSet.document(
        "imsmd_rootv1p2p1.xsd", sala_scorm12_metadata_schema_bytes(),
        sala_scorm12_metadata_schema_length),
      SchemaSet.document(
        "ims_xml.xsd", sala_scorm12_xml_schema_bytes(), sala_scorm12_xml_schema_length),
    ])
  /// What the manifests of others are checked by: which elements and attributes there are.
  static let structure = SchemaSet(
    main: "structure.xsd",
    documents: [
      SchemaSet.document(
        "structure.xsd", sala_scorm12_structure_schema_bytes(),
        sala_scorm12_structure_schema_length)
    ])
}
