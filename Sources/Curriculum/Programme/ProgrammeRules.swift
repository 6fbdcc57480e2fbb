import Source
import Text

/// Says what does not agree between cascade, delivery path and results framework.
///
/// A reference into a file that does not exist is not a finding: the three can be written in turn.
struct ProgrammeRules {
  private let programme: Programme
  private let files: [String: SourceFile]
  private var findings: [Diagnostic] = []

  static func findings(_ programme: Programme, files: [SourceFile]) -> [Diagnostic] {
    var rules = ProgrammeRules(
      programme: programme,
      files: Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first }))
    rules.check()
    return rules.findings
  }

  private init(programme: Programme, files: [String: SourceFile]) {
    self.programme = programme
    self.files = files
  }

  private mutating func check() {
    let steps = programme.delivery?.steps ?? []
    if let cascade = programme.cascade {
      let groups = cascade.people.map(\.id)
      let numbers = cascade.generations.map { "\($0.number)" }
      for step in steps {
        for group in step.participants { resolve(group, in: groups, ProgrammeMessages.group) }
        if let generation = step.generation {
          resolve(
            Located("\(generation.value)", at: generation.location), in: numbers,
            ProgrammeMessages.generation)
        }
      }
    }
    if programme.delivery != nil {
      for event in programme.cascade?.events ?? [] {
        if let step = event.step { resolve(step, in: steps.map(\.id), ProgrammeMessages.step) }
      }
    }
    guard let results = programme.results else { return }
    let activities = results.outputs.flatMap(\.activities)
    for reference in steps.flatMap(\.serves) {
      resolve(reference, in: activities.map(\.id), ProgrammeMessages.activity)
    }
    guard programme.delivery != nil else { return }
    let served = Set(steps.flatMap(\.serves).map(\.value))
    for activity in activities where !served.contains(activity.id) {
      add(
        "unserved-activity", .note, Located(activity.id, at: activity.location),
        ProgrammeMessages.unserved(activity.id), ProgrammeMessages.unservedRemedy)
    }
  }

  private mutating func resolve(
    _ reference: Located<String>, in known: [String], _ kind: LocalizedText
  ) {
    guard !known.contains(reference.value) else { return }
    add(
      "unknown-reference", .error, reference,
      ProgrammeMessages.unknownReference(reference.value, kind),
      ProgrammeMessages.known(
        known, suggestion: Suggestion.nearest(to: reference.value, in: known)))
  }

  private mutating func add(
    _ code: String, _ severity: Severity, _ text: Located<String>, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) {
    let line = text.location.line
    findings.append(
      Diagnostic(
        code, severity, at: text.location, message, remedy: remedy,
        excerpt: files[text.location.file]?.line(line) ?? "",
        length: max(1, text.value.unicodeScalars.count)))
  }
}
