package import Curriculum
import Inspection
import Text

extension CompetencyFramework {
  /// Returns the framework as a CFPackage of CASE 1.1 (1EdTech Competencies and Academic Standards
  /// Exchange).
  ///
  /// Competencies are children of the document, outcomes children of their competency. Each part
  /// has the same UUID in every version, made from its id (RFC 9562, version 5, in Sala's own
  /// namespace); its URI is that UUID as a URN, because no server of ours gives it out. What one
  /// text has no place for stands in `notes`: the other language, and the proficiency levels.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum.
  ///   - languages: The languages; with two, statements are in the first and notes in the second.
  ///   - changed: The day of the last change; `nil` is the day of the approval, or else the last
  ///     day on which a source was checked, or else 1970-01-01.
  /// - Returns: The JSON, which ends in a line break; the same curriculum gives the same bytes.
  package static func caseJSON(
    _ curriculum: Curriculum, languages: PackageLanguages, changed: CalendarDate? = nil
  ) -> String {
    let day = changed?.text ?? lastChange(curriculum)
    return CASEFramework(
      curriculum: curriculum, languages: languages.list, changed: "\(day)T00:00:00Z"
    ).package.text + "\n"
  }

  /// The day of the last change as the curriculum's files tell it.
  private static func lastChange(_ curriculum: Curriculum) -> String {
    let approval = curriculum.approval.flatMap { CalendarDate($0.date) }
    let checked = curriculum.sources.compactMap { CalendarDate($0.checked) }.max()
    return (approval ?? checked)?.text ?? "1970-01-01"
  }
}

private struct CASEFramework {
  let curriculum: Curriculum
  let languages: [Language]
  let changed: String

  private var first: Language { languages.first ?? .english }

  /// The kinds of statements.
  private enum Kind: String, CaseIterable {
    case competency = "Competency"
    case outcome = "Learning Outcome"

    var code: String { self == .competency ? "C" : "O" }
    var description: String {
      switch self {
      case .competency: "What people are to become able to do, across modules."
      case .outcome: "What a person can do after a module."
      }
    }
  }

  /// The whole package.
  var package: PageJSON {
    let entries = CompetencyFramework.entries(curriculum)
    var items: [PageJSON] = []
    var associations: [PageJSON] = []
    for (index, entry) in entries.enumerated() {
      let competency = entry.competency
      let name = FrameworkName.competency(competency.id, in: curriculum.id)
      items.append(item(competency, name))
      associations.append(
        child(
          name, competency.title, of: document, CompetencyFramework.title(curriculum),
          place: index + 1))
      for (place, (module, outcome)) in entry.outcomes.enumerated() {
        let own = FrameworkName.outcome(outcome.id, in: curriculum.id)
        items.append(item(outcome, module, own))
        associations.append(
          child(own, outcome.text, of: name, competency.title, place: place + 1))
      }
    }
    return .object([
      ("CFDocument", documentObject), ("CFItems", .array(items)),
      ("CFAssociations", .array(associations)),
      ("CFDefinitions", .object([("CFItemTypes", .array(Kind.allCases.map(type)))])),
    ])
  }

  // MARK: Document

  private var document: String { FrameworkName.document(curriculum.id) }

  private var documentObject: PageJSON {
    object(
      document,
      [
        ("caseVersion", "1.1"), ("creator", line(curriculum.institution)),
        ("title", line(CompetencyFramework.title(curriculum))),
        ("description", line(CompetencyFramework.description(curriculum))),
        ("language", first.rawValue), ("version", ManifestValue.line(curriculum.version)),
        ("adoptionStatus", curriculum.approval == nil ? "Draft" : "Adopted"),
        ("notes", others(CompetencyFramework.title(curriculum))),
      ])
  }

  private func type(_ kind: Kind) -> PageJSON {
    object(
      FrameworkName.type(kind.rawValue, in: curriculum.id),
      [
        ("title", kind.rawValue), ("description", kind.description), ("hierarchyCode", kind.code),
        ("typeCode", kind.code),
      ])
  }

  // MARK: Items

  private func item(_ competency: Competency, _ name: String) -> PageJSON {
    let statement =
      competency.description.text(in: first).isEmpty ? competency.title : competency.description
    let levels = competency.proficiency.map { descriptor in
      "\(CompetencyFramework.name(descriptor.level)[first]): \(line(descriptor.description))"
    }
    var notes = levels
    notes.append(others(competency.title))
    notes.append(others(competency.description))
    return object(
      name,
      [
        ("fullStatement", line(statement)), ("CFItemType", Kind.competency.rawValue),
        ("humanCodingScheme", ManifestValue.line(competency.id)),
        ("abbreviatedStatement", line(competency.title)), ("notes", Self.joined(notes)),
        ("language", first.rawValue),
      ], links: [("CFItemTypeURI", link(to: .competency))])
  }

  private func item(_ outcome: LearningOutcome, _ module: Module, _ name: String) -> PageJSON {
    let place = CompetencyFramework.place(outcome, in: module)
    return object(
      name,
      [
        ("fullStatement", line(outcome.text)), ("CFItemType", Kind.outcome.rawValue),
        ("humanCodingScheme", ManifestValue.line(outcome.id)),
        ("notes", Self.joined([place[first], others(outcome.text)])), ("language", first.rawValue),
      ], links: [("CFItemTypeURI", link(to: .outcome))])
  }

  private func child(
    _ name: String, _ title: LocalizedText, of parent: String, _ parentTitle: LocalizedText,
    place: Int
  ) -> PageJSON {
    let own = FrameworkName.parent(of: name)
    return .object([
      ("identifier", .string(NameUUID.text(own))), ("associationType", .string("isChildOf")),
      ("sequenceNumber", .integer(place)), ("uri", .string(NameUUID.urn(own))),
      ("originNodeURI", node(name, title)), ("destinationNodeURI", node(parent, parentTitle)),
      ("lastChangeDateTime", .string(changed)),
    ])
  }

  // MARK: Pieces

  /// A record with its UUID and its day; members without words are left out.
  private func object(
    _ name: String, _ members: [(String, String)], links: [(String, PageJSON)] = []
  ) -> PageJSON {
    var all: [(String, PageJSON)] = [
      ("identifier", .string(NameUUID.text(name))), ("uri", .string(NameUUID.urn(name))),
    ]
    all += members.filter { !$0.1.isEmpty || $0.0 == "creator" || $0.0 == "fullStatement" }
      .map { ($0.0, .string($0.1)) }
    return .object(all + links + [("lastChangeDateTime", .string(changed))])
  }

  private func node(_ name: String, _ title: LocalizedText) -> PageJSON {
    .object([
      ("title", .string(line(title))), ("identifier", .string(NameUUID.text(name))),
      ("uri", .string(NameUUID.urn(name))), ("targetType", .string("CASE")),
    ])
  }

  private func link(to kind: Kind) -> PageJSON {
    let name = FrameworkName.type(kind.rawValue, in: curriculum.id)
    return .object([
      ("title", .string(kind.rawValue)), ("identifier", .string(NameUUID.text(name))),
      ("uri", .string(NameUUID.urn(name))),
    ])
  }

  private func line(_ text: LocalizedText) -> String {
    ManifestValue.line(text.text(in: first))
  }

  /// The text in the languages that come after the first, where it is written in them.
  private func others(_ text: LocalizedText) -> String {
    languages.dropFirst().map { ManifestValue.line(text[$0]) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func joined(_ notes: [String]) -> String {
    notes.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
