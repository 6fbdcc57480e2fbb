import CSchemas

/// The schema document that a cmi5 course structure is checked against.
///
/// It is Sala's own, under the file name and target namespace of the standard's document.
enum CMI5Schemas {
  /// The document; cmi5 lets a package hold any other file (cmi5 14.1).
  static let set = SchemaSet(
    main: "CourseStructure.xsd",
    documents: [
      SchemaSet.document(
        "CourseStructure.xsd", sala_cmi5_structure_schema_bytes(),
        sala_cmi5_structure_schema_length)
    ])
}
