import CSchemas

/// The schema documents that a Common Cartridge 1.1 and what lies in it are checked against.
///
/// They are Sala's own, under the file names and target namespaces of the standard's documents.
enum CartridgeSchemas {
  /// The manifest with its metadata.
  static let manifest = SchemaSet(
    main: "ccv1p1_imscp_v1p2_v1p0.xsd",
    documents: [
      SchemaSet.document(
        "ccv1p1_imscp_v1p2_v1p0.xsd", sala_cartridge_manifest_schema_bytes(),
        sala_cartridge_manifest_schema_length),
      SchemaSet.document(
        "ccv1p1_lommanifest_v1p0.xsd", sala_cartridge_metadata_schema_bytes(),
        sala_cartridge_metadata_schema_length),
      SchemaSet.document(
        "ccv1p1_lomresource_v1p0.xsd", sala_cartridge_resource_metadata_schema_bytes(),
        sala_cartridge_resource_metadata_schema_length),
      SchemaSet.document(
        "ccv1p1_imsccauth_v1p1.xsd", sala_cartridge_authorization_schema_bytes(),
        sala_cartridge_authorization_schema_length),
      SchemaSet.document(
        "xml.xsd", sala_cartridge_xml_schema_bytes(), sala_cartridge_xml_schema_length),
    ])

  /// Quizzes and the bank of questions.
  static let questions = SchemaSet(
    main: "ccv1p1_qtiasiv1p2p1_v1p0.xsd",
    documents: [
      SchemaSet.document(
        "ccv1p1_qtiasiv1p2p1_v1p0.xsd", sala_cartridge_questions_schema_bytes(),
        sala_cartridge_questions_schema_length),
      SchemaSet.document(
        "xml.xsd", sala_cartridge_xml_schema_bytes(), sala_cartridge_xml_schema_length),
    ])

  /// Web links.
  static let link = SchemaSet(
    main: "ccv1p1_imswl_v1p1.xsd",
    documents: [
      SchemaSet.document(
        "ccv1p1_imswl_v1p1.xsd", sala_cartridge_link_schema_bytes(),
        sala_cartridge_link_schema_length)
    ])

  /// Discussion topics.
  static let topic = SchemaSet(
    main: "ccv1p1_imsdt_v1p1.xsd",
    documents: [
      SchemaSet.document(
        "ccv1p1_imsdt_v1p1.xsd", sala_cartridge_topic_schema_bytes(),
        sala_cartridge_topic_schema_length)
    ])
}
