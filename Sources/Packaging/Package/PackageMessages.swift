import Curriculum
import Text

/// The findings of making a package.
enum PackageMessages {
  static func unknownModule(
    _ name: String, in curriculum: String, known: [String], suggestion: String?
  ) -> Diagnostic {
    Diagnostic(
      "unknown-module", at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "The curriculum has no module '\(name)'.",
        km: "កម្មវិធីសិក្សានេះគ្មានម៉ូឌុល '\(name)' ទេ។"),
      remedy: useOneOf(known, suggestion: suggestion))
  }

  static func unknownContext(
    _ name: String, in curriculum: String, known: [String], suggestion: String?
  ) -> Diagnostic {
    Diagnostic(
      "unknown-context", at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "The curriculum has no text of its own for the context '\(name)'.",
        km: "កម្មវិធីសិក្សានេះគ្មានអត្ថបទផ្ទាល់សម្រាប់បរិបទមូលដ្ឋាន '\(name)' ទេ។"),
      remedy: useOneOf(known, suggestion: suggestion))
  }

  static func unknownLanguage(_ language: Language, in curriculum: String) -> Diagnostic {
    let name =
      switch language {
      case .english: LocalizedText(en: "English", km: "ភាសាអង់គ្លេស")
      case .khmer: LocalizedText(en: "Khmer", km: "ភាសាខ្មែរ")
      }
    return Diagnostic(
      "unknown-language", at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "The curriculum is not written in \(name.en).",
        km: "កម្មវិធីសិក្សានេះមិនបានសរសេរជា\(name.km)ទេ។"),
      remedy: LocalizedText(
        en: "Choose a language that curriculum.yaml lists under 'languages'.",
        km: "សូមជ្រើសរើសភាសាដែលមានក្នុងបញ្ជី 'languages' នៃ curriculum.yaml។"))
  }

  static func noModules(in curriculum: String) -> Diagnostic {
    Diagnostic(
      "no-modules", at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "There is no module to put into the package.",
        km: "គ្មានម៉ូឌុលណាមួយសម្រាប់ដាក់ក្នុងកញ្ចប់មេរៀនទេ។"),
      remedy: LocalizedText(
        en: "List a module in curriculum.yaml, and mend what keeps it from being read.",
        km: "សូមដាក់ម៉ូឌុលមួយក្នុងបញ្ជីនៃ curriculum.yaml ហើយកែអ្វីដែលធ្វើឱ្យអានវាមិនបាន។"))
  }

  static func noSecondForm(in curriculum: String) -> Diagnostic {
    Diagnostic(
      "no-second-form", at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "The tests have one form only, so there is no form b.",
        km: "តេស្តមានវិញ្ញាសាតែមួយ ដូច្នេះគ្មានវិញ្ញាសា b ទេ។"),
      remedy: LocalizedText(
        en: "Use '--forms a', or describe a second form in forms.yaml.",
        km: "សូមប្រើ '--forms a' ឬកំណត់វិញ្ញាសាទីពីរក្នុង forms.yaml។"))
  }

  static func withoutEffect(_ option: String, in curriculum: String) -> Diagnostic {
    Diagnostic(
      "option-without-effect", .warning, at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "'\(option)' changes nothing in a package of this kind.",
        km: "'\(option)' មិនផ្លាស់ប្តូរអ្វីក្នុងកញ្ចប់មេរៀនប្រភេទនេះទេ។"),
      remedy: withoutEffectRemedy(option))
  }

  private static func withoutEffectRemedy(_ option: String) -> LocalizedText {
    switch option {
    case "--skip-mastered":
      LocalizedText(
        en:
          "Use it with '--format scorm2004', all pages in one package, one SCO a page, and tests.",
        km: "សូមប្រើវាជាមួយ '--format scorm2004' ដែលមានតេស្ត ដោយដាក់ទំព័រទាំងអស់ក្នុងកញ្ចប់តែមួយ"
          + " និង SCO មួយសម្រាប់ទំព័រមួយ។")
    default:
      LocalizedText(
        en: "Leave it out, or use '--format scorm12' or '--format scorm2004'.",
        km: "សូមកុំបញ្ជាក់វា ឬប្រើ '--format scorm12' ឬ '--format scorm2004'។")
    }
  }

  static func controlDocumentNotFound(_ path: String, neededBy document: String) -> Diagnostic {
    Diagnostic(
      "control-document-not-found", at: SourceLocation(file: document),
      LocalizedText(
        en: "The folder of control documents has no '\(path)'.",
        km: "ថតឯកសារត្រួតពិនិត្យគ្មាន '\(path)' ទេ។"),
      remedy: LocalizedText(
        en: "Put it there under this name, or leave '--control-documents' out to carry Sala's own.",
        km: "សូមដាក់វានៅទីនោះដោយប្រើឈ្មោះនេះ ឬកុំប្រើ '--control-documents'"
          + " ដើម្បីប្រើឯកសាររបស់ Sala។"))
  }

  static func controlDocumentRemote(_ address: String, neededBy document: String) -> Diagnostic {
    Diagnostic(
      "control-document-remote", .warning, at: SourceLocation(file: document),
      LocalizedText(
        en:
          "The document is read from the network, because the folder has no copy of '\(address)'.",
        km: "ឯកសារនេះត្រូវអានពីបណ្តាញ ព្រោះថតគ្មានច្បាប់ចម្លងនៃ '\(address)' ទេ។"),
      remedy: LocalizedText(
        en: "Put a copy of it into the folder under the last part of its address.",
        km: "សូមដាក់ច្បាប់ចម្លងរបស់វាក្នុងថត ដោយប្រើផ្នែកចុងក្រោយនៃអាសយដ្ឋានជាឈ្មោះ។"))
  }

  static func withoutTests(in curriculum: String) -> Diagnostic {
    Diagnostic(
      "package-without-tests", .warning, at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "The package has no pre-test and no post-test, because no form could be drawn.",
        km: "កញ្ចប់មេរៀននេះគ្មានតេស្តមុនវគ្គ និងតេស្តក្រោយវគ្គទេ ព្រោះមិនអាចរៀបចំវិញ្ញាសាបាន។"),
      remedy: LocalizedText(
        en: "Write forms.yaml, and enough questions for its blueprint.",
        km: "សូមសរសេរ forms.yaml និងសំណួរឱ្យបានគ្រប់តាមប្លង់វិញ្ញាសា។"))
  }

  static func testsCoverAll(in curriculum: String) -> Diagnostic {
    Diagnostic(
      "tests-cover-all", .note, at: SourceLocation(file: curriculum),
      LocalizedText(
        en: "The tests ask about the whole curriculum, also about the modules left out.",
        km: "តេស្តសួរអំពីកម្មវិធីសិក្សាទាំងមូល រួមទាំងម៉ូឌុលដែលមិនបានដាក់ក្នុងកញ្ចប់ផង។"),
      remedy: LocalizedText(
        en: "Tell the learners, or make the package with all modules.",
        km: "សូមជូនដំណឹងដល់សិក្ខាកាម ឬបង្កើតកញ្ចប់មេរៀនដែលមានម៉ូឌុលទាំងអស់។"))
  }

  static func linkNotPackaged(_ target: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "link-not-packaged", .warning, at: place,
      LocalizedText(
        en: "What '\(target)' leads to is not in the package.",
        km: "អ្វីដែល '\(target)' នាំទៅ មិនមានក្នុងកញ្ចប់មេរៀនទេ។"),
      remedy: LocalizedText(
        en: "Link to a lesson or block of the same module, or to an address on the web.",
        km: "សូមភ្ជាប់ទៅមេរៀន ឬផ្នែកនៃម៉ូឌុលដដែល ឬទៅអាសយដ្ឋានលើអ៊ីនធឺណិត។"))
  }

  static func notConformant(_ name: String) -> Diagnostic {
    Diagnostic(
      "package-not-conformant", at: SourceLocation(file: name),
      LocalizedText(
        en: "The package breaks its standard, so it was not made; this is a mistake of Sala.",
        km: "កញ្ចប់មេរៀននេះខុសពីស្តង់ដារ ដូច្នេះមិនត្រូវបានបង្កើតទេ។ នេះជាកំហុសរបស់ Sala។"),
      remedy: LocalizedText(
        en: "Report it together with the findings that follow.",
        km: "សូមរាយការណ៍អំពីបញ្ហានេះ រួមជាមួយអ្វីដែលបានរកឃើញខាងក្រោម។"))
  }

  private static func useOneOf(_ known: [String], suggestion: String?) -> LocalizedText {
    let list = known.joined(separator: ", ")
    if known.isEmpty {
      return LocalizedText(
        en: "Leave it out; the curriculum has none.", km: "សូមកុំបញ្ជាក់វា ព្រោះកម្មវិធីសិក្សានេះគ្មានទេ។")
    }
    guard let suggestion else {
      return LocalizedText(en: "Use one of: \(list).", km: "សូមប្រើមួយក្នុងចំណោម៖ \(list)។")
    }
    return LocalizedText(
      en: "Did you mean '\(suggestion)'? Known are: \(list).",
      km: "តើអ្នកចង់សរសេរ '\(suggestion)' មែនទេ? អាចប្រើបាន៖ \(list)។")
  }
}
