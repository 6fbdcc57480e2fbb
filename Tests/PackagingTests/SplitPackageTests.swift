import Curriculum
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

@Suite("A course split into packages")
struct SplitPackageTests {
  private func split(
    _ profile: PackageProfile, _ languages: PackageLanguages = .english, context: String? = nil
  ) throws -> [RenderedPackage] {
    Packaging.packages(
      try SCORM2004Samples.curriculum(),
      options: PackageOptions(
        profile: profile, languages: languages, context: context, isSplit: true))
  }

  @Test("Each test and each module is a package with one page, named after it")
  func names() throws {
    let made = try split(.scorm12, context: "kampot")
    #expect(made.flatMap(\.diagnostics) == [])
    #expect(
      made.map(\.name) == [
        "example-pre-test-scorm12-en-kampot.zip", "example-aaa-scorm12-en-kampot.zip",
        "example-bbb-scorm12-en-kampot.zip", "example-post-test-scorm12-en-kampot.zip",
      ])
    #expect(
      made.map { $0.files.map(\.path).filter { $0.hasSuffix(".html") } } == [
        ["pre-test.html"], ["module-01-aaa.html"], ["module-02-bbb.html"], ["post-test.html"],
      ])
    let whole = Packaging.package(
      try SCORM2004Samples.curriculum(),
      options: PackageOptions(languages: .english, context: "kampot", isSplit: true))
    #expect(whole.name == "example-scorm12-en-kampot.zip", "one package is one, whatever is asked")
    for file in made.flatMap(\.files) where file.path.hasSuffix(".html") {
      #expect(whole.files.contains(file), "a page is the same in either")
    }
  }

  @Test(
    "Identifiers are of the package alone, and titles say course and module",
    arguments: [PackageProfile.scorm12, .scorm2004])
  func manifests(_ profile: PackageProfile) throws {
    let made = try split(profile)
    let roots = try made.map { try SCORM2004Samples.root($0.files) }
    #expect(
      roots.map { $0.attribute("identifier") } == [
        "sala-example-pre-test-en", "sala-example-aaa-en", "sala-example-bbb-en",
        "sala-example-post-test-en",
      ])
    let titles = try roots.map {
      try #require(SCORM12Samples.element("organization", in: $0)).first("title")?.text
    }
    #expect(
      titles == [
        "Listening – Pre-test: Listening", "Listening – Listening", "Listening – Second",
        "Listening – Post-test: Listening",
      ])
    let purposes = roots.map {
      SCORM12Samples.element("description", in: $0)?.elements.first?.text ?? ""
    }
    #expect(purposes[0].hasPrefix("To listen well. "))
    #expect(purposes[1].hasPrefix("To listen. "))
    let keywords = roots.map { root in
      SCORM12Samples.element("general", in: root)?.elements("keyword").flatMap {
        $0.elements.map(\.text)
      } ?? []
    }
    #expect(keywords[1...2] == [["Engagement"], ["Services"]])
    #expect(keywords[0] == ["Engagement", "Services"])
  }

  @Test("Times are those of the part, and only the post-test has a mastery")
  func parts() throws {
    let made = try split(.scorm2004)
    let spans = try made.map { package in
      SCORM12Samples.element("duration", in: try SCORM2004Samples.root(package.files))?.text
    }
    #expect(spans == ["PT10M", "PT1H", "PT1H30M", "PT10M"])
    let texts = try made.map { try SCORM12Samples.manifest(of: $0.files) }
    #expect(
      texts.map { $0.contains("primaryObjective satisfiedByMeasure") } == [
        false, false, false, true,
      ])
    #expect(texts.allSatisfy { !$0.contains("preConditionRule") && !$0.contains("item-modules") })
    let post = try #require(SCORM2004Samples.organization(made[3].files).elements("item").first)
    let hidden = try #require(SCORM12Samples.element("navigationInterface", in: post))
    #expect(hidden.elements.map(\.text) == ["previous", "continue", "abandon", "abandonAll"])
  }

  @Test("Modules whose names say nothing or clash are named after their pages")
  func clashes() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    var third = curriculum.modules[1]
    third.id = "B.B.B"
    curriculum.modules[1].id = "b-b-b"
    curriculum.modules.append(third)
    third.id = "ម៉ូឌុល"
    curriculum.modules.append(third)
    third.id = "post-test"
    curriculum.modules.append(third)
    let names = Packaging.packages(
      curriculum, options: PackageOptions(languages: .english, isSplit: true)
    ).map(\.name)
    #expect(
      names.dropFirst().dropLast() == [
        "example-aaa-scorm12-en.zip", "example-module-02-b-b-b-scorm12-en.zip",
        "example-module-03-b-b-b-scorm12-en.zip", "example-module-04-scorm12-en.zip",
        "example-module-05-post-test-scorm12-en.zip",
      ])
    #expect(Set(names).count == names.count)
  }

  @Test("What concerns all packages is said once, with the first")
  func findings() throws {
    let curriculum = try SCORM2004Samples.curriculum()
    let made = Packaging.packages(
      curriculum,
      options: PackageOptions(
        profile: .scorm2004, languages: .english, modules: ["bbb"], isSplit: true,
        skipsMastered: true))
    #expect(
      made.map { $0.diagnostics.map(\.code) } == [
        ["option-without-effect", "tests-cover-all"], [], [],
      ])
    #expect(made.map(\.name).contains("example-bbb-scorm2004-en.zip"))
    let unknown = Packaging.packages(
      curriculum, options: PackageOptions(languages: .english, modules: ["x"], isSplit: true))
    #expect(unknown.map { $0.diagnostics.map(\.code) } == [["unknown-module"]])
    #expect(unknown[0].files.isEmpty && unknown[0].name == "example-scorm12-en.zip")
  }

  @Test("Options without effect are warnings in both languages")
  func withoutEffect() throws {
    let curriculum = try SCORM2004Samples.curriculum()
    let found = Packaging.package(
      curriculum,
      options: PackageOptions(
        profile: .web, languages: .english, organization: .single, skipsMastered: true,
        controlDocuments: [])
    ).diagnostics.filter { $0.code == "option-without-effect" }
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.severity == .warning && $0.message.isComplete })
    #expect(found.allSatisfy { $0.remedy.isComplete })
  }
}
