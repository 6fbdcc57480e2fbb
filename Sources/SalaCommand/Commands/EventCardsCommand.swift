import ArgumentParser
import Document
import Records
import Terminal
import Text

/// `sala event cards`.
struct EventCards: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards",
    abstract: both(
      "Write a page of code cards to print and cut, with a place for the name by hand.",
      "សរសេរទំព័រប័ណ្ណកូដសម្រាប់បោះពុម្ព និងកាត់ ដោយមានកន្លែងសរសេរឈ្មោះដោយដៃ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(
    help: help(
      "Only these people: codes, numbers of the roster such as 3-7, or all.",
      "យកតែអ្នកទាំងនេះ៖ កូដ លេខក្នុងបញ្ជី ដូចជា 3-7 ឬ all។", value: "codes"))
  var learner = "all"
  @Option(help: help("Write to this file (HTML).", "សរសេរទៅឯកសារនេះ (HTML)។")) var out: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if out?.isEmpty == true { throw CommandFailure(CommandMessages.cannotWrite("")) }
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let list = PeopleList(learner, event: desk.event, links: desk.links, option: "--learner")
    console.report(list.findings, in: language)
    if list.findings.hasErrors { return 1 }
    let wanted = Set(list.codes)
    let learners = desk.event.learners.filter { wanted.contains(desk.links.person($0.code)) }
    let people = PersonAttributes.joined(try store.people(), by: desk.links)
    let page = CodeCards(
      event: desk.event, details: desk.delivery.details, learners: learners,
      people: Dictionary(people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    ).html
    guard let out else {
      console.write(page)
      return 0
    }
    try FileWriting.write(Array(page.utf8), to: out)
    console.line(out)
    return 0
  }
}

/// Cards with the codes of an event's learners: ten on a page of A4, with lines to cut along.
///
/// Which form somebody takes stands on none, so that a card tells nothing about the test.
struct CodeCards {
  let event: EventSummary
  let details: EventDetails
  let learners: [EventSummary.Enrollment]
  let people: [String: PersonAttributes]

  /// The page: one file, nothing fetched.
  var html: String {
    let pages = stride(from: 0, to: learners.count, by: Self.perPage).map { start in
      let cards = learners[start..<min(learners.count, start + Self.perPage)].map(card)
      return "<section class=\"page\">\n" + cards.joined() + "</section>\n"
    }
    let title = HTMLEscaping.escaped("\(event.title.km) · \(event.title.en)")
    return """
      <!DOCTYPE html>
      <html lang="km">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>
      \(Self.style)</style>
      </head>
      <body>
      <p class="screen" lang="km">\(Self.note.km)</p>
      <p class="screen" lang="en">\(Self.note.en)</p>
      \(pages.joined())</body>
      </html>

      """
  }

  static let perPage = 10

  private func card(_ learner: EventSummary.Enrollment) -> String {
    let person = people[learner.code]
    let place = [person?.office ?? person?.organisation, person?.province.map(Self.province)]
      .compactMap(\.self).joined(separator: " · ")
    let day = details.from.flatMap { KhmerDate(iso: $0)?.text(.long) }
    let synthetic = event.isSynthetic ? "<p class=\"made-up\">\(Self.synthetic)</p>\n" : ""
    let number = Khmer.withKhmerDigits("\(learner.number)")
    return """
      <article class="card">
      <h2 lang="km">\(HTMLEscaping.escaped(event.title.km))</h2>
      <p class="en" lang="en">\(HTMLEscaping.escaped(event.title.en))</p>
      <p class="when"><span lang="km">\(HTMLEscaping.escaped(day?.km ?? ""))</span></p>
      <p class="code" lang="en">\(HTMLEscaping.escaped(learner.code))</p>
      <p class="who"><span lang="km">លេខរៀង \(number)</span> · No. \(learner.number)\
      \(place.isEmpty ? "" : " · " + HTMLEscaping.escaped(place))</p>
      <p class="name"><span lang="km">ឈ្មោះ</span> · Name</p>
      <p class="keep"><span lang="km">សូមរក្សាប័ណ្ណនេះ។ ប្រើកូដដដែលគ្រប់ពេលធ្វើតេស្ត។</span>
      <span lang="en">Keep this card. Use the same code for every test.</span></p>
      \(synthetic)</article>

      """
  }

  private static func province(_ id: String) -> String {
    let name = ProvinceNames.name(id)
    return name.km == name.en ? name.km : "\(name.km) / \(name.en)"
  }

  private static let synthetic = "ទិន្នន័យសំយោគ · Synthetic data"
  private static let note = LocalizedText(
    en:
      "Print on A4 without scaling, cut along the broken lines, and write each name by hand. Keep the list of names apart from the records.",
    km:
      "សូមបោះពុម្ពលើក្រដាស A4 ដោយមិនប្តូរទំហំ កាត់តាមបន្ទាត់ដាច់ៗ ហើយសរសេរឈ្មោះម្នាក់ៗដោយដៃ។ សូមរក្សាបញ្ជីឈ្មោះដោយឡែកពីកំណត់ត្រា។"
  )

  private static let style = """
    @page { size: A4; margin: 10mm }
    * { box-sizing: border-box; margin: 0 }
    body { font-family: "Noto Sans Khmer", "Khmer OS Battambang", "Khmer OS", sans-serif;
      color: #000; background: #fff; line-height: 1.35 }
    .screen { max-width: 190mm; margin: 4mm auto }
    .page { display: grid; grid-template-columns: 95mm 95mm; grid-auto-rows: 55mm; width: 190mm;
      margin: 0 auto; break-after: page; page-break-after: always }
    .page:last-child { break-after: auto; page-break-after: auto }
    .card { border: 0.3mm dashed #555; padding: 3mm 5mm; overflow: hidden; break-inside: avoid;
      display: flex; flex-direction: column }
    h2 { font-size: 10.5pt; line-height: 1.5; max-height: 3em; overflow: hidden }
    .en, .when, .who, .keep { font-size: 8pt }
    .code { font: 700 25pt/1.25 "Noto Sans Mono", "DejaVu Sans Mono", monospace;
      letter-spacing: 0.06em; text-align: center }
    .who { text-align: center; overflow-wrap: anywhere }
    .name { font-size: 9pt; margin-top: auto; padding-bottom: 0.5mm;
      border-bottom: 0.3mm solid #000 }
    .keep { font-size: 7pt; padding-top: 1mm }
    .made-up { font-size: 7pt; font-weight: 700 }
    @media print { .screen { display: none } }

    """
}
