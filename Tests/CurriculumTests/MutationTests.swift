import Assessment
import Source
import Testing
import Text

@testable import Curriculum

/// Whatever stands in a file, reading it ends, and what could not be read is said with its place.
@Suite("Files that went wrong")
struct MutationTests {
  /// What one reading came to.
  struct Result {
    /// Whether everything in the bytes was read.
    var isWhole: Bool
    var findings: [Diagnostic]
    var file: SourceFile?
  }

  /// Returns what is wrong with the findings of a reading, or `nil`.
  static func complaint(_ result: Result, path: String) -> String? {
    if !result.isWhole, result.findings.isEmpty { return "nothing is said" }
    for finding in result.findings {
      let place = finding.location
      if place.file != path { return "\(finding.code) names the file '\(place.file)'" }
      if let file = result.file {
        guard (1...file.lines.count).contains(place.line) else {
          return "\(finding.code) names line \(place.line) of \(file.lines.count)"
        }
        let width = file.line(place.line).unicodeScalars.count
        guard (0...(width + 8)).contains(place.column) else {
          return "\(finding.code) names column \(place.column) of \(width)"
        }
      }
      if !finding.message.isComplete || !finding.remedy.isComplete { return "half a message" }
      let shown = Language.allCases.map { DiagnosticRendering.text(finding, in: $0) }
      if shown.contains("") { return "nothing to show" }
    }
    return nil
  }

  /// Reads many mutations of some texts, and returns the first complaints with their bytes.
  static func complaints(
    _ texts: [String], count: Int, seed: UInt64, path: String,
    read: (SourceFile?, DiagnosticCollector) -> Bool
  ) -> [String] {
    var mutator = Mutator(seed: seed)
    var complaints: [String] = []
    var notWhole = 0
    for number in 0..<count {
      let bytes = mutator.mutated(Array(texts[number % texts.count].utf8))
      let collector = DiagnosticCollector()
      let file = SourceFile(path: path, bytes: bytes, collector: collector)
      let isRead = read(file, collector)
      let isWhole = file != nil && isRead
      notWhole += isWhole ? 0 : 1
      let result = Result(isWhole: isWhole, findings: collector.diagnostics, file: file)
      if let complaint = complaint(result, path: path) {
        complaints.append("\(number): \(complaint)\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    // A mutator that breaks nothing tests nothing.
    if notWhole * 20 < count { complaints.append("only \(notWhole) of \(count) were broken") }
    return Array(complaints.prefix(3))
  }

  @Test("YAML of forms: 1,900 mutations")
  func forms() {
    let text = String(
      decoding: ExampleCurriculum.tree.files[ExampleCurriculum.forms] ?? [], as: UTF8.self)
    let found = Self.complaints([text], count: 1900, seed: 41, path: "forms.yaml") {
      guard let file = $0 else { return false }
      let blueprint = FormsReading.blueprint(file, collector: $1)
      if let blueprint { _ = FormAssembly.forms(blueprint, bank: []) }
      return blueprint != nil
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n\n"))")
  }

  @Test(
    "YAML of the programme: 1,800 mutations",
    arguments: zip([51, 52, 53] as [UInt64], 0..<3))
  func programme(_ seed: UInt64, _ index: Int) {
    let texts = [ProgrammeSample.cascade, ProgrammeSample.delivery, ProgrammeSample.results]
    let found = Self.complaints([texts[index]], count: 600, seed: seed, path: "p.yaml") {
      guard let file = $0 else { return false }
      let programme = ProgrammeLoading.read(
        cascade: index == 0 ? file : nil, delivery: index == 1 ? file : nil,
        results: index == 2 ? file : nil, collector: $1)
      return programme.files.count == 1
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n\n"))")
  }

  @Test("YAML of a whole curriculum: 300 mutations, with every rule after them")
  func curriculum() {
    let tree = ExampleCurriculum.tree
    let paths = [ExampleCurriculum.main, ExampleCurriculum.module, ExampleCurriculum.forms]
    var mutator = Mutator(seed: 61)
    for number in 0..<300 {
      let path = paths[number % 3]
      var changed = tree
      changed.files[path] = mutator.mutated(tree.files[path] ?? [])
      let loaded = CurriculumLoading.load(ExampleCurriculum.id, from: changed)
      if loaded.curriculum == nil { #expect(!loaded.diagnostics.isEmpty) }
      for finding in loaded.diagnostics where finding.location.file == path {
        #expect(finding.message.isComplete && finding.remedy.isComplete)
        #expect(!DiagnosticRendering.text(finding, in: .khmer).isEmpty)
      }
    }
  }

  @Test("Questions: 3,000 mutations in both languages, scored and joined")
  func questions() {
    let tree = ExampleCurriculum.tree
    let texts = [ExampleCurriculum.itemsEnglish, ExampleCurriculum.itemsKhmer].map {
      String(decoding: tree.files[$0] ?? [], as: UTF8.self)
    }
    let more = """
      ## n-1 {outcome=AAA-1 cognitive=apply points=២}
      ប៉ុន្មាន?
      = ១២,៥ +- 0.5
      > Count again.

      ## t-1 {outcome=AAA-1 cognitive=remember pool=practice}
      What is it called?
      ~ commune
      ~ ឃុំ

      ## m-1 {outcome=AAA-1 cognitive=analyse status=piloted}
      Which two?
      - [x] one
      - [ ] two
        > No.
      - [x] three

      """
    let quiet = DiagnosticCollector()
    let twin = ItemReading.read(
      SourceFile(path: "twin.items.km.md", text: texts[1]), language: .khmer, collector: quiet)
    let found = Self.complaints(texts + [more], count: 3000, seed: 71, path: "b.items.en.md") {
      guard let file = $0 else { return false }
      let bank = ItemReading.read(file, language: .english, collector: $1)
      let joined = ItemReading.join(
        english: bank, khmer: twin, languages: Language.allCases, collector: quiet)
      for item in joined {
        for answer in ["a", "a,c", "១២", "ឃុំ", ""] {
          let outcome = ResponseProcessing.score(item, Response(encoded: answer, to: item))
          if !(0...outcome.maximum).contains(outcome.score) { return false }
        }
        _ = AnswerInput.read("ក", item: item, displayed: item.interaction.options)
      }
      let sections = SectionedFile(
        file, frontMatterKeys: [], attributeKeys: [], collector: DiagnosticCollector())
      return bank.items.count == sections.sections.count
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n\n"))")
  }

  @Test("Lessons: 2,000 mutations in both languages, joined block by block")
  func lessons() {
    let tree = ExampleCurriculum.tree
    let khmer = String(
      decoding: tree.files[ExampleCurriculum.lessonKhmer] ?? [], as: UTF8.self)
    let english = """
      ---
      title: Listening
      outcomes: [AAA-1]
      ---
      ## Why listen {#why-listen}
      Listening comes *first*.[^law-2001] See [this](https://example.org/a).

      | a | b |
      |---|---|
      | 1 | `two` |

      ## Who decides {#who-decides}
      > The council
      > 1. asks
      > 2. decides
      ```
      ## not a block
      ```

      """
    let path = "l.en.md"
    let quiet = CurriculumReader(id: "x", tree: MemoryTree(["twin.km.md": khmer]))
    let twin = quiet.lessonFile("twin.km.md", language: .khmer)
    let found = Self.complaints([english, khmer], count: 2000, seed: 81, path: path) {
      guard let file = $0 else { return false }
      let reader = CurriculumReader(id: "x", tree: MemoryTree([path: file.text]))
      let part = reader.lessonFile(path, language: .english)
      $1.add(contentsOf: reader.collector.diagnostics)
      let blocks = quiet.joinBlocks(english: part, khmer: twin)
      let sections = SectionedFile(
        file, frontMatterKeys: [], attributeKeys: [], collector: DiagnosticCollector())
      return part?.map != nil && part?.sections.count == sections.sections.count
        && blocks.count == part?.sections.count
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n\n"))")
  }

  @Test("CSV: 1,500 mutations; every row has a cell for each column")
  func tables() {
    let texts = [
      "code,event,item,answer\nK-1,pre,cse-001,\"a,c\"\nក-២,pre,cse-002,\"two\nlines\"\nK-3,post,x,១២\n",
      "code;score\nK-1;1,5\nK-2;\"say \"\"no\"\"\"\n",
    ]
    let found = Self.complaints(texts, count: 1500, seed: 91, path: "t.csv") {
      guard let file = $0 else { return false }
      guard let table = CSVTable(file, collector: $1) else { return false }
      for row in table.rows
      where row.cells.count != table.header.count || !(1...file.lines.count).contains(row.line) {
        return false
      }
      return true
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n\n"))")
  }

  @Test("Attributes of a heading: 1,000 mutations")
  func attributes() {
    let heading = "## ហេតុអ្វី us? {#why-us outcome=CSE-2 points=២ note=\"a b\"}\ntext\n"
    let found = Self.complaints([heading], count: 1000, seed: 101, path: "h.md") {
      guard let file = $0 else { return false }
      let keys = ["outcome", "points", "note"]
      let read = SectionedFile(file, frontMatterKeys: [], attributeKeys: keys, collector: $1)
      guard let attributes = read.sections.first?.attributes else { return true }
      // A brace at the end that opened attributes gives an id, a value or a finding.
      let title = read.sections.first?.title ?? ""
      let isAttributed = !file.line(1).isEmpty && !title.hasSuffix("}")
      return !isAttributed || attributes.values.keys.allSatisfy { keys.contains($0) }
    }
    #expect(found.filter { !$0.hasPrefix("only") }.isEmpty, "\(found.joined(separator: "\n\n"))")
  }
}
