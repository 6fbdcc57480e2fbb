import Assessment
import Curriculum
import Source
import Terminal
import Text

/// A curriculum that is fit for tests: read, with its forms drawn.
struct LoadedForms {
  let curriculum: Curriculum

  /// Loads a curriculum, or fails where it cannot be read or its forms cannot be drawn.
  ///
  /// Findings elsewhere do not stop a test; `sala check` shows them.
  static func load(_ path: String?, console: Console) throws -> LoadedForms {
    let place = try CurriculumFinding.place(path, console: console)
    let loaded = CurriculumLoading.load(place.id, from: place.tree, scope: .tests)
    guard let curriculum = loaded.curriculum,
      !curriculum.forms.isEmpty || !curriculum.tests.isEmpty
    else {
      throw CommandFailure(FormWords.noForms(place.id), code: 1)
    }
    return LoadedForms(curriculum: curriculum)
  }

  /// Returns a form by its id; for practice, the id of a module or `practice` for all modules.
  func form(_ id: String, occasion: Occasion) throws -> TestForm {
    if occasion == .practice, let practice = practiceForm(id) { return practice }
    if let form = curriculum.forms.first(where: { $0.id == id }) { return form }
    // Practice forms and surveys stand outside events, so no report counts them as a test.
    if occasion == .practice, let form = curriculum.form(id) { return form }
    var known = curriculum.forms.map(\.id)
    if occasion == .practice {
      known = ["practice"] + curriculum.modules.map(\.id) + curriculum.tests.map(\.id)
    }
    throw CommandFailure(
      FormWords.noForm(id, known: known, suggestion: Suggestion.nearest(to: id, in: known)),
      code: 1)
  }

  private func practiceForm(_ id: String) -> TestForm? {
    let module = curriculum.module(id)
    guard id == "practice" || module != nil else { return nil }
    let outcomes = Set((module?.outcomes ?? []).map(\.id))
    let items = curriculum.items.filter {
      $0.pool == .practice && $0.status != .retired
        && (module == nil || outcomes.contains($0.outcome.value))
    }
    guard !items.isEmpty else { return nil }
    let name = module?.title ?? curriculum.title
    return TestForm(
      id: id,
      title: LocalizedText(en: "Practice: \(name.en)", km: "ហាត់៖ \(name.km)"), items: items,
      anchors: [], minutes: max(5, items.count * 2), masteryPercent: 0)
  }
}

/// The words about forms.
enum FormWords {
  static func noForms(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The test forms of '\(id)' cannot be drawn; 'sala check' says why.",
      km: "មិនអាចរៀបចំវិញ្ញាសានៃ '\(id)' បានទេ។ សូមប្រើ 'sala check' ដើម្បីដឹងមូលហេតុ។")
  }

  static func noBlueprint(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "'\(id)' has no blueprint that can be read; 'sala new form' begins one.",
      km: "'\(id)' គ្មានប្លង់វិញ្ញាសាដែលអាចអានបានទេ។ 'sala new form' ចាប់ផ្តើមប្លង់មួយ។")
  }

  static func noForm(_ id: String, known: [String], suggestion: String?) -> LocalizedText {
    let list = known.joined(separator: ", ")
    let guess = suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return LocalizedText(
      en: "There is no form '\(id)'. \(guess)Known are: \(list).",
      km: "គ្មានវិញ្ញាសា '\(id)' ទេ។ \(guessKhmer)អាចប្រើបាន៖ \(list)។")
  }
}
