import Curriculum
import Source
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

@Suite("The sequencing of a package of SCORM 2004")
struct SCORM2004SequencingTests {
  private let files: [PackageFile]
  private let skipping: [PackageFile]

  init() throws {
    files = try SCORM2004Samples.package().files
    skipping =
      try SCORM2004Samples.package(
        PackageOptions(profile: .scorm2004, languages: .english, skipsMastered: true)
      ).files
    try #require(!skipping.isEmpty)
  }

  private func sequencing(_ item: String, of files: [PackageFile]) throws -> XMLElement {
    try #require(SCORM2004Samples.item(item, of: files).first("sequencing"))
  }

  /// An objective as `id: target r-- w--`: what it reads and writes of status and measure.
  private func objectives(_ item: String, of files: [PackageFile]) throws -> [String] {
    let list = try #require(try sequencing(item, of: files).first("objectives"))
    return list.elements.map { objective in
      let mark = objective.name.local == "primaryObjective" ? "*" : ""
      let maps = objective.elements("mapInfo").map { map in
        let flags = [
          ("readSatisfiedStatus", "r"), ("readNormalizedMeasure", "m"),
          ("writeSatisfiedStatus", "W"), ("writeNormalizedMeasure", "M"),
        ]
        let marks = flags.map { map.attribute($0.0) == "true" ? $0.1 : "-" }.joined()
        return " \(map.attribute("targetObjectiveID") ?? "") \(marks)"
      }
      let least = objective.first("minNormalizedMeasure").map { " ≥\($0.text)" } ?? ""
      let isMeasured = objective.attribute("satisfiedByMeasure") == "true"
      #expect(isMeasured == !least.isEmpty)
      return mark + (objective.attribute("objectiveID") ?? "") + least + maps.joined()
    }
  }

  /// The rules of rollup of an item, and whether it counts for the one above.
  private func rollup(_ sequencing: XMLElement) -> [String] {
    guard let list = sequencing.first("rollupRules") else { return [] }
    let rules = list.elements.map { rule in
      let conditions = rule.first("rollupConditions")
      let names = conditions?.elements.map { $0.attribute("condition") ?? "" } ?? []
      return "\(rule.attribute("childActivitySet") ?? "")"
        + " \(conditions?.attribute("conditionCombination") ?? "")(\(names.joined(separator: ",")))"
        + " → \(rule.first("rollupAction")?.attribute("action") ?? "")"
    }
    return list.attributes.map { "\($0.name.local)=\($0.value)" } + rules
  }

  private func preconditions(_ item: String, of files: [PackageFile]) throws -> [String] {
    guard let rules = try sequencing(item, of: files).first("sequencingRules") else { return [] }
    return rules.elements.map { rule in
      let conditions = rule.first("ruleConditions")
      let parts = conditions?.elements.map { condition in
        [
          condition.attribute("operator"), condition.attribute("condition"),
          condition.attribute("referencedObjective"),
        ].compactMap(\.self).joined(separator: " ")
      }
      return "\(rule.name.local) \(conditions?.attribute("conditionCombination") ?? "")"
        + " [\(parts?.joined(separator: ", ") ?? "")]"
        + " → \(rule.first("ruleAction")?.attribute("action") ?? "")"
    }
  }

  @Test("Learners choose or go on, and results of earlier attempts count")
  func control() throws {
    let root = try #require(SCORM2004Samples.organization(files).first("sequencing"))
    for sequencing in [root, try sequencing("item-modules", of: files)] {
      let mode = try #require(sequencing.first("controlMode"))
      #expect(
        mode.attributes.map { "\($0.name.local)=\($0.value)" } == [
          "choice=true", "flow=true", "useCurrentAttemptObjectiveInfo=false",
          "useCurrentAttemptProgressInfo=false",
        ])
    }
  }

  @Test("The course is completed by all pages, and only the post-test's result is the course's")
  func rollups() throws {
    let completed = "all any(completed,satisfied) → completed"
    let apart = ["rollupObjectiveSatisfied=false", "objectiveMeasureWeight=0"]
    let root = try #require(SCORM2004Samples.organization(files).first("sequencing"))
    #expect(rollup(root) == [completed])
    #expect(rollup(try sequencing("item-pre-test", of: files)) == apart)
    #expect(
      rollup(try sequencing("item-modules", of: files))
        == apart + ["all any(completed,satisfied) → satisfied", completed])
    // Their status counts for the item that holds them, which asks for it; they have no measure.
    #expect(
      rollup(try sequencing("item-module-01-aaa", of: files)) == ["objectiveMeasureWeight=0"])
    #expect(rollup(try sequencing("item-post-test", of: files)) == [])
  }

  @Test("The post-test opens when all modules are done, also where nothing is known of them yet")
  func order() throws {
    #expect(
      try preconditions("item-post-test", of: files) == [
        "preConditionRule any [not satisfied modules, not objectiveStatusKnown modules] → disabled"
      ])
    #expect(try preconditions("item-pre-test", of: files) == [])
    #expect(try preconditions("item-module-01-aaa", of: files) == [])
    #expect(
      try objectives("item-modules", of: files) == ["*modules sala-example-en.modules --W-"])
  }

  @Test("The post-test is passed by its mastery and writes competencies, which modules read")
  func competencies() throws {
    #expect(
      try objectives("item-post-test", of: files) == [
        "*post-test ≥0.70", "modules sala-example-en.modules rm--",
        "competency-eng ≥0.70 sala-example-en.competency-eng --WM",
        "competency-svc ≥0.70 sala-example-en.competency-svc --WM",
      ])
    #expect(
      try objectives("item-pre-test", of: files) == [
        "*pre-test", "competency-eng", "competency-svc",
      ])
    #expect(
      try objectives("item-module-01-aaa", of: files) == [
        "*module-01-aaa", "competency-eng sala-example-en.competency-eng rm--",
      ])
    #expect(
      try objectives("item-module-02-bbb", of: files) == [
        "*module-02-bbb", "competency-svc sala-example-en.competency-svc rm--",
      ])
  }

  @Test("Where it was asked for, the pre-test writes which modules are mastered, and they skip")
  func skip() throws {
    #expect(
      try objectives("item-pre-test", of: skipping) == [
        "*pre-test",
        "module-01-aaa ≥0.70 sala-example-en.module-01-aaa --WM",
        "module-02-bbb ≥0.70 sala-example-en.module-02-bbb --WM",
      ])
    #expect(
      try objectives("item-module-02-bbb", of: skipping).first
        == "*module-02-bbb sala-example-en.module-02-bbb rm--")
    #expect(
      try preconditions("item-module-02-bbb", of: skipping) == [
        "preConditionRule all [satisfied] → skip"
      ])
    #expect(
      try preconditions("item-post-test", of: skipping)
        == preconditions("item-post-test", of: files))
  }

  @Test("A module that no question asks about is never skipped")
  func notAsked() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    var third = curriculum.modules[1]
    third.id = "ccc"
    third.outcomes[0].id = "CCC-1"
    curriculum.modules.append(third)
    let made = Packaging.package(
      curriculum,
      options: PackageOptions(profile: .scorm2004, languages: .english, skipsMastered: true))
    #expect(try preconditions("item-module-03-ccc", of: made.files) == [])
    #expect(try objectives("item-module-03-ccc", of: made.files) == ["*module-03-ccc"])
  }

  @Test("Competencies without a name in ASCII, or with the same, are told apart by their number")
  func names() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    for (index, id) in ["ការចូលរួម", "Svc!"].enumerated() {
      curriculum.modules[index].outcomes.indices.forEach {
        curriculum.modules[index].outcomes[$0].competency.value = id
      }
      var more = curriculum.competencies[0]
      more.id = id
      curriculum.competencies.append(more)
    }
    let made = Packaging.package(
      curriculum, options: PackageOptions(profile: .scorm2004, languages: .english))
    let post = try objectives("item-post-test", of: made.files)
    #expect(
      post.dropFirst(2).map { $0.split(separator: " ")[0] } == ["competency-3", "competency-svc-4"])
  }

  @Test("A percentage is written as a measure from 0 to 1")
  func measures() {
    for (percent, text) in [
      0: "0.00", 5: "0.05", 70: "0.70", 100: "1.00", -3: "0.00", 120: "1.00",
    ] {
      #expect(SCORM2004Sequencing.measure(percent: percent) == text)
    }
  }
}
