/// Words that a person's name follows, and the family names of Cambodia.
enum NameWords {
  /// Tells whether the letters are a title or form of address that a name may follow.
  static func isTitle(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    titles.contains(String(scalars: letters))
  }

  /// Returns the end of the family name that a name begins with, where it is a known one.
  static func family(_ scalars: [Unicode.Scalar], in range: Range<Int>) -> Int? {
    var longest: Int?
    families.ends(scalars, from: range.lowerBound, limit: range.upperBound) { end in
      let isEnd =
        end == range.upperBound
        || KhmerSyllable.begins(scalars[end])
          && scalars[end].isKhmerLetter && scalars[end - 1].value != 0x17D2
      if isEnd { longest = end }
    }
    return longest
  }

  /// Tells whether the letters are a protected term that is a name.
  static func isName(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    names.contains(String(scalars: letters))
  }

  /// Tells whether a letter may stand behind the word as a label: ជម្រើសក is option A.
  static func isLabelled(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    labelled.contains(String(scalars: letters))
  }

  private static let labelled: Set<String> = [
    "ជម្រើស", "ចម្លើយ", "ចំណុច", "ក្រុម", "ផ្នែក", "ថ្នាក់", "បន្ទប់", "ឧបសម្ព័ន្ធ", "ទម្រង់",
    "វិញ្ញាសា", "អក្សរ", "ប្រភេទ", "ភូមិ",
  ]

  private static let names = Set(
    ProtectedTerms.familyNames + ProtectedTerms.womensNames + ProtectedTerms.mensNames
      + ProtectedTerms.foreignNames)

  private static let titles: Set<String> = [
    "លោក", "លោកស្រី", "លោកជំទាវ", "លោកតា", "លោកយាយ", "លោកគ្រូ", "លោកពូ", "លោកអ៊ំ", "ឯកឧត្តម",
    "អ្នកស្រី", "អ្នកនាង", "អ្នកគ្រូ", "អ្នកឧកញ៉ា", "ឧកញ៉ា", "អ្នកម្តាយ", "កញ្ញា", "នាង", "យុវជន",
    "ឈ្មោះ", "សម្តេច", "បណ្ឌិត", "សាស្ត្រាចារ្យ", "វេជ្ជបណ្ឌិត", "ព្រឹទ្ធាចារ្យ", "ឧត្តមសេនីយ៍", "មេឃុំ",
    "មេភូមិ", "ចៅសង្កាត់", "ស្មៀន", "ពូ", "មីង", "បង", "ប្អូន", "តា", "យាយ", "អ៊ំ", "ជំទាវ",
    "ព្រះតេជព្រះគុណ",
  ]

  /// Family names as they stand before a given name.
  private static let families = TermTrie([
    "សុខ", "ចាន់", "ហេង", "គឹម", "ទេព", "សោម", "នុត", "អ៊ុំ", "ពេជ្រ", "ព្រំ", "អ៊ិន", "យិន", "ថាច់", "ម៉ៅ",
    "សៅ", "កែវ", "លឹម", "ឡុង", "តាំង", "ង៉ែត", "ឈុន", "ញឹម", "ទូច", "ហ៊ឹម", "ផាន់", "រស់", "អោម",
    "នួន", "មុំ", "គង់", "ប៉ែន", "ជួន", "សំ", "ឃុត", "ហ៊ុន", "ស", "ស៊ុន", "ស៊ិន", "ស៊ឹម", "ស៊ូ", "សាំង",
    "សេង", "សេក", "សែម", "សឹម", "សួន", "សុំ", "ហុង", "ហួត", "ហុក", "ហម", "ហ៊ាង", "ហ៊ុល",
    "ឡាយ", "ឡេង", "ឡៅ", "ឡ", "លី", "លាង", "លៀង", "លុយ", "លន់", "វង់", "វ៉ា", "វ៉ាន់", "វ៉េង",
    "រ័ត្ន", "រិទ្ធ", "យ៉ាន", "យឹម", "យ៉ង់", "យូ", "យស", "មាស", "មុត", "មឿន", "ម៉ម", "ម៉ាន់", "ម៉ាក",
    "ភោគ", "ភួង", "ភន", "ភិន", "ពៅ", "ពិន", "ពុំ", "ផល", "ផុន", "ផេង", "ប្រាក់", "ប៊ុន", "ប៊ិន", "ប៊ូ",
    "ប៉ុក", "ប៉ិច", "ប៉ុល", "បូ", "នៅ", "នី", "នន់", "ណុប", "ណែម", "ធី", "ធឿន", "ទិត", "ទុំ", "ទន់",
    "ថោង", "ថៃ", "តូច", "តាន់", "តឹក", "តែ", "ណាត", "ដួង", "ឌុច", "ឌី", "ឌឹម", "ញ៉ែម", "ឈឹម",
    "ឈាង", "ឈិន", "ឈួន", "ឈន", "ជា", "ជុំ", "ជឹម", "ជាង", "ឆាយ", "ឆេង", "ឆន", "ឆឹម", "ច័ន្ទ",
    "ចាប", "ចេង", "ចៅ", "ងួន", "ង៉ោ", "ឃឹម", "ឃួន", "ឃៀង", "គ្រី", "គុយ", "គាត", "ខៀវ", "ខឹម",
    "ខុន", "ខេង", "កុយ", "កង", "កឹម", "កៅ", "ម៉េង", "ហាក់", "ហង្ស", "ហ៊ីង", "អ៊ាង", "អ៊ូ", "អ៊ុក", "អ៊ឹម",
    "អ៊ន", "អាន", "អឿន", "អួន", "ឱក", "ឱម", "ឯក", "ឯម", "អៀម", "អែម", "ស្រី", "ស្វាយ",
  ])
}

/// Syllables that make one word with the word after them.
enum Prefixes {
  static func isPrefix(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    all.contains(String(scalars: letters))
  }

  /// Tells whether the letters cannot follow a prefix.
  static func isRefused(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    refused.contains(String(scalars: letters))
  }

  /// Returns the end of the prefix with which the letters begin, where they begin with one.
  static func end(_ scalars: [Unicode.Scalar], from start: Int, limit: Int) -> Int? {
    var longest: Int?
    leading.ends(scalars, from: start, limit: limit) { longest = $0 }
    return longest
  }

  /// អ្នក and ទី make words of the dictionary, and stand alone before others.
  private static let leading = TermTrie(["ការ", "ភាព", "សេចក្តី", "កិច្ច", "អ្នក", "ទី"])

  private static let all: Set<String> = ["ការ", "ភាព", "សេចក្តី", "សេចក្ដី", "កិច្ច"]

  /// Words of grammar, before which these stand alone.
  private static let refused: Set<String> = [
    "នេះ", "នោះ", "ដែល", "នៃ", "និង", "ក្នុង", "របស់", "ដើម្បី", "បាន", "ត្រូវ", "មាន", "ជា", "ទេ",
    "ណា", "អ្វី", "ឬ", "ហើយ", "ដោយ", "នៅ", "គឺ", "ទាំង", "ទៀត", "មួយ", "ពីរ", "អាច", "មិន",
    "សម្រាប់", "លើ", "ពី", "ដល់", "ទៅ", "មក", "តាម", "ថ្មី", "គ្នា",
  ]
}
