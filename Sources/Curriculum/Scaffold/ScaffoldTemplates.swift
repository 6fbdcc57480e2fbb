import Assessment
import Text

/// The texts that new files begin with; comments in the language asked for, words in that of the
/// file.
struct ScaffoldTemplates {
  /// The language of comments.
  let language: Language

  /// The minutes of a new session.
  static let sessionMinutes = 60

  private var pencil: String { Scaffold.mark }

  /// Returns a comment for YAML in the language asked for.
  private func note(_ en: String, _ km: String) -> String {
    "# " + (language == .english ? en : km)
  }

  /// Returns a text still to be written, in the language of a file.
  private func write(_ half: Language, _ en: String, _ km: String) -> String {
    "\(pencil) " + (half == .english ? en : km)
  }

  // MARK: Modules

  func module(id: String, competency: String) -> String {
    let outcome = "\(id.uppercased())-1"
    return """
      format: 1
      id: \(id) \(note("short; questions and sessions begin with it", "ខ្លី។ សំណួរ និងវគ្គចាប់ផ្តើមដោយលេខសម្គាល់នេះ"))
      title:
        en: "\(write(.english, "Title of the module", ""))"
        km: "\(write(.khmer, "", "ចំណងជើងម៉ូឌុល"))"
      purpose: \(note("what participants can do afterwards, in one sentence", "អ្វីដែលសិក្ខាកាមអាចធ្វើបានក្រោយវគ្គ ក្នុងមួយប្រយោគ"))
        en: "\(write(.english, "What participants learn to do.", ""))"
        km: "\(write(.khmer, "", "អ្វីដែលសិក្ខាកាមរៀនធ្វើ។"))"
      minutes: \(Self.sessionMinutes) \(note("the sum of the sessions", "ផលបូកនាទីនៃវគ្គទាំងអស់"))
      review: [km] \(note("languages that a native reader should still review", "ភាសាដែលអ្នកចេះពីកំណើតត្រូវពិនិត្យ"))
      outcomes:
        - id: \(outcome)
          verb: explain \(note("what the person does: explain, choose, compare, design …", "អ្វីដែលសិក្ខាកាមធ្វើ ជាភាសាអង់គ្លេស"))
          text:
            en: "\(write(.english, "Explain …", ""))"
            km: "\(write(.khmer, "", "ពន្យល់ …"))"
          cognitive: understand \(note("remember understand apply analyse evaluate create", "remember understand apply analyse evaluate create"))
          competency: \(competency) \(note("one of curriculum.yaml", "មួយក្នុង curriculum.yaml"))
          proficiency: foundation \(note("foundation practitioner leading", "foundation practitioner leading"))
          assessed: [test] \(note("test rubric observation product", "test rubric observation product"))
      sessions:

      """ + indented(session(id: "\(id)-s1", outcome: outcome, lessons: ["introduction"])) + "\n"
  }

  func session(id: String, outcome: String, lessons: [String] = []) -> String {
    """
    - id: \(id)
      title: {en: "\(write(.english, "Title of the session", ""))", km: "\(write(.khmer, "", "ចំណងជើងវគ្គ"))"}
      minutes: \(Self.sessionMinutes) \(note("the sum of its activities", "ផលបូកនាទីនៃសកម្មភាព"))
      outcomes: [\(outcome)]
      lessons: [\(lessons.joined(separator: ", "))] \(note("slugs of files in lessons/", "ឈ្មោះឯកសារក្នុង lessons/"))
      activities:
        - id: \(id)-a1
          title: {en: "\(write(.english, "Title of the activity", ""))", km: "\(write(.khmer, "", "ចំណងជើងសកម្មភាព"))"}
          minutes: \(Self.sessionMinutes)
          method: group-work \(note("presentation discussion group-work role-play individual case-study situation field-work reflection test", "presentation discussion group-work role-play individual case-study situation field-work reflection test"))
          group: 5 \(note("people who work together; 1 alone, 0 the whole room", "ចំនួនមនុស្សក្នុងក្រុម។ ១ ម្នាក់ឯង ០ ទាំងអង្គ"))
          materials:
            - {en: flip chart, km: ក្រដាសផ្ទាំងធំ}
          notes: \(note("for the facilitator: begin, ask, watch for, close", "សម្រាប់អ្នកសម្របសម្រួល៖ ចាប់ផ្តើម សួរ សង្កេត បិទ"))
            en: "\(write(.english, "What the facilitator says and does, and what to watch for.", ""))"
            km: "\(write(.khmer, "", "អ្វីដែលអ្នកសម្របសម្រួលនិយាយ និងធ្វើ ហើយត្រូវសង្កេតអ្វី។"))"
    """
  }

  private func indented(_ block: String) -> String {
    block.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }

  // MARK: Forms

  func forms(id: String, outcomes: [LearningOutcome]) -> String {
    let cells = outcomes.map { outcome in
      "  - {outcome: \(outcome.id), cognitive: \(outcome.cognitive.rawValue), count: 2, anchors: 1}"
    }
    return """
      format: 1
      id: \(id)
      title: {en: "\(write(.english, "Title of the test", ""))", km: "\(write(.khmer, "", "ចំណងជើងតេស្ត"))"}
      seed: 1 \(note("any number; the same seed draws the same forms everywhere", "ចំនួនណាក៏បាន។ លេខដដែលនាំឱ្យបានវិញ្ញាសាដដែល"))
      minutes: \(max(5, outcomes.count * 3))
      mastery: 70 \(note("percent of the points from which it is passed", "ភាគរយនៃពិន្ទុដែលចាប់ពីនោះទៅចាត់ទុកថាជាប់"))
      statuses: [operational] \(note("draft and piloted let in questions that nobody tried yet", "draft និង piloted អនុញ្ញាតសំណួរដែលមិនទាន់សាកល្បង"))
      review: [km]
      blueprint: \(note("a cell needs anchors + (count - anchors) x forms questions", "ក្រឡានីមួយៗត្រូវការសំណួរ anchors + (count - anchors) x ចំនួនវិញ្ញាសា"))
      \(cells.joined(separator: "\n"))
      forms:
        - {id: \(id)-a, title: {en: Form A, km: វិញ្ញាសា ក}}
        - {id: \(id)-b, title: {en: Form B, km: វិញ្ញាសា ខ}}

      """
  }

  /// A practice test for the list of tests.
  func test(id: String, outcome: String?) -> String {
    """
    - id: \(id)
      title: {en: "\(write(.english, "Title of the test", ""))", km: "\(write(.khmer, "", "ចំណងជើងតេស្ត"))"}
      mode: practice \(note("exam asks from the test pool, survey asks for opinions", "exam សួរពីបណ្តុំតេស្ត ឯ survey សួរមតិ"))
      minutes: 10
      attempts: 3
      statuses: [draft, piloted, operational]
      sections: \(note("items: [...] asks everybody the same; pick: 2 draws for each learner", "items: [...] សួរគ្រប់គ្នាដូចគ្នា។ pick: 2 ជ្រើសរើសសម្រាប់សិក្ខាកាមម្នាក់ៗ"))
        - {id: questions, pick: 1\(outcome.map { ", outcome: \($0)" } ?? "")}
    """
  }

  // MARK: Lessons and situations

  func lesson(_ half: Language, outcomes: [String]) -> String {
    var lines = [
      "---", "title: \"\(write(half, "Title of the lesson", "ចំណងជើងមេរៀន"))\"",
    ]
    if half == .english {
      lines.append("outcomes: [\(outcomes.joined(separator: ", "))]")
    } else {
      lines.append(
        note(
          "when the translation is done: sala translation stamp FILE.km.md",
          "ពេលបកប្រែរួច៖ sala translation stamp FILE.km.md"))
    }
    lines += [
      "review: [\(half.rawValue)]",
      note(
        "every '## Title {#block-id}' begins a block; both languages have the same ids",
        "រាល់ '## ចំណងជើង {#block-id}' ចាប់ផ្តើមផ្នែកថ្មី។ ភាសាទាំងពីរមានលេខសម្គាល់ដូចគ្នា"),
      note(
        "a fact carries its source: [^source-id], listed in curriculum.yaml",
        "ការពិតត្រូវមានប្រភព៖ [^source-id] ដែលរាយក្នុង curriculum.yaml"),
      "---",
      "## \(write(half, "What it is about", "អំពីអ្វី")) {#what-it-is-about}",
      write(
        half, "Begin with a situation that participants know.",
        "ចាប់ផ្តើមដោយស្ថានភាពមួយដែលសិក្ខាកាមស្គាល់។"), "",
      "## \(write(half, "What to do with it", "យកទៅធ្វើអ្វី")) {#what-to-do}",
      write(
        half, "End with something to try in the next two weeks.",
        "បញ្ចប់ដោយអ្វីមួយដែលអាចសាកល្បងក្នុងពីរសប្តាហ៍ខាងមុខ។"), "",
    ]
    return lines.joined(separator: "\n")
  }

  func situation(_ half: Language, outcome: String?) -> String {
    let isEnglish = half == .english
    var lines = ["---", "format: 1"]
    lines += [
      "title: \"\(write(half, "Title of the situation", "ចំណងជើងស្ថានភាព"))\"",
      "purpose: \"\(write(half, "What the group has to reach together.", "អ្វីដែលក្រុមត្រូវសម្រេចរួមគ្នា។"))\"",
    ]
    if isEnglish {
      lines += [
        "minutes: 60 "
          + note("playing and debrief together", "លេង និងពិភាក្សាបូកសរុបរួមគ្នា"),
        "start: beginning " + note("the section a play begins with", "ផ្នែកដែលការលេងចាប់ផ្តើម"),
      ]
    }
    lines += [
      "roles: " + note("functions, never persons", "មុខងារ មិនមែនបុគ្គល"),
      "  - id: facilitator",
      "    title: \"\(write(half, "Facilitator", "អ្នកសម្របសម្រួល"))\"",
      "    brief: \"\(write(half, "What this role wants, and fears.", "អ្វីដែលតួនាទីនេះចង់បាន និងបារម្ភ។"))\"",
      "state: " + note("whole numbers that choices change", "ចំនួនគត់ដែលជម្រើសផ្លាស់ប្តូរ"),
      "  trust: {title: \"\(write(half, "Trust", "ទំនុកចិត្ត"))\""
        + (isEnglish ? ", start: 3, min: 0, max: 10}" : "}"),
    ]
    if isEnglish, let outcome { lines.append("outcomes: [\(outcome)]") }
    lines += ["review: [\(half.rawValue)]", "---"]
    lines += [
      ":: beginning {role=facilitator}", "### " + write(half, "The beginning", "ការចាប់ផ្តើម"),
      write(half, "What happens, and who is there.", "អ្វីកើតឡើង ហើយនរណានៅទីនោះ។"), "",
      "> " + write(half, "What to ask in the debrief.", "អ្វីត្រូវសួរពេលពិភាក្សាបូកសរុប។"), "",
      "[[" + write(half, "What the group may do", "អ្វីដែលក្រុមអាចធ្វើ") + " -> good-end]] {trust +1}",
      "[[" + write(half, "What it may do instead", "អ្វីដែលក្រុមអាចធ្វើជំនួស")
        + " -> poor-end]] {trust -1}",
      "", ":: good-end {ending=good}",
      write(half, "How it ends well.", "វាបញ្ចប់ល្អយ៉ាងណា។"), "", ":: poor-end {ending=poor}",
      write(half, "How it ends badly.", "វាបញ្ចប់មិនល្អយ៉ាងណា។"), "",
    ]
    return lines.joined(separator: "\n")
  }
}
