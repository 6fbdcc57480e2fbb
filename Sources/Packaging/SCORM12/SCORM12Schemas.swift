import CResources
import Text
import XML

/// The schema documents that lie in every package of SCORM 1.2 and that it is checked against.
///
/// They are Sala's own, under the file names and target namespaces of the standard's documents, and
/// stricter: a package carries what it was checked by, and needs no network to be checked again.
enum SCORM12Schemas {
  /// The documents, for the root of a package.
  static let controlDocuments = [
    document(
      "imscp_rootv1p1p2.xsd", sala_scorm12_manifest_schema_bytes(),
      sala_scorm12_manifest_schema_length),
    document(
      "adlcp_rootv1p2.xsd", sala_scorm12_extension_schema_bytes(),
      sala_scorm12_extension_schema_length),
    document(
      "imsmd_rootv1p2p1.xsd", sala_scorm12_metadata_schema_bytes(),
      sala_scorm12_metadata_schema_length),
    document("ims_xml.xsd", sala_scorm12_xml_schema_bytes(), sala_scorm12_xml_schema_length),
  ]

  /// Returns what of a manifest breaks the schema.
  static func findings(in manifest: [UInt8], file: String) -> [Diagnostic] {
    switch schema {
    case .success(let schema): schema.validate(manifest, file: file)
    case .failure(let error): error.diagnostics
    }
  }

  /// Compiled once: the documents are compiled in and do not change.
  private static let schema: Result<XMLSchema, XMLSchemaError> = {
    let documents = Dictionary(
      controlDocuments.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    do throws(XMLSchemaError) {
      return .success(try XMLSchema(documents: documents, main: "imscp_rootv1p1p2.xsd"))
    } catch {
      return .failure(error)
    }
  }()

  private static func document(
    _ name: String, _ start: UnsafePointer<UInt8>?, _ count: Int
  ) -> PackageFile {
    PackageFile(path: name, bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  }
}
