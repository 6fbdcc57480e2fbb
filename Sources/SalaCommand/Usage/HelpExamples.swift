import Text

/// A call that a help page shows.
struct HelpExample: Sendable {
  /// What it does.
  let text: LocalizedText
  /// The words after the program's name.
  let arguments: [String]

  init(_ en: String, _ km: String, _ call: String) {
    text = LocalizedText(en: en, km: km)
    arguments = call.split(separator: " ").map(String.init)
  }

  /// The words as a shell takes them; an option and its value count as one, so that they stay
  /// together on a line.
  var words: [String] {
    arguments.reduce(into: []) { words, argument in
      let word = CommandLineText.quoted(argument)
      if let last = words.last, last.hasPrefix("-"), !last.contains(" "), !word.hasPrefix("-") {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(word)
      }
    }
  }
}

/// The examples of help pages.
enum HelpExamples {
  /// Returns the examples of the command that names lead to, the program's first.
  static func of(_ names: [String]) -> [HelpExample] {
    all[names.dropFirst().joined(separator: " ")] ?? []
  }

  /// The examples by command.
  static let all: [String: [HelpExample]] = [
    "check": [
      HelpExample(
        "The only curriculum of this folder:", "កម្មវិធីសិក្សាតែមួយក្នុងថតនេះ៖", "check"),
      HelpExample(
        "For another program to read:", "ឱ្យកម្មវិធីផ្សេងអាន៖",
        "check my-curriculum --format json"),
    ],
    "translation status": [
      HelpExample(
        "Everything a translator has to do:", "កិច្ចការទាំងអស់របស់អ្នកបកប្រែ៖", "translation status"),
      HelpExample(
        "As a table for a spreadsheet:", "ជាតារាងសម្រាប់កម្មវិធីតារាង៖",
        "translation status --format csv"),
    ],
    "translation stamp": [
      HelpExample(
        "After looking a lesson over:", "ក្រោយពេលពិនិត្យមេរៀនមួយ៖",
        "translation stamp lessons/why-engage.km.md")
    ],
    "package": [
      HelpExample(
        "For nearly every LMS, in both languages:", "សម្រាប់ LMS ស្ទើរទាំងអស់ ជាភាសាទាំងពីរ៖",
        "package"),
      HelpExample(
        "In Khmer, with examples of Kampot:", "ជាភាសាខ្មែរ មានឧទាហរណ៍ពីខេត្តកំពត៖",
        "package --language km --context kampot"),
      HelpExample(
        "As pages that need no LMS:", "ជាទំព័រដែលមិនត្រូវការ LMS៖",
        "package --format web --out exports"),
    ],
    "inspect": [
      HelpExample("A package of whatever maker:", "កញ្ចប់ណាមួយ៖", "inspect course.zip"),
      HelpExample(
        "As a page to send to its maker:", "ជាទំព័រសម្រាប់ផ្ញើទៅអ្នកបង្កើត៖",
        "inspect course.zip --format html"),
    ],
    "preview": [
      HelpExample(
        "See a package as a learner does:", "មើលកញ្ចប់ដូចសិក្ខាកាមឃើញ៖",
        "preview exports/course.zip --language km")
    ],
    "items convert": [
      HelpExample(
        "From Moodle into Sala, with what is lost:", "ពី Moodle មក Sala ព្រមទាំងអ្វីដែលបាត់បង់៖",
        "items convert quiz.xml --from moodle-xml --to sala -o bank.items.en.md"),
      HelpExample(
        "From Sala into a QTI package:", "ពី Sala ទៅកញ្ចប់ QTI៖",
        "items convert bank.items.en.md --to qti21 -o bank.zip"),
    ],
    "event": [
      HelpExample("Create an event:", "បង្កើតព្រឹត្តិការណ៍៖", "event new kampot-2026-1"),
      HelpExample(
        "Enrol 24 people:", "ចុះបញ្ជីអ្នកចូលរួម ២៤ នាក់៖", "event roster kampot-2026-1 --count 24"),
      HelpExample(
        "Let them take the pre-test:", "បើកតេស្តមុនវគ្គ៖",
        "event open kampot-2026-1 --occasion pre"),
      HelpExample(
        "See who has handed in:", "មើលអ្នកដែលបានប្រគល់៖", "event status kampot-2026-1"),
    ],
    "event attend": [
      HelpExample(
        "All but two were there on the first day:", "ថ្ងៃទីមួយ គ្រប់គ្នាមានវត្តមាន លើកលែងពីរនាក់៖",
        "event attend kampot-2026-1 --day 1 --present all --absent 7,12")
    ],
    "event cards": [
      HelpExample(
        "Cards to print and cut:", "ប័ណ្ណសម្រាប់បោះពុម្ព និងកាត់៖",
        "event cards kampot-2026-1 --out cards.html")
    ],
    "records import": [
      HelpExample(
        "All events of the year:", "ព្រឹត្តិការណ៍ទាំងអស់ក្នុងឆ្នាំ៖",
        "records import events events.csv"),
      HelpExample(
        "Who was there:", "វត្តមាន៖", "records import attendance attendance.csv"),
    ],
    "quiz": [
      HelpExample(
        "The test that is open for a code:", "តេស្តដែលបើកសម្រាប់កូដ៖", "quiz --learner CODE"),
      HelpExample(
        "Practise all modules:", "ហាត់គ្រប់ម៉ូឌុល៖",
        "quiz practice --learner CODE"),
    ],
    "results import": [
      HelpExample(
        "Answers that were given on paper:", "ចម្លើយដែលបានសរសេរលើក្រដាស៖",
        "results import answers.csv"),
      HelpExample(
        "Into another folder of records:", "ទៅក្នុងថតកំណត់ត្រាផ្សេង៖",
        "results import answers.csv --store kampot"),
    ],
    "report pre-post": [
      HelpExample(
        "All events, by sex and province:", "គ្រប់ព្រឹត្តិការណ៍ តាមភេទ និងខេត្ត៖",
        "report pre-post --by sex,province"),
      HelpExample(
        "One event, as a page to print:", "ព្រឹត្តិការណ៍មួយ ជាទំព័រសម្រាប់បោះពុម្ព៖",
        "report pre-post --event kampot-2026-1 --format html"),
    ],
    "": [
      HelpExample(
        "Everything that is wrong with a curriculum:", "កំហុសទាំងអស់ក្នុងកម្មវិធីសិក្សា៖", "check"),
      HelpExample(
        "Messages in Khmer:", "សារជាភាសាខ្មែរ៖", "--language km check"),
      HelpExample("A course package:", "កញ្ចប់មេរៀន៖", "package --format scorm12"),
    ],
  ]
}
