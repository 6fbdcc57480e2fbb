import CSchemas
import Text
import XML

/// The schema documents that lie in every package of SCORM 2004 and that it is checked against.
///
/// They are Sala's own, under the file names and target namespaces of the standard's documents, and
/// stricter where those miss an error; what follows the standard is accepted, whoever wrote it.
enum SCORM2004Schemas {
  /// The documents of the 4th Edition, for the root of a package.
  static let set = SchemaSet(
    main: main,
    documents: shared + [
      SchemaSet.document(
        "adlcp_v1p3.xsd", sala_scorm2004_extension_schema_bytes(),
        sala_scorm2004_extension_schema_length),
      SchemaSet.document(
        "adlseq_v1p3.xsd", sala_scorm2004_sequencing_extension_schema_bytes(),
        sala_scorm2004_sequencing_extension_schema_length),
    ])

  /// The documents of the 3rd Edition, which differ in what ADL added.
  static let third = SchemaSet(
    main: main,
    documents: shared + [
      SchemaSet.document(
        "adlcp_v1p3.xsd", sala_scorm2004_third_extension_schema_bytes(),
        sala_scorm2004_third_extension_schema_length),
      SchemaSet.document(
        "adlseq_v1p3.xsd", sala_scorm2004_third_sequencing_extension_schema_bytes(),
        sala_scorm2004_third_sequencing_extension_schema_length),
    ])

  private static let main = "imscp_v1p1.xsd"

  private static let shared = [
    SchemaSet.document(
      main, sala_scorm2004_manifest_schema_bytes(), sala_scorm2004_manifest_schema_length),
    SchemaSet.document(
      "adlnav_v1p3.xsd", sala_scorm2004_navigation_schema_bytes(),
      sala_scorm2004_navigation_schema_length),
    SchemaSet.document(
      "imsss_v1p0.xsd", sala_scorm2004_sequencing_schema_bytes(),
      sala_scorm2004_sequencing_schema_length),
    SchemaSet.document(
      "lom.xsd", sala_scorm2004_metadata_schema_bytes(), sala_scorm2004_metadata_schema_length),
    SchemaSet.document(
      "xml.xsd", sala_scorm2004_xml_schema_bytes(), sala_scorm2004_xml_schema_length),
  ]
}
