import Assessment
import Paper
import Records
import Source
import Terminal
import Text

/// The keying of papers as numbered prompts: lines only, so that it works in any terminal, in a
/// pipe and with a screen reader.
///
/// Each answer is on the disk before the next prompt shows.
struct PaperEntry {
  let store: Store
  let event: EventSummary
  let occasion: Occasion
  let forms: [TestForm]
  /// Who keys.
  let person: String
  let taken: String?
  let form: String?
  let console: Console
  let language: Language

  /// How a paper ended.
  private enum Ending {
    case recorded
    case refused
    case stopped
  }

  // MARK: Many papers

  /// Asks for codes and papers until there are no more; returns the exit code.
  func run(only learner: String?) throws -> Int32 {
    if let learner {
      switch try paper(try PaperOptions.code(learner)) {
      case .recorded: return 0
      case .refused: return 1
      case .stopped:
        say(PaperEntryWords.kept)
        return 0
      }
    }
    say(PaperEntryWords.howTo)
    var recorded = 0
    while true {
      console.write(PaperEntryWords.codePrompt.text(in: language))
      guard let line = console.readLine() else {
        console.line()
        break
      }
      let typed = Console.withoutControls(line)
      if ["", ".", "។"].contains(typed) { break }
      switch LearnerCode.parse(typed) {
      case .wrong(let reason): say(reason)
      case .code(let code):
        switch try paper(code) {
        case .recorded: recorded += 1
        case .refused: break
        case .stopped:
          say(PaperEntryWords.kept)
          say(PaperEntryWords.recorded(recorded))
          return 0
        }
      }
    }
    say(PaperEntryWords.recorded(recorded))
    return 0
  }

  /// Says where papers of a pre-test, keyed without their day, would count as written too late.
  func noteTeaching() throws {
    guard occasion == .pre, taken == nil,
      let began = try store.statements().teaching.last(where: { $0.record.event == event.id })
    else { return }
    console.note(PaperEntryWords.teachingBegan(began.record.began).text(in: language))
  }

  // MARK: One paper

  private func paper(_ code: String) throws -> Ending {
    let planning = try store.paperPlanning(event, occasion: occasion)
    let pass: PaperEntryRecord.Pass
    let form: TestForm
    switch planning.turn(of: code, by: person, form: self.form) {
    case .refused(let finding):
      console.report([finding], in: language)
      return .refused
    case .entry(let found, let id):
      guard let known = forms.first(where: { $0.id == id }) else {
        throw CommandFailure(
          FormWords.noForm(id, known: forms.map(\.id), suggestion: nil), code: 1)
      }
      pass = found
      form =
        known.isDrawnPerLearner
        ? FormDraw.form(known, learnerSeed: "\(code)/\(known.id)") : known
    }
    let asked = PaperMarkInput.asked(form)
    var draft = store.draft(
      PaperDraft(event: event.id, code: code, occasion: occasion, form: form, by: person))
    say(PaperEntryWords.heading(code, form: form.id, pass: pass))
    if !draft.marks.isEmpty { say(PaperEntryWords.resumed(draft.marks.count, of: asked.count)) }
    while true {
      guard try ask(asked, form, &draft) else { return .stopped }
      switch confirm(asked, form, draft) {
      case .stop: return .stopped
      case .question(let place):
        draft.position = place
      case .record(let declines):
        let record = PaperEntryRecord(
          event: event.id, code: code, occasion: occasion, form: form.id,
          formVersion: form.version, language: language.rawValue, pass: pass, by: person,
          marks: draft.marks, taken: taken)
        let plan = planning.entered(
          record, form: form, declined: declines ? PaperNotice.standard.version : nil)
        console.report(plan.findings, in: language)
        if plan.findings.hasErrors { return .refused }
        try store.append(plan.facts)
        try store.remove(draft)
        report(pass, plan, planning, record, form)
        return .recorded
      }
    }
  }

  private func report(
    _ pass: PaperEntryRecord.Pass, _ plan: FactPlan, _ planning: PaperPlanning,
    _ record: PaperEntryRecord, _ form: TestForm
  ) {
    guard pass == .second, var state = planning.state(of: record.code) else {
      return say(PaperEntryWords.firstRecorded(record.code))
    }
    state.second = record
    let count = state.differences(form).count
    say(
      count == 0
        ? PaperEntryWords.agreed(record.code) : PaperEntryWords.differs(record.code, count))
  }

  /// Asks from the place of the draft on; `false` when the person stops or the input ends.
  private func ask(
    _ asked: [Item], _ form: TestForm, _ draft: inout PaperDraft
  ) throws -> Bool {
    draft.position = max(0, min(draft.position, asked.count))
    while draft.position < asked.count {
      let item = asked[draft.position]
      console.write(prompt(item, form, draft))
      guard let line = console.readLine() else {
        console.line()
        return false
      }
      let typed = whole(Console.withoutControls(line), item)
      switch PaperMarkInput.read(typed, item: item) {
      case .stop: return false
      case .back: draft.position = max(0, draft.position - 1)
      case .notUnderstood(let remedy): say(remedy)
      case .mark(let mark):
        draft.marks[item.id] = mark
        // A question that was gone back to is followed by the first that is not keyed yet.
        draft.position =
          asked.indices.first { $0 > draft.position && draft.marks[asked[$0].id] == nil }
          ?? asked.indices.first { draft.marks[asked[$0].id] == nil } ?? asked.count
        try store.keep(draft)
      }
    }
    return true
  }

  /// The lines of an essay: one that ends with `\` goes on in the next.
  private func whole(_ typed: String, _ item: Item) -> String {
    guard case .essay = item.interaction else { return typed }
    var lines: [String] = []
    var line = typed
    while line.unicodeScalars.count > 1, line.unicodeScalars.last == "\\" {
      lines.append(String(line.unicodeScalars.dropLast()))
      console.write("  … ")
      guard let next = console.readLine() else { return lines.joined(separator: "\n") }
      line = Console.withoutControls(next)
    }
    return (lines + [line]).joined(separator: "\n")
  }

  private func prompt(_ item: Item, _ form: TestForm, _ draft: PaperDraft) -> String {
    let number = (form.items.firstIndex { $0.id == item.id } ?? 0) + 1
    let head = PaperEntryWords.question(number, of: form.items.count).text(in: language)
    let stem = PaperShown.stem(item, language: language, width: max(20, console.width - 24))
    let before = draft.marks[item.id].map {
      " (\(PaperShown.mark($0, item, language)))"
    }
    let choices = PaperShown.choices(item, language: language)
    return "\(head) \(stem)\(choices.isEmpty ? "" : " [\(choices)]")\(before ?? "") > "
  }

  // MARK: Confirming

  private enum Answer {
    case stop
    case question(Int)
    case record(declines: Bool)
  }

  private func confirm(_ asked: [Item], _ form: TestForm, _ draft: PaperDraft) -> Answer {
    say(PaperEntryWords.counts(draft.marks, of: asked.count))
    while true {
      console.write(PaperEntryWords.confirm.text(in: language))
      guard let line = console.readLine() else {
        console.line()
        return .stop
      }
      let typed = TextInteraction.normalised(Console.withoutControls(line))
      switch typed {
      case "y", "yes", "បាទ", "ចាស", "យល់ព្រម": return .record(declines: false)
      case "d", "បដិសេធ": return .record(declines: true)
      case ".", "។": return .stop
      case "<": return .question(asked.count - 1)
      default: break
      }
      if let number = Int(Khmer.withLatinDigits(typed)), form.items.indices.contains(number - 1),
        let place = asked.firstIndex(where: { $0.id == form.items[number - 1].id })
      {
        return .question(place)
      }
    }
  }

  // MARK: Files

  /// Records all entries of a file or none; returns the exit code.
  func read(_ path: String) throws -> Int32 {
    let collector = DiagnosticCollector()
    guard let source = FileReading.file(path, collector: collector) else {
      console.report(collector.diagnostics, in: language)
      return FileReading.exists(path) ? 1 : 2
    }
    let planning = try store.paperPlanning(event, occasion: occasion)
    let entries = PaperFile.read(
      source, planning: planning, by: person, forms: forms, collector: collector)
    var facts: [Fact] = []
    for entry in entries where !collector.diagnostics.hasErrors {
      let plan = planning.entered(
        PaperEntryRecord(
          event: event.id, code: entry.code, occasion: occasion, form: entry.form.id,
          formVersion: entry.form.version, language: language.rawValue, pass: entry.pass,
          by: person, marks: entry.marks, taken: taken), form: entry.form)
      collector.add(contentsOf: plan.findings)
      facts += plan.facts
    }
    console.report(collector.diagnostics.inReadingOrder, in: language)
    if collector.diagnostics.hasErrors {
      say(PaperEntryWords.nothingRecorded)
      return 1
    }
    try store.append(facts)
    say(PaperEntryWords.recorded(entries.count))
    return 0
  }

  private func say(_ text: LocalizedText) {
    for line in LineWrapping.lines(text.text(in: language), width: min(100, console.width)) {
      console.line(line)
    }
  }
}

/// The settling of differences as numbered prompts.
struct PaperSettling {
  let store: Store
  let event: EventSummary
  let occasion: Occasion
  let forms: [TestForm]
  let person: String
  let console: Console
  let language: Language

  /// Settles each paper that differs; returns the exit code: 1 where some are left.
  func run(only learner: String?) throws -> Int32 {
    let code = try learner.map { try PaperOptions.code($0) }
    let planning = try store.paperPlanning(event, occasion: occasion)
    let states = planning.states.filter { code == nil || $0.code == code }
    var settled = 0
    var left = 0
    for state in states {
      guard let form = form(state) else { continue }
      // Entries of two laptops that agree have become no attempt yet.
      if state.stage(form) == .agreed || state.stage(form) == .settled {
        let plan = planning.scored(state, form: form)
        console.report(plan.findings, in: language)
        if !plan.findings.hasErrors { try store.append(plan.facts) }
        continue
      }
      guard state.stage(form) == .differing else { continue }
      guard let record = settle(state, form) else {
        left += 1
        break
      }
      let plan = planning.settled(record, form: form)
      console.report(plan.findings, in: language)
      if plan.findings.hasErrors {
        left += 1
        continue
      }
      try store.append(plan.facts)
      settled += 1
      say(PaperEntryWords.settled(state.code))
    }
    if settled == 0, left == 0 { say(PaperEntryWords.nothingDiffers) }
    return left == 0 ? 0 : 1
  }

  private func form(_ state: PaperState) -> TestForm? {
    guard let form = forms.first(where: { $0.id == state.first.form }) else { return nil }
    return form.isDrawnPerLearner
      ? FormDraw.form(form, learnerSeed: "\(state.code)/\(form.id)") : form
  }

  private func settle(_ state: PaperState, _ form: TestForm) -> PaperEntryRecord? {
    guard let second = state.second else { return nil }
    var record = state.first
    record.pass = .settled
    record.by = person
    record.taken = state.first.taken ?? second.taken
    let differing = state.differences(form)
    say(PaperEntryWords.settling(state.code, form: form.id, differing.count))
    for id in differing {
      guard let item = form.item(id) else { continue }
      let number = (form.items.firstIndex { $0.id == id } ?? 0) + 1
      let stem = PaperShown.stem(item, language: language, width: max(20, console.width - 12))
      console.line(
        PaperEntryWords.question(number, of: form.items.count).text(in: language) + " " + stem)
      let entries = [state.first, second]
      for (place, entry) in entries.enumerated() {
        let shown = entry.marks[id].map { PaperShown.mark($0, item, language) } ?? "–"
        console.line("  \(place + 1)  \(entry.by): \(shown)")
      }
      guard let mark = choose(entries.map { $0.marks[id] }, item) else { return nil }
      record.marks[id] = mark
    }
    return record
  }

  private func choose(
    _ marks: [PaperEntryRecord.Mark?], _ item: Item
  ) -> PaperEntryRecord.Mark? {
    while true {
      console.write(PaperEntryWords.settlePrompt.text(in: language))
      guard let line = console.readLine() else {
        console.line()
        return nil
      }
      let typed = Console.withoutControls(line)
      switch Khmer.withLatinDigits(typed) {
      case "1": if let mark = marks[0] { return mark }
      case "2": if let mark = marks[1] { return mark }
      case ".", "។": return nil
      default: break
      }
      guard typed.unicodeScalars.first == "=" else {
        say(PaperEntryWords.settleHow)
        continue
      }
      let own = Console.withoutControls(String(typed.unicodeScalars.dropFirst()))
      switch PaperMarkInput.read(own, item: item) {
      case .mark(let mark): return mark
      case .notUnderstood(let remedy): say(remedy)
      case .back, .stop: say(PaperEntryWords.settleHow)
      }
    }
  }

  private func say(_ text: LocalizedText) {
    for line in LineWrapping.lines(text.text(in: language), width: min(100, console.width)) {
      console.line(line)
    }
  }
}
