import Assessment
import Source
import Text

/// Reads one file.
struct Text2QTIReader {
  let file: SourceFile
  let collector: DiagnosticCollector
  var naming: ItemNaming
  private(set) var items: [Item] = []
  private(set) var lost: [QuestionLoss] = []

  private let language: Language
  /// How many questions stand in the files before this one.
  private let countBefore: Int
  private var question: Text2QTIQuestion?
  private var pending = Pending()
  private var quiz = Text2QTIQuiz()
  private var scanner: Text2QTIScanner
  /// The number of the last line that no mark explains.
  private var strayLine = -1

  /// What stands before a question and is about it.
  private struct Pending {
    var title: String?
    var points: Double?
    var line = 0
    var isSet = false
    var isSpoiled = false
    var id: String?
    var tags: [String] = []
  }

  init(file: SourceFile, collector: DiagnosticCollector, naming: ItemNaming, count: Int) {
    self.file = file
    self.collector = collector
    self.naming = naming
    countBefore = count
    language = file.language
    scanner = Text2QTIScanner(file: file)
  }

  /// The test that the file describes; `nil` where it has neither a title nor groups.
  var test: TestStructure? { quiz.test(in: language) }

  /// Reads all questions; one that has a mistake is lost whole, and the next one is read.
  mutating func read() {
    while let step = scanner.next() {
      switch step {
      case .blank: continue
      case .stray(let line): stray(line)
      case .comment(let text): note(text)
      case .skippedCode(let line):
        lost.append(
          QuestionLoss(
            item: place(line), what: Text2QTIMessages.code, location: file.location(line, 1)))
      case .openCode(let line):
        complain("open-code", line, 1, Text2QTIMessages.openCode, Text2QTIMessages.codeRemedy)
      case .openComment(let line):
        complain(
          "open-comment", line, 1, Text2QTIMessages.openComment, Text2QTIMessages.commentRemedy)
      case .noComment(let line):
        complain(
          "no-comment", line, 1, Text2QTIMessages.noComment, Text2QTIMessages.commentRemedy)
      case .block(let block): take(block)
      }
    }
    endQuestion()
    unusedAttributes()
    if quiz.group != nil {
      complain(
        "open-group", quiz.groupLine, 1, Text2QTIMessages.openGroup, Text2QTIMessages.groupRemedy)
      _ = quiz.endGroup()
    }
  }

  // MARK: Blocks

  private mutating func take(_ block: Text2QTIBlock) {
    var isGood = true
    if block.mark.needsContent, block.text.isEmpty {
      complain("no-content", block.line, block.column, Text2QTIMessages.noContent)
      isGood = false
    } else if !block.isSpaced, block.mark.needsContent {
      complain("no-space", block.line, block.column, Text2QTIMessages.noSpace)
      isGood = false
    }
    switch block.mark {
    case .question: begin(block, isGood)
    case .title, .points: attribute(block, isGood)
    case .choice, .answer, .shortAnswer, .numeric, .essay, .upload, .feedback, .correctFeedback,
      .incorrectFeedback, .solution:
      unusedAttributes()
      guard question != nil else {
        complain("no-question", block.line, 1, Text2QTIMessages.noQuestion)
        return
      }
      if isGood { answer(block) } else { question?.isSpoiled = true }
    case .text, .textTitle:
      endQuestion()
      unusedAttributes()
      lose(Text2QTIMessages.region, block)
    case .quizDescription: lose(Text2QTIMessages.description, block)
    case .quizTitle: quiz.title = block.text
    case .group, .endGroup, .pick, .solutionsPick, .groupPoints: group(block, isGood)
    case .shuffle, .cannotGoBack, .otherSetting:
      if isGood { setting(block) }
    case .comment, .commentBlock, .endCommentBlock, .code: break
    }
  }

  private mutating func begin(_ block: Text2QTIBlock, _ isGood: Bool) {
    endQuestion()
    var next = Text2QTIQuestion(text: block.text, line: block.line)
    next.title = pending.title ?? ""
    next.points = pending.points
    next.id = pending.id
    next.tags = pending.tags
    next.isSpoiled = !isGood || pending.isSpoiled
    pending = Pending()
    question = next
  }

  private mutating func attribute(_ block: Text2QTIBlock, _ isGood: Bool) {
    endQuestion()
    if !pending.isSet { pending.line = block.line }
    pending.isSet = true
    guard isGood else {
      pending.isSpoiled = true
      return
    }
    let isSetTwice = block.mark == .title ? pending.title != nil : pending.points != nil
    if isSetTwice {
      complain("set-twice", block.line, 1, Text2QTIMessages.twice, Text2QTIMessages.twiceRemedy)
      pending.isSpoiled = true
    } else if block.mark == .title {
      pending.title = block.text
    } else if let points = Self.points(block.text) {
      pending.points = points
    } else {
      complain(
        "bad-points", block.line, block.column, Text2QTIMessages.badPoints,
        Text2QTIMessages.pointsRemedy)
      pending.isSpoiled = true
    }
  }

  private static func points(_ text: String) -> Double? {
    guard let value = Text2QTIQuestion.double(Khmer.withLatinDigits(text)), value > 0,
      value <= 1000, value * 2 == (value * 2).rounded()
    else { return nil }
    return value
  }

  /// Takes an answer, or what is said after one, into the question that is open.
  private mutating func answer(_ block: Text2QTIBlock) {
    guard var open = question else { return }
    switch block.mark {
    case .choice(let isCorrect): option(block, .choice, isCorrect, &open)
    case .answer(let isCorrect): option(block, .answers, isCorrect, &open)
    case .shortAnswer: option(block, .shortText, true, &open)
    case .numeric:
      only(block, .numeric, &open)
      open.numeric = Text2QTIQuestion.number(block.text)
      if open.numeric == nil {
        complain("bad-number", block.line, block.column, Text2QTIMessages.badNumber)
        open.isSpoiled = true
      }
    case .essay: only(block, .essay, &open)
    case .upload: only(block, .upload, &open)
    case .feedback: feedback(block, &open)
    case .correctFeedback: open.lost.append(Text2QTIMessages.correctFeedback)
    case .incorrectFeedback: open.lost.append(Text2QTIMessages.incorrectFeedback)
    case .solution: open.lost.append(Text2QTIMessages.solution)
    default: break
    }
    question = open
  }

  private func option(
    _ block: Text2QTIBlock, _ kind: Text2QTIQuestion.Kind, _ isCorrect: Bool,
    _ open: inout Text2QTIQuestion
  ) {
    if let other = open.kind, other != kind {
      complain("mixed-answers", block.line, 1, Text2QTIMessages.mixed)
      open.isSpoiled = true
      return
    }
    open.kind = kind
    open.options.append(
      .init(
        text: block.text, isCorrect: isCorrect, feedback: nil, line: block.line,
        column: block.column))
  }

  private func only(
    _ block: Text2QTIBlock, _ kind: Text2QTIQuestion.Kind, _ open: inout Text2QTIQuestion
  ) {
    if let other = open.kind {
      let isTwice = other == kind
      complain(
        isTwice ? "set-twice" : "mixed-answers", block.line, 1,
        isTwice ? Text2QTIMessages.onlyOne : Text2QTIMessages.mixed)
      open.isSpoiled = true
    }
    open.kind = kind
  }

  /// Feedback is the question's before any answer, and the option's after one.
  private func feedback(_ block: Text2QTIBlock, _ open: inout Text2QTIQuestion) {
    let isTwice: Bool
    switch open.kind {
    case nil:
      isTwice = open.feedback != nil
      open.feedback = block.text
    case .choice, .answers:
      guard let last = open.options.indices.last else { return }
      isTwice = open.options[last].feedback != nil
      open.options[last].feedback = block.text
    case .shortText, .numeric, .essay, .upload:
      complain("bad-feedback", block.line, 1, Text2QTIMessages.feedbackPlace)
      open.isSpoiled = true
      return
    }
    if isTwice {
      complain("set-twice", block.line, 1, Text2QTIMessages.twice, Text2QTIMessages.twiceRemedy)
      open.isSpoiled = true
    }
  }

  // MARK: Groups and settings

  private mutating func group(_ block: Text2QTIBlock, _ isGood: Bool) {
    endQuestion()
    unusedAttributes()
    func complain(_ code: String, _ message: LocalizedText) {
      self.complain(code, block.line, 1, message, Text2QTIMessages.groupRemedy)
    }
    if block.mark == .group {
      if quiz.group != nil {
        complain("nested-group", Text2QTIMessages.nestedGroup)
        _ = quiz.endGroup()
      }
      quiz.beginGroup(line: block.line)
      return
    }
    guard quiz.group != nil else { return complain("no-group", Text2QTIMessages.noGroup) }
    guard isGood else { return }
    let number = Text2QTIQuestion.double(Khmer.withLatinDigits(block.text))
      .flatMap { Int(exactly: $0) }.flatMap { (1...100_000).contains($0) ? $0 : nil }
    switch block.mark {
    case .endGroup:
      if !quiz.endGroup() {
        self.complain(
          "bad-pick", quiz.pickLine, 1, Text2QTIMessages.badPick, Text2QTIMessages.groupRemedy)
      }
    case .pick:
      if let number {
        quiz.pick(number, line: block.line)
      } else {
        complain("bad-pick", Text2QTIMessages.badPick)
      }
    case .groupPoints:
      if let points = Self.points(block.text) {
        quiz.groupPoints = points
      } else {
        complain("bad-points", Text2QTIMessages.badPoints)
      }
    default:
      lose(Text2QTIMessages.setting("solutions pick"), block)
    }
  }

  private mutating func setting(_ block: Text2QTIBlock) {
    let value: Bool
    switch block.text.lowercased() {
    case "true": value = true
    case "false": value = false
    default:
      return complain(
        "bad-setting", block.line, block.column, Text2QTIMessages.badSetting,
        Text2QTIMessages.settingRemedy)
    }
    switch block.mark {
    case .shuffle: quiz.keepsOrder = !value
    case .cannotGoBack: quiz.isLinear = value
    default: lose(Text2QTIMessages.setting(file.line(block.line).trimmed), block)
    }
  }

  // MARK: Ends of questions

  private mutating func endQuestion() {
    guard var open = question else { return }
    question = nil
    for flaw in open.isSpoiled ? [] : open.flaws() {
      complain(flaw.code, flaw.line, flaw.column, flaw.message)
      open.isSpoiled = true
    }
    let number = countBefore + items.count + lost.count(where: \.isWhole) + 1
    let id = naming.id(for: open.id ?? open.title, number: number)
    let location = file.location(open.line, 1)
    func loss(_ what: LocalizedText, isWhole: Bool = false) -> QuestionLoss {
      QuestionLoss(
        item: isWhole && !open.name.isEmpty ? open.name : id, what: what, isWhole: isWhole,
        location: location)
    }
    quiz.countQuestion()
    guard !open.isSpoiled,
      let interaction = open.interaction(in: language, keepsOrder: quiz.keepsOrder, file: file)
    else {
      let isUpload = open.kind == .upload && !open.isSpoiled
      lost.append(
        loss(isUpload ? Text2QTIMessages.upload : FormatMessages.unreadable, isWhole: true))
      return
    }
    var item = Item(
      id: id, title: LocalizedText(open.title, in: language), outcome: Located("", at: location),
      cognitive: nil, points: quiz.groupPoints ?? open.points ?? 1,
      stem: LocalizedText(open.text, in: language), interaction: interaction,
      feedback: LocalizedText(open.feedback ?? "", in: language),
      locations: [language: location])
    for tag in open.tags where !ItemTags.apply(tag, to: &item) {
      lost.append(loss(GIFTMessages.tag(tag)))
    }
    lost += open.lost.map { loss($0) }
    quiz.add(id)
    items.append(item)
  }

  private mutating func unusedAttributes() {
    guard pending.isSet else { return }
    complain(
      "unused-title", pending.line, 1, Text2QTIMessages.unused, Text2QTIMessages.unusedRemedy)
    pending.title = nil
    pending.points = nil
    pending.isSet = false
    pending.isSpoiled = false
  }

  /// A line without a mark: a mistake of the open question, or of a new one after a blank line.
  private mutating func stray(_ line: Int) {
    let isNew = question?.kind != nil && file.line(line - 1).trimmed.isEmpty
    let goesOn = strayLine == line - 1
    strayLine = line
    if isNew {
      endQuestion()
      question = Text2QTIQuestion(text: file.line(line).trimmed, line: line)
    }
    question?.isSpoiled = true
    if !goesOn {
      let text = file.line(line)
      let indent = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
      complain(
        "stray-text", line, indent + 1, Text2QTIMessages.stray, Text2QTIMessages.strayRemedy)
    }
  }

  /// Reads ids and tags out of a comment; they are those of the next question.
  private mutating func note(_ text: String) {
    let (id, tags) = GIFTBlocks.comment(text)
    guard id != nil || !tags.isEmpty else { return }
    pending.id = id ?? pending.id
    pending.tags += tags
  }

  private mutating func lose(_ what: LocalizedText, _ block: Text2QTIBlock) {
    lost.append(
      QuestionLoss(item: place(block.line), what: what, location: file.location(block.line, 1)))
  }

  private func place(_ line: Int) -> String { "\(file.path):\(line)" }

  private func complain(
    _ code: String, _ line: Int, _ column: Int, _ message: LocalizedText,
    _ remedy: LocalizedText = Text2QTIMessages.remedy
  ) {
    let length = file.line(line).unicodeScalars.count - column + 1
    collector.add(
      file.diagnostic(
        code, line: line, column: column, length: max(1, length), message, remedy: remedy))
  }
}
