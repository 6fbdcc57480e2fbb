import Text

/// The words about cascade, delivery path and results framework.
enum ProgrammeMessages {
  static func badRange(_ key: String) -> LocalizedText {
    LocalizedText(
      en: "The range of '\(key)' does not hold its value, or one of its ends is missing.",
      km: "ចន្លោះនៃ '\(key)' មិនគ្របតម្លៃរបស់វាទេ ឬខ្វះចុងម្ខាង។")
  }
  static let rangeRemedy = LocalizedText(
    en: "Write both, as in {value: 0.9, low: 0.8, high: 0.95, basis: assumption}.",
    km: "សូមសរសេរទាំងពីរ ដូចជា {value: 0.9, low: 0.8, high: 0.95, basis: assumption}។")

  // MARK: What a reference names

  static let group = LocalizedText(en: "group of people", km: "ក្រុមមនុស្ស")
  static let team = LocalizedText(en: "team", km: "ក្រុមការងារ")
  static let step = LocalizedText(en: "delivery step", km: "ជំហាននៃការអនុវត្ត")
  static let generation = LocalizedText(en: "generation", km: "ជំនាន់")
  static let activity = LocalizedText(en: "output or activity", km: "លទ្ធផល ឬសកម្មភាព")
  static let source = LocalizedText(en: "source", km: "ប្រភព")
  static let scheduledModule = LocalizedText(en: "module of the schedule", km: "ម៉ូឌុលក្នុងកាលវិភាគ")
  static let weekRemedy = LocalizedText(
    en: "Weeks are whole numbers from 1.", km: "សប្តាហ៍ជាចំនួនគត់ចាប់ពី ១។")

  static func noWeek(_ text: String) -> LocalizedText {
    LocalizedText(en: "\"\(text)\" is no week.", km: "\"\(text)\" មិនមែនជាសប្តាហ៍ទេ។")
  }
  static let province = LocalizedText(en: "province of the programme", km: "ខេត្តនៃកម្មវិធី")

  static func unknownReference(_ id: String, _ kind: LocalizedText) -> LocalizedText {
    LocalizedText(en: "There is no \(kind.en) '\(id)'.", km: "គ្មាន\(kind.km) '\(id)' ទេ។")
  }

  static func known(_ known: [String], suggestion: String?) -> LocalizedText {
    let list = known.isEmpty ? "–" : known.joined(separator: ", ")
    let guess = suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return LocalizedText(
      en: "\(guess)Known are: \(list).", km: "\(guessKhmer)អាចប្រើបាន៖ \(list)។")
  }

  static func unknownLanguage(_ value: String) -> LocalizedText {
    LocalizedText(
      en: "'\(value)' is not a language of Sala.", km: "'\(value)' មិនមែនជាភាសារបស់ Sala ទេ។")
  }

  static func duplicate(_ id: String) -> LocalizedText {
    LocalizedText(en: "'\(id)' stands here twice.", km: "'\(id)' មានពីរដងនៅទីនេះ។")
  }

  static let duplicateRemedy = LocalizedText(
    en: "Keep one of the two, or give one another id.",
    km: "សូមទុកតែមួយ ឬដាក់លេខសម្គាល់ផ្សេងឱ្យមួយ។")
  static let firstHere = LocalizedText(en: "the first one is here", km: "ទីមួយនៅទីនេះ")

  // MARK: Figures

  static let noBasis = LocalizedText(
    en: "The figure does not say where it comes from.",
    km: "តួលេខនេះមិនបានបញ្ជាក់ថាបានមកពីណាទេ។")
  static let twoBases = LocalizedText(
    en: "The figure is both an assumption and taken from a source.",
    km: "តួលេខនេះជាការសន្មតផង និងយកពីប្រភពផង។")
  static let basisRemedy = LocalizedText(
    en: "Write either 'basis: assumption' or 'source: id'.",
    km: "សូមសរសេរ 'basis: assumption' ឬ 'source: id' ណាមួយ។")

  static let oneGroup = LocalizedText(
    en: "A target of a group names either a sex or a province.",
    km: "គោលដៅរបស់ក្រុមត្រូវបញ្ជាក់ភេទ ឬខេត្តណាមួយ។")
  static let oneGroupRemedy = LocalizedText(
    en: "Write 'sex: female' or 'province: kampot', not both.",
    km: "សូមសរសេរ 'sex: female' ឬ 'province: kampot' កុំសរសេរទាំងពីរ។")

  static func unknownSex(_ value: String) -> LocalizedText {
    LocalizedText(en: "'\(value)' is no sex of the records.", km: "'\(value)' មិនមែនជាភេទក្នុងកំណត់ត្រាទេ។")
  }

  static func unknownBasis(_ value: String) -> LocalizedText {
    LocalizedText(
      en: "'\(value)' is no basis for a figure.", km: "'\(value)' មិនមែនជាមូលដ្ឋាននៃតួលេខទេ។")
  }

  static func noShare(_ key: String, _ value: Double) -> LocalizedText {
    let number = NumberText.fixed(value, digits: 2)
    return LocalizedText(
      en: "'\(key)' is \(number), which cannot be a share.",
      km: "'\(key)' គឺ \(number) ដែលមិនអាចជាចំណែកបានទេ។")
  }

  static let shareRemedy = LocalizedText(
    en: "Write a share of the whole, such as 0.8 for 80 percent; one that is needed is above 0.",
    km: "សូមសរសេរចំណែកនៃចំនួនសរុប ដូចជា 0.8 សម្រាប់ 80 ភាគរយ ហើយចំណែកដែលចាំបាច់ត្រូវធំជាង 0។")

  static let firstIsNotTrained = LocalizedText(
    en: "Generation 0 trains the others; this plan does not train it.",
    km: "ជំនាន់ 0 បណ្តុះបណ្តាលជំនាន់ដទៃ ហើយផែនការនេះមិនបណ្តុះបណ្តាលជំនាន់ 0 ទេ។")
  static let firstRemedy = LocalizedText(
    en: "Take 'training:' out, or begin with another generation 0.",
    km: "សូមដក 'training:' ចេញ ឬចាប់ផ្តើមដោយជំនាន់ 0 ផ្សេង។")

  // MARK: Dates

  static func badDate(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is not a day of the calendar.", km: "'\(text)' មិនមែនជាថ្ងៃក្នុងប្រតិទិនទេ។")
  }

  static let dateRemedy = LocalizedText(
    en: "Write year, month and day as 2027-08-02.", km: "សូមសរសេរឆ្នាំ ខែ ថ្ងៃ ដូចជា 2027-08-02។")
  static let endsBefore = LocalizedText(
    en: "The last day comes before the first.", km: "ថ្ងៃចុងក្រោយមកមុនថ្ងៃដំបូង។")
  static let endsRemedy = LocalizedText(
    en: "Exchange 'from' and 'to', or mend one of them.",
    km: "សូមប្តូរ 'from' និង 'to' ឬកែមួយក្នុងចំណោមពីរ។")

  static func startsEarly(_ number: Int, before: Int) -> LocalizedText {
    LocalizedText(
      en: "Generation \(number) begins before generation \(before), which trains it, has ended.",
      km: "ជំនាន់ \(number) ចាប់ផ្តើមមុនពេលជំនាន់ \(before) ដែលបណ្តុះបណ្តាលវា បានបញ្ចប់។")
  }

  static let startsEarlyRemedy = LocalizedText(
    en: "Move one of the two.", km: "សូមប្តូរកាលបរិច្ឆេទរបស់មួយក្នុងចំណោមពីរ។")

  static func beginsBefore(_ step: String, _ earlier: String) -> LocalizedText {
    LocalizedText(
      en: "'\(step)' begins before '\(earlier)', which it follows.",
      km: "'\(step)' ចាប់ផ្តើមមុន '\(earlier)' ដែលវាត្រូវធ្វើបន្ត។")
  }

  static let badDuration = LocalizedText(
    en: "The duration has neither days nor weeks, or both.",
    km: "រយៈពេលនេះគ្មានថ្ងៃ និងសប្តាហ៍ ឬមានទាំងពីរ។")
  static let durationRemedy = LocalizedText(
    en: "Write 'days: 4', or 'weeks: 3' with 'days-a-week: 1'.",
    km: "សូមសរសេរ 'days: 4' ឬ 'weeks: 3' ជាមួយ 'days-a-week: 1'។")

  static func tooLong(_ step: String, days: Int) -> LocalizedText {
    LocalizedText(
      en: "'\(step)' takes \(days) days and its window is shorter.",
      km: "'\(step)' ត្រូវការ \(days) ថ្ងៃ តែចន្លោះកាលបរិច្ឆេទខ្លីជាងនេះ។")
  }

  static let tooLongRemedy = LocalizedText(
    en: "Widen 'window:', or shorten 'duration:'.",
    km: "សូមពង្រីក 'window:' ឬបន្ថយ 'duration:'។")

  // MARK: Cascade

  static func notMixed(_ team: String) -> LocalizedText {
    LocalizedText(
      en: "The team '\(team)' does not mix officials and members of civil society.",
      km: "ក្រុមការងារ '\(team)' មិនមានទាំងមន្ត្រី និងសមាជិកសង្គមស៊ីវិលទេ។")
  }

  static let mixRemedy = LocalizedText(
    en: "Add members of a group whose kind is 'official' and of one whose kind is 'cso'.",
    km: "សូមបន្ថែមសមាជិកពីក្រុមដែលមានប្រភេទ 'official' និងពីក្រុមដែលមានប្រភេទ 'cso'។")

  static let noGenerations = LocalizedText(
    en: "The cascade has no generations.", km: "ការបណ្តុះបណ្តាលបន្តគ្នានេះគ្មានជំនាន់ទេ។")
  static let noGenerationsRemedy = LocalizedText(
    en: "Write generation 0, the master trainers, and the ones they train.",
    km: "សូមសរសេរជំនាន់ 0 គឺគ្រូបង្គោល និងជំនាន់ដែលពួកគាត់បណ្តុះបណ្តាល។")

  static func gap(missing number: Int) -> LocalizedText {
    LocalizedText(en: "Generation \(number) is missing.", km: "ខ្វះជំនាន់ \(number)។")
  }

  static let gapRemedy = LocalizedText(
    en: "Number the generations from 0 without a gap.",
    km: "សូមដាក់លេខជំនាន់ចាប់ពី 0 ដោយគ្មានចន្លោះ។")

  static func tooDeep(_ number: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      en: "Generation \(number) lies beyond the limit, \(limit).",
      km: "ជំនាន់ \(number) ហួសកម្រិតកំណត់ គឺ \(limit)។")
  }

  static let tooDeepRemedy = LocalizedText(
    en: "Train these people by an earlier generation, or raise the limit and say why.",
    km: "សូមបណ្តុះបណ្តាលអ្នកទាំងនេះដោយជំនាន់មុន ឬដំឡើងកម្រិតកំណត់ ហើយបញ្ជាក់មូលហេតុ។")

  static func classTooLarge(_ size: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      en: "A class of \(size) is larger than the limit, \(limit); the plan counts with \(limit).",
      km: "ថ្នាក់ \(size) នាក់ ធំជាងកម្រិតកំណត់ គឺ \(limit) នាក់។ ផែនការគណនាដោយប្រើ \(limit) នាក់។")
  }

  static let classRemedy = LocalizedText(
    en: "Make the class smaller, or raise the limit and say why.",
    km: "សូមបន្ថយទំហំថ្នាក់ ឬដំឡើងកម្រិតកំណត់ ហើយបញ្ជាក់មូលហេតុ។")

  // MARK: Delivery and results

  static func comesLater(_ earlier: String, _ step: String) -> LocalizedText {
    LocalizedText(
      en: "'\(step)' follows '\(earlier)', which stands after it.",
      km: "'\(step)' ត្រូវធ្វើបន្ត '\(earlier)' ដែលស្ថិតនៅក្រោយវា។")
  }

  static let orderRemedy = LocalizedText(
    en: "Put the steps in the order in which they happen.",
    km: "សូមរៀបជំហានតាមលំដាប់ដែលវាកើតឡើង។")

  static func unserved(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "No delivery step serves the activity '\(id)'.",
      km: "គ្មានជំហានណាពាក់ព័ន្ធនឹងសកម្មភាព '\(id)' ទេ។")
  }

  static let unservedRemedy = LocalizedText(
    en: "Name it under 'serves:' of a step, or leave it to other work of the programme.",
    km: "សូមដាក់វាក្រោម 'serves:' នៃជំហានមួយ ឬទុកវាសម្រាប់ការងារផ្សេងនៃកម្មវិធី។")
}
