import Text

/// The words for the rules that packages of several standards share.
enum PackagingMessages {
  typealias Words = (message: LocalizedText, remedy: LocalizedText)

  /// Returns what is wrong and what to do.
  static func words(_ rule: PackagingRule, _ value: String, _ wanted: String) -> Words {
    switch rule {
    case .noManifest, .wrongRoot, .schemaName, .schemaVersion, .contentRoot:
      ofDocument(rule, value, wanted)
    case .resourceType, .dependencyTwice, .dependencyOnItself, .fileTwice:
      ofResource(rule, value)
    default: SCORM12Messages.words(shared(rule), value)
    }
  }

  /// The rules whose words are those of SCORM 1.2, because they hold for every manifest.
  private static func shared(_ rule: PackagingRule) -> SCORM12Rule {
    switch rule {
    case .identifier: .identifier
    case .duplicateIdentifier: .duplicateIdentifier
    case .noTitle: .noTitle
    case .itemReference: .itemReference
    case .parentLaunches: .parentLaunches
    case .noLaunchFile: .noLaunchFile
    case .launchFile: .launchFile
    case .dependency: .dependency
    case .unsafePath: .unsafePath
    case .missingFile: .missingFile
    case .unlistedFile: .unlistedFile
    default: .twice
    }
  }

  static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofDocument(
    _ rule: PackagingRule, _ value: String, _ wanted: String
  ) -> Words {
    switch rule {
    case .noManifest:
      (
        both(
          "There is no \(wanted) at the root of the package.",
          "គ្មាន \(wanted) នៅឫសនៃកញ្ចប់មេរៀនទេ។"),
        both(
          "Put it at the root, not into a folder.", "សូមដាក់វានៅឫស មិនមែនក្នុងថតទេ។")
      )
    case .wrongRoot, .contentRoot:
      (
        both(
          "The document begins with '\(value)', not with '\(wanted)'.",
          "ឯកសារនេះចាប់ផ្តើមដោយ '\(value)' មិនមែនដោយ '\(wanted)' ទេ។"),
        both(
          "Begin with the element and the namespace of the standard.",
          "សូមចាប់ផ្តើមដោយធាតុ និងលំហឈ្មោះរបស់ស្តង់ដារ។")
      )
    default:
      word(rule == .schemaName ? "schema" : "schemaversion", value, wanted)
    }
  }

  private static func word(_ element: String, _ value: String, _ wanted: String) -> Words {
    (
      both(
        "The \(element) is '\(value)', not '\(wanted)'.",
        "\(element) គឺ '\(value)' មិនមែន '\(wanted)' ទេ។"),
      both(
        "Write <\(element)>\(wanted)</\(element)> in the metadata of the manifest.",
        "សូមសរសេរ <\(element)>\(wanted)</\(element)> ក្នុង metadata នៃបញ្ជីកញ្ចប់។")
    )
  }

  private static func ofResource(_ rule: PackagingRule, _ value: String) -> Words {
    switch rule {
    case .resourceType:
      (
        both(
          "The standard has no type of resource called '\(value)'.",
          "ស្តង់ដារនេះគ្មានប្រភេទធនធានឈ្មោះ '\(value)' ទេ។"),
        both("Write one of the types of the standard.", "សូមសរសេរប្រភេទមួយរបស់ស្តង់ដារ។")
      )
    case .dependencyTwice:
      (
        both(
          "The resource needs '\(value)' twice.", "ធនធាននេះត្រូវការ '\(value)' ពីរដង។"),
        both("Name it once.", "សូមដាក់វាតែម្តង។")
      )
    case .dependencyOnItself:
      (
        both("The resource '\(value)' needs itself.", "ធនធាន '\(value)' ត្រូវការខ្លួនវា។"),
        both("Take the dependency out.", "សូមដក dependency នេះចេញ។")
      )
    default:
      (
        both(
          "The resource lists the file '\(value)' twice.",
          "ធនធាននេះរាយឯកសារ '\(value)' ពីរដង។"),
        both("List it once.", "សូមរាយវាតែម្តង។")
      )
    }
  }
}
