package import Archive
import Text

/// A standard that packages follow; the raw value is the name in reports.
package enum PackageStandard: String, Sendable, Hashable, CaseIterable {
  /// SCORM 1.2.
  case scorm12
  /// SCORM 2004, 3rd Edition.
  case scorm2004Third = "scorm2004-3rd"
  /// SCORM 2004, 4th Edition.
  case scorm2004Fourth = "scorm2004"
  /// cmi5, a course structure in `cmi5.xml`.
  case cmi5
  /// IMS Common Cartridge 1.1.
  case commonCartridge = "common-cartridge"
  /// A package of QTI 2.1 or 2.2 items and tests.
  case qti

  /// Sala's own schema documents, which a package of the standard carries at its root; none where
  /// the standard wants none.
  package var controlDocuments: [ArchiveEntry] {
    switch self {
    case .scorm12: SCORM12Schemas.set.documents
    case .scorm2004Fourth: SCORM2004Schemas.set.documents
    case .scorm2004Third: SCORM2004Schemas.third.documents
    // A package may hold any file beside its course structure (cmi5 14.1).
    case .cmi5: CMI5Schemas.set.documents
    // Every file of a cartridge belongs to a resource, and schema documents would belong to none.
    case .commonCartridge, .qti: []
    }
  }
}
