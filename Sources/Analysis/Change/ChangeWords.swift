import Psychometrics
import Text

/// The words of the analysis of change.
enum ChangeWords {
  static let title = LocalizedText(
    en: "Change between two occasions", km: "បម្រែបម្រួលរវាងឱកាសពីរ")

  // MARK: Columns and rows

  static let group = LocalizedText(en: "Group", km: "ក្រុម")
  static let who = LocalizedText(en: "Scores", km: "ពិន្ទុ")
  static let people = LocalizedText(en: "People", km: "ចំនួនសិក្ខាកាម")
  static let pairs = LocalizedText(en: "n (pairs)", km: "n (គូ)")
  static let meanPre = LocalizedText(en: "Mean before", km: "មធ្យមភាគមុន")
  static let meanPost = LocalizedText(en: "Mean after", km: "មធ្យមភាគក្រោយ")
  static let gain = LocalizedText(en: "Gain", km: "ការកើនឡើង")
  static let interval = LocalizedText(en: "95 % interval", km: "ចន្លោះជឿជាក់ ៩៥%")
  static let clusteredInterval = LocalizedText(
    en: "95 % interval, clusters", km: "ចន្លោះជឿជាក់ ៩៥% តាមចង្កោម")
  static let df = LocalizedText(en: "df", km: "df (ដឺក្រេសេរី)")
  static let pAdjusted = LocalizedText(en: "p adjusted", km: "p កែតម្រូវ")
  static let wilcoxonP = LocalizedText(en: "Wilcoxon p", km: "p តាម Wilcoxon")
  static let hedgesG = LocalizedText(en: "Hedges g", km: "g តាម Hedges")
  static let classGain = LocalizedText(
    en: "Share of possible gain", km: "ភាគនៃការកើនឡើងដែលអាចមាន")
  static let classGainInterval = LocalizedText(
    en: "95 % interval of the share", km: "ចន្លោះជឿជាក់ ៩៥% នៃភាគនេះ")
  static let bootstrapInterval = LocalizedText(
    en: "Bootstrap interval", km: "ចន្លោះជឿជាក់តាមការចាប់ឡើងវិញ")
  static let level = LocalizedText(en: "Score before", km: "ពិន្ទុមុន")
  static let lost = LocalizedText(en: "Without post-test", km: "គ្មានតេស្តក្រោយ")
  static let lostShare = LocalizedText(en: "Share, %", km: "ភាគរយ")
  static let everybody = LocalizedText(en: "Everybody", km: "ទាំងអស់គ្នា")
  static let notStated = LocalizedText(en: "(not stated)", km: "(មិនបានបញ្ជាក់)")
  static let matched = LocalizedText(en: "Both scores", km: "ពិន្ទុទាំងពីរ")
  static let preOnly = LocalizedText(en: "Before only", km: "មានតែមុន")
  static let postOnly = LocalizedText(en: "After only", km: "មានតែក្រោយ")
  static let neither = LocalizedText(en: "Neither", km: "គ្មានទាំងពីរ")
  static let same = LocalizedText(en: "same language", km: "ភាសាដដែល")
  static let switched = LocalizedText(en: "another language", km: "ប្តូរភាសា")

  // MARK: Captions

  static let peopleCaption = LocalizedText(
    en: "Who has which score", km: "នរណាមានពិន្ទុណា")
  static let groupsCaption = LocalizedText(
    en: "Change of people with both scores", km: "បម្រែបម្រួលរបស់អ្នកដែលមានពិន្ទុទាំងពីរ")
  static let attritionCaption = LocalizedText(
    en: "Who was lost, by the score before", km: "អ្នកដែលបាត់ តាមពិន្ទុមុន")
  static let formsCaption = LocalizedText(
    en: "Change by the order of forms", km: "បម្រែបម្រួលតាមលំដាប់វិញ្ញាសា")
  static let languagesCaption = LocalizedText(
    en: "People who kept and who changed the language of the test",
    km: "អ្នកដែលប្រើភាសាតេស្តដដែល និងអ្នកដែលប្តូរ")
  static let plotTitle = LocalizedText(
    en: "Gain of each group with its 95 % interval",
    km: "ការកើនឡើងរបស់ក្រុមនីមួយៗ ជាមួយចន្លោះជឿជាក់ ៩៥%")
  static let plotSummary = LocalizedText(
    en: "A dot for each group's mean gain, a line for its interval; the figures stand beside it.",
    km: "ចំណុចមួយសម្រាប់មធ្យមភាគការកើនឡើងរបស់ក្រុម និងបន្ទាត់មួយសម្រាប់ចន្លោះជឿជាក់។ តួលេខនៅក្បែរវា។")

  static func footnotes(draws: Int, seed: UInt64) -> [LocalizedText] {
    let count = Say.count(draws)
    let seedKhmer = Khmer.withKhmerDigits("\(seed)")
    return [
      LocalizedText(
        en: "Gain: after − before, of the same people. Interval, t, df and p: Student, paired, "
          + "two-sided. p adjusted: Holm over the groups.",
        km: "ការកើនឡើង៖ ក្រោយ − មុន របស់មនុស្សដដែល។ ចន្លោះជឿជាក់, t, df និង p៖ តេស្តគូតាម Student ទ្វេទិស។ "
          + "p កែតម្រូវ៖ តាមវិធី Holm លើក្រុមទាំងអស់។"),
      LocalizedText(
        en: "Wilcoxon: signed ranks, two-sided, zero differences dropped, exact with ties up to 50 "
          + "of them. Hedges g: gain ÷ √((s² before + s² after) ÷ 2) × J(n − 1).",
        km: "Wilcoxon៖ តេស្តលំដាប់មានសញ្ញា ទ្វេទិស ដោយលុបភាពខុសគ្នាស្មើសូន្យ និងគណនាពិតប្រាកដរហូតដល់ ៥០ ករណី។ "
          + "g តាម Hedges៖ ការកើនឡើង ÷ √((s² មុន + s² ក្រោយ) ÷ 2) × J(n − 1)។"),
      LocalizedText(
        en:
          "Share of possible gain: gain ÷ (highest − mean before), of the group (Hake). Bootstrap: "
          + "percentiles of \(count.en) draws, seed \(seed).",
        km: "ភាគនៃការកើនឡើងដែលអាចមាន៖ ការកើនឡើង ÷ (ពិន្ទុខ្ពស់បំផុត − មធ្យមភាគមុន) របស់ក្រុម (Hake)។ "
          + "ការចាប់ឡើងវិញ៖ \(count.km) ដង លេខចាប់ផ្តើម \(seedKhmer)។"),
    ]
  }

  // MARK: Sentences

  static func headline(_ change: PairedChange) -> LocalizedText {
    guard let before = change.meanPre.value, let after = change.meanPost.value,
      let gain = change.gain.value
    else {
      return LocalizedText(
        en: "Nobody has both scores, so no change can be told.",
        km: "គ្មាននរណាមានពិន្ទុទាំងពីរទេ ដូច្នេះមិនអាចប្រាប់បម្រែបម្រួលបាន។")
    }
    let n = Say.count(change.n)
    let (pre, post, moved) = (Say.number(before), Say.number(after), Say.number(gain))
    let range = change.interval.value.map { Say.interval($0) }
    return LocalizedText(
      en: "\(n.en) people have both scores. The mean was \(pre.en) before and \(post.en) after: a "
        + "change of \(moved.en)\(range.map { " (95 % interval \($0.en))" } ?? "").",
      km: "សិក្ខាកាម \(n.km) នាក់មានពិន្ទុទាំងពីរ។ មធ្យមភាគគឺ \(pre.km) មុន និង \(post.km) ក្រោយ ពោលគឺប្រែប្រួល "
        + "\(moved.km)\(range.map { " (ចន្លោះជឿជាក់ ៩៥% \($0.km))" } ?? "")។")
  }

  static func clusteredHeadline(_ ends: ConfidenceInterval, _ clusters: Int) -> LocalizedText {
    let (range, count) = (Say.interval(ends), Say.count(clusters))
    return LocalizedText(
      en: "Taking into account that people of one cluster resemble each other (\(count.en) "
        + "clusters), the interval is \(range.en).",
      km: "ដោយគិតថាមនុស្សក្នុងចង្កោមតែមួយមានលក្ខណៈស្រដៀងគ្នា (\(count.km) ចង្កោម) ចន្លោះជឿជាក់គឺ\(range.km)។")
  }

  static func cut(_ score: Double, _ shares: PairedShares) -> LocalizedText {
    guard let before = shares.before.value.value, let after = shares.after.value.value,
      let difference = shares.difference.value, let ends = shares.interval.value
    else { return headlineless }
    let cut = Say.number(score, 1)
    let (pre, post, moved) = (Say.percent(before), Say.percent(after), Say.percent(difference))
    let range = Say.interval(ConfidenceInterval(low: 100 * ends.low, high: 100 * ends.high), 1)
    return LocalizedText(
      en: "At the cut score of \(cut.en) or above: \(pre.en) % before and \(post.en) % after, a "
        + "change of \(moved.en) percentage points (95 % interval \(range.en)).",
      km: "បានពិន្ទុកំណត់ \(cut.km) ឬលើសនេះ៖ \(pre.km)% មុន និង \(post.km)% ក្រោយ ពោលគឺប្រែប្រួល \(moved.km) "
        + "ចំណុចភាគរយ (ចន្លោះជឿជាក់ ៩៥% \(range.km))។")
  }

  private static let headlineless = LocalizedText(
    en: "Nobody has both scores, so no share at the cut score can be told.",
    km: "គ្មាននរណាមានពិន្ទុទាំងពីរទេ ដូច្នេះមិនអាចប្រាប់ភាគត្រង់ពិន្ទុកំណត់បាន។")

  static func reliable(_ change: ReliableChange) -> LocalizedText {
    let limit = Say.number(change.smallest.value ?? 0, 1)
    let (up, down, same) = (
      Say.count(change.improved), Say.count(change.worsened), Say.count(change.unchanged)
    )
    return LocalizedText(
      en: "A person's change counts from \(limit.en) points on, beyond the test's own error: "
        + "\(up.en) gained, \(down.en) lost, \(same.en) neither.",
      km: "បម្រែបម្រួលរបស់មនុស្សម្នាក់រាប់ចាប់ពី \(limit.km) ពិន្ទុ លើសកំហុសរបស់តេស្ត៖ \(up.km) នាក់កើនឡើង \(down.km) "
        + "នាក់ថយចុះ និង \(same.km) នាក់មិនប្រែប្រួល។")
  }

  // MARK: Notes

  static let changeOnly = LocalizedText(
    en: "This is change. Without a comparison group it cannot be attributed to the training.",
    km: "នេះជាបម្រែបម្រួល។ ដោយគ្មានក្រុមប្រៀបធៀប មិនអាចសន្និដ្ឋានថាវាកើតពីការបណ្តុះបណ្តាលបានទេ។")

  static func unmatched(preOnly: Int, postOnly: Int, of rows: Int) -> LocalizedText {
    let (pre, post, all) = (Say.count(preOnly), Say.count(postOnly), Say.count(rows))
    return LocalizedText(
      en: "Of \(all.en) people, \(pre.en) have only the score before and \(post.en) only the one "
        + "after. They are in no figure of change.",
      km: "ក្នុងចំណោម \(all.km) នាក់ \(pre.km) នាក់មានតែពិន្ទុមុន និង \(post.km) នាក់មានតែពិន្ទុក្រោយ។ "
        + "ពួកគេមិនមានក្នុងតួលេខបម្រែបម្រួលទេ។")
  }

  static func attrition(weakerLeft: Bool) -> LocalizedText {
    weakerLeft
      ? LocalizedText(
        en:
          "The people without a post-test had done worse before than those who stayed. The figures "
          + "speak of those who stayed, not of everybody.",
        km: "អ្នកដែលគ្មានតេស្តក្រោយបានពិន្ទុមុនទាបជាងអ្នកដែលនៅ។ តួលេខនិយាយអំពីអ្នកដែលនៅ មិនមែនទាំងអស់គ្នាទេ។")
      : LocalizedText(
        en: "The people without a post-test had done better before than those who stayed. The "
          + "figures speak of those who stayed, not of everybody.",
        km: "អ្នកដែលគ្មានតេស្តក្រោយបានពិន្ទុមុនខ្ពស់ជាងអ្នកដែលនៅ។ តួលេខនិយាយអំពីអ្នកដែលនៅ មិនមែនទាំងអស់គ្នាទេ។")
  }

  static func fewPairs(_ n: Int) -> LocalizedText {
    let count = Say.count(n)
    return LocalizedText(
      en: "Only \(count.en) people have both scores; one more person may change the figures much.",
      km: "មានតែ \(count.km) នាក់ដែលមានពិន្ទុទាំងពីរ។ មនុស្សម្នាក់ទៀតអាចប្តូរតួលេខបានច្រើន។")
  }

  static func smallGroups(_ count: Int, of groups: Int) -> LocalizedText {
    let (some, all) = (Say.count(count), Say.count(groups))
    return LocalizedText(
      en: "\(some.en) of \(all.en) groups have fewer than ten pairs: do not rank them.",
      km: "ក្រុម \(some.km) ក្នុងចំណោម \(all.km) មានតិចជាងដប់គូ៖ សូមកុំដាក់ចំណាត់ថ្នាក់។")
  }

  static func ceiling(_ share: Double, isBefore: Bool) -> LocalizedText {
    let percent = Say.percent(share)
    return isBefore
      ? LocalizedText(
        en:
          "\(percent.en) % had the highest score already before: they could not gain, so the gain "
          + "is too small.",
        km: "\(percent.km)% បានពិន្ទុខ្ពស់បំផុតតាំងពីមុន៖ ពួកគេមិនអាចកើនឡើងទៀត ដូច្នេះការកើនឡើងតូចពេក។")
      : LocalizedText(
        en: "\(percent.en) % had the highest score after: the test cannot tell how much more they "
          + "know, so do not rank groups by their gains.",
        km: "\(percent.km)% បានពិន្ទុខ្ពស់បំផុតក្រោយ៖ តេស្តមិនអាចប្រាប់ថាពួកគេចេះលើសនេះប៉ុនណា "
          + "ដូច្នេះសូមកុំដាក់ចំណាត់ថ្នាក់ក្រុមតាមការកើនឡើង។")
  }

  static func floor(_ share: Double) -> LocalizedText {
    let percent = Say.percent(share)
    return LocalizedText(
      en:
        "\(percent.en) % had the lowest score before: the test was too hard to tell what they knew.",
      km: "\(percent.km)% បានពិន្ទុទាបបំផុតមុន៖ តេស្តពិបាកពេក មិនអាចប្រាប់ថាពួកគេចេះអ្វីទេ។")
  }

  static func fewClusters(_ count: Int) -> LocalizedText {
    let number = Say.count(count)
    return LocalizedText(
      en: "There are only \(number.en) clusters. Below ten, no method knows the uncertainty well: "
        + "take the interval as a hint, and the p as none.",
      km: "មានតែ \(number.km) ចង្កោម។ ក្រោមដប់ គ្មានវិធីណាដឹងភាពមិនប្រាកដបានល្អទេ៖ "
        + "សូមចាត់ទុកចន្លោះជឿជាក់ជាតម្រុយ ហើយកុំពឹងលើ p។")
  }

  static func clusters(_ count: Int) -> LocalizedText {
    let number = Say.count(count)
    return LocalizedText(
      en: "People come in \(number.en) clusters; the interval that says so is the one to quote.",
      km: "មនុស្សមកជា \(number.km) ចង្កោម។ សូមដកស្រង់ចន្លោះជឿជាក់តាមចង្កោម។")
  }

  static let slopesDiffer = LocalizedText(
    en:
      "The comparison of groups at one level before stopped: how much the score before counts for "
      + "the one after differs between groups, so no one difference describes them.",
    km: "ការប្រៀបធៀបក្រុមនៅពិន្ទុមុនដូចគ្នាត្រូវបានបញ្ឈប់៖ ឥទ្ធិពលនៃពិន្ទុមុនលើពិន្ទុក្រោយខុសគ្នារវាងក្រុម "
      + "ដូច្នេះគ្មានភាពខុសគ្នាតែមួយពណ៌នាពួកគេបានទេ។")
  static let unbalancedForms = LocalizedText(
    en:
      "The orders of forms are out of balance: a difference between the forms is part of the gain.",
    km: "លំដាប់វិញ្ញាសាមិនមានតុល្យភាព៖ ភាពខុសគ្នារវាងវិញ្ញាសាជាផ្នែកមួយនៃការកើនឡើង។")
  static let tooManyGroups = LocalizedText(
    en: "The columns of --by make more than a million groups; the people were not parted.",
    km: "ជួរឈរនៃ --by បង្កើតក្រុមលើសមួយលាន។ មនុស្សមិនត្រូវបានបំបែកទេ។")

  static func switchers(_ count: Int) -> LocalizedText {
    let number = Say.count(count)
    return LocalizedText(
      en: "\(number.en) people took the two tests in different languages; the change is given with "
        + "and without them.",
      km: "\(number.km) នាក់បានធ្វើតេស្តទាំងពីរជាភាសាផ្សេងគ្នា។ បម្រែបម្រួលត្រូវបានបង្ហាញទាំងមានពួកគេ និងគ្មានពួកគេ។")
  }

  static func maximum(_ value: Double) -> LocalizedText {
    let number = Say.number(value, value == value.rounded() ? 0 : 2)
    return LocalizedText(
      en:
        "The highest possible score was not said, so the highest seen, \(number.en), stands for it "
        + "(--maximum).",
      km: "មិនបានប្រាប់ពិន្ទុខ្ពស់បំផុតទេ ដូច្នេះពិន្ទុខ្ពស់បំផុតដែលឃើញគឺ \(number.km) ត្រូវបានប្រើជំនួស (--maximum)។")
  }

  // MARK: Findings

  static func beyond(
    _ count: Int, _ limit: Double, _ option: String, _ path: String
  ) -> Diagnostic {
    let (number, end) = (Say.count(count), Say.number(limit, limit == limit.rounded() ? 0 : 2))
    return Diagnostic(
      "score-beyond", at: SourceLocation(file: path),
      LocalizedText(
        en: "\(number.en) scores lie beyond \(option) \(end.en).",
        km: "ពិន្ទុ \(number.km) ហួស \(option) \(end.km)។"),
      remedy: LocalizedText(
        en: "Mend the scores, or say the true limit.",
        km: "សូមកែពិន្ទុ ឬបញ្ជាក់កម្រិតពិត។"))
  }

  static func sameColumn(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "same-column", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "--pre and --post both name the column '\(name)'.",
        km: "--pre និង --post ដាក់ឈ្មោះជួរឈរ '\(name)' ដូចគ្នា។"),
      remedy: LocalizedText(
        en: "Name the column of scores before and that of scores after.",
        km: "សូមដាក់ឈ្មោះជួរឈរពិន្ទុមុន និងជួរឈរពិន្ទុក្រោយ។"))
  }

  static func twoRoles(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "two-roles", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "The column '\(name)' is named as a score and as something else.",
        km: "ជួរឈរ '\(name)' ត្រូវបានដាក់ឈ្មោះជាពិន្ទុ និងជាអ្វីផ្សេងទៀត។"),
      remedy: LocalizedText(
        en: "Name each column for one thing.", km: "សូមដាក់ឈ្មោះជួរឈរនីមួយៗសម្រាប់រឿងតែមួយ។"))
  }

  static func idTwice(
    _ id: String, rows: (first: Int, second: Int), _ path: String
  ) -> Diagnostic {
    let (first, second) = ("\(rows.first + 1)", "\(rows.second + 1)")
    return Diagnostic(
      "id-twice", at: SourceLocation(file: path),
      LocalizedText(
        en: "The person '\(id)' stands in rows \(first) and \(second) below the header.",
        km:
          "មនុស្ស '\(id)' មានក្នុងជួរទី\(Khmer.withKhmerDigits(first)) និងទី\(Khmer.withKhmerDigits(second)) ក្រោមបឋមកថា។"
      ),
      remedy: LocalizedText(
        en: "Keep one row for each person: the first try, not a retake.",
        km: "សូមទុកជួរតែមួយសម្រាប់មនុស្សម្នាក់ៗ៖ លើកដំបូង មិនមែនការធ្វើម្តងទៀតទេ។"))
  }
}
