package import Curriculum
import Markup
import Text

extension CompetencyFramework {
  /// The columns in their order, by the names that Moodle's own export gives them.
  static let moodleColumns = [
    "Parent ID number", "ID number", "Short name", "Description", "Description format",
    "Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)",
    "Rule config (optional)", "Cross-referenced competency ID numbers", "Exported ID (optional)",
    "Is framework", "Taxonomy",
  ]

  /// The most characters of an id and of a short name; Moodle cuts what is longer.
  static let moodleLimit = 100

  /// Returns the framework as the file that Moodle's "Import competency framework" reads.
  ///
  /// The first row is the framework, with its scale; then follow competencies, each with its
  /// outcomes. The scale has a value for "not shown yet" and one for each proficiency level; from
  /// the lowest level on a person counts as proficient. Lines end as RFC 4180 has them.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum.
  ///   - languages: The languages of the texts; with two, both stand in each text.
  /// - Returns: The file, in UTF-8 without a byte order mark.
  package static func moodleCSV(_ curriculum: Curriculum, languages: PackageLanguages) -> String {
    var writer = MoodleFramework(languages: languages.list)
    return writer.text(curriculum)
  }
}

private struct MoodleFramework {
  let languages: [Language]
  private var rows: [[String]] = [CompetencyFramework.moodleColumns]
  private var names: Set<String> = []

  init(languages: [Language]) {
    self.languages = languages
  }

  mutating func text(_ curriculum: Curriculum) -> String {
    add(
      id: curriculum.id, name: CompetencyFramework.title(curriculum),
      description: paragraphs(CompetencyFramework.description(curriculum)),
      scale: (scaleValues, scaleConfiguration), isFramework: true)
    for entry in CompetencyFramework.entries(curriculum) {
      let competency = entry.competency
      let parent = add(
        id: competency.id, name: competency.title,
        description: paragraphs(competency.description) + levels(competency))
      for (module, outcome) in entry.outcomes {
        add(
          id: outcome.id, parent: parent, name: outcome.text,
          description: paragraphs(outcome.text)
            + paragraphs(CompetencyFramework.place(outcome, in: module)))
      }
    }
    return rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Adds a row, and returns the id that it got: of two with one id Moodle would keep the last.
  @discardableResult
  private mutating func add(
    id: String, parent: String = "", name: LocalizedText, description: String,
    scale: (values: String, configuration: String) = ("", ""), isFramework: Bool = false
  ) -> String {
    var unique = TitleText.shortened(id, to: CompetencyFramework.moodleLimit)
    if !isFramework {
      var number = 2
      while !names.insert(unique).inserted {
        unique = TitleText.shortened(id, to: CompetencyFramework.moodleLimit - 8) + "-\(number)"
        number += 1
      }
    }
    rows.append([
      parent, unique, shortName(name), description, "1", scale.values, scale.configuration, "",
      isFramework ? "" : "0", isFramework ? "" : "null", "",
      isFramework ? "" : "\(rows.count - 1)", isFramework ? "1" : "",
      isFramework ? "competency,outcome,outcome,outcome" : "",
    ])
    return unique
  }

  /// Both languages where they have room, the first alone otherwise.
  private func shortName(_ text: LocalizedText) -> String {
    let limit = CompetencyFramework.moodleLimit
    let whole = text.joined(languages, by: " / ")
    if whole.unicodeScalars.count <= limit { return whole }
    return TitleText.shortened(text.joined(Array(languages.prefix(1)), by: ""), to: limit)
  }

  // MARK: Descriptions, in HTML

  private func paragraphs(_ text: LocalizedText) -> String {
    languages.map { language in
      let half = HTMLText.escaped(text.joined([language], by: ""))
      return half.isEmpty ? "" : "<p lang=\"\(language.rawValue)\">\(half)</p>"
    }.joined()
  }

  private func levels(_ competency: Competency) -> String {
    guard !competency.proficiency.isEmpty else { return "" }
    return languages.map { language in
      let items = competency.proficiency.map { descriptor in
        let name = CompetencyFramework.name(descriptor.level)[language]
        let words = descriptor.description.joined([language], by: "")
        return "<li><strong>\(name)</strong>: \(HTMLText.escaped(words))</li>"
      }
      return "<ul lang=\"\(language.rawValue)\">\(items.joined())</ul>"
    }.joined()
  }

  // MARK: Scale

  /// The values of the scale, from the lowest; commas divide them.
  private var scaleValues: String {
    let values =
      [LocalizedText(en: "Not shown yet", km: "មិនទាន់បង្ហាញ")]
      + ProficiencyLevel.allCases.map(CompetencyFramework.name)
    return values.map { $0.joined(languages, by: " / ") }.joined(separator: ",")
  }

  /// Which values count as proficient; Moodle puts its own number in place of the scale's.
  private var scaleConfiguration: String {
    let levels = ProficiencyLevel.allCases.indices.map { index in
      PageJSON.object([
        ("id", .integer(index + 2)), ("scaledefault", .integer(index == 0 ? 1 : 0)),
        ("proficient", .integer(1)),
      ])
    }
    return PageJSON.array([.object([("scaleid", .string("1"))])] + levels).text
  }

  /// A cell of RFC 4180.
  private static func cell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
