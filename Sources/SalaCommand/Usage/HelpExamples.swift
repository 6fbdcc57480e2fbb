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
    "cascade schedule": [
      HelpExample(
        "The best schedule found in half a minute, as a page:",
        "កាលវិភាគល្អបំផុតដែលរកឃើញក្នុង ៣០ វិនាទី ជាទំព័រ៖",
        "cascade schedule task.json --time-limit 30 --format html --out answer"),
      HelpExample(
        "Again without trainer t3 in weeks 5 to 8, with the fewest changes:",
        "ម្តងទៀតដោយគ្មានគ្រូឧទ្ទេស t3 ពីសប្តាហ៍ទី ៥ ដល់ទី ៨ ដោយកែតិចបំផុត៖",
        "cascade schedule task.json --replan schedule.json --without t3:5-8"),
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
    "print test": [
      HelpExample(
        "Everything for the pre-test, as PDF:", "ឯកសារទាំងអស់សម្រាប់តេស្តមុនវគ្គ ជា PDF៖",
        "print test --event kampot-2026-1 --pdf"),
      HelpExample(
        "For the post-test, in Khmer:", "សម្រាប់តេស្តក្រោយវគ្គ ជាភាសាខ្មែរ៖",
        "print test --event kampot-2026-1 --occasion post --language km"),
    ],
    "results enter": [
      HelpExample(
        "Key the papers of the pre-test:", "បញ្ចូលក្រដាសនៃតេស្តមុនវគ្គ៖",
        "results enter kampot-2026-1 --occasion pre --by ts")
    ],
    "print certificates": [
      HelpExample(
        "For all who completed:", "សម្រាប់អ្នកដែលបានបញ្ចប់ទាំងអស់៖",
        "print certificates kampot-2026-1 --kind completion --names names.csv")
    ],
    "analyse items": [
      HelpExample(
        "Answers A to D and their key:", "ចម្លើយ A ដល់ D និងកូនសោ៖",
        "analyse items responses.csv --key key.csv"),
      HelpExample(
        "Scores, with two columns that are no items:", "ពិន្ទុ ដោយជួរឈរពីរមិនមែនជាសំណួរ៖",
        "analyse items scores.csv --ignore sex,province --format json"),
    ],
    "analyse change": [
      HelpExample(
        "By province and sex:", "តាមខេត្ត និងភេទ៖",
        "analyse change scores.csv --pre pre --post post --by province,sex"),
      HelpExample(
        "People taught by few trainers, as a page:", "សិក្ខាកាមរបស់គ្រូឧទ្ទេសតិចនាក់ ជាទំព័រ៖",
        "analyse change scores.csv --pre pre --post post --cluster trainer --format html"),
    ],
    "report pre-post": [
      HelpExample(
        "All events, by sex and province:", "គ្រប់ព្រឹត្តិការណ៍ តាមភេទ និងខេត្ត៖",
        "report pre-post --by sex,province"),
      HelpExample(
        "One event, as a page to print:", "ព្រឹត្តិការណ៍មួយ ជាទំព័រសម្រាប់បោះពុម្ព៖",
        "report pre-post --event kampot-2026-1 --format html"),
    ],
    "analyse irt": [
      HelpExample(
        "Difficulties and discriminations, with abilities:", "កម្រិតលំបាក និងកម្រិតបែងចែក ជាមួយកម្រិតចេះដឹង៖",
        "analyse irt scored.csv --model 2pl --scores eap"),
      HelpExample(
        "For a small group, nothing assumed of abilities:", "សម្រាប់ក្រុមតូច ដោយមិនសន្មតអ្វីអំពីកម្រិតចេះដឹង៖",
        "analyse irt scored.csv --model rasch --method cml"),
    ],
    "analyse dif": [
      HelpExample(
        "Does the Khmer form measure what its English twin does:",
        "តើវិញ្ញាសាខ្មែរវាស់ដូចវិញ្ញាសាអង់គ្លេសឬទេ៖", "analyse dif scored.csv --group language --purify")
    ],
    "analyse equate": [
      HelpExample(
        "Two forms with common questions:", "វិញ្ញាសាពីរដែលមានសំណួររួម៖",
        "analyse equate form-a.csv form-b.csv --method tucker"),
      HelpExample(
        "Few people, groups made by lot:", "មនុស្សតិច ក្រុមដែលចាប់ឆ្នោត៖",
        "analyse equate form-a.csv form-b.csv --method circle-arc"),
    ],
    "analyse agreement": [
      HelpExample(
        "Two raters, near misses count half:", "អ្នកវាយតម្លៃពីរនាក់ ខុសគ្នាតិចរាប់តិច៖",
        "analyse agreement ratings.csv --statistic kappa --weights linear")
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
