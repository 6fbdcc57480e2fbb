package import Source
package import Text

/// A rule that a curriculum must keep, with examples that are both its test and its manual.
package protocol Rule: Sendable {
  /// The codes of the findings it gives.
  var codes: [String] { get }
  /// The rule in one sentence.
  var summary: LocalizedText { get }
  /// Why it is a rule.
  var reason: LocalizedText { get }
  /// Changes of a small good curriculum that the rule passes or fails.
  var examples: [RuleExample] { get }
  /// Returns what is wrong; rules that reading itself keeps give none here.
  func findings(in context: RuleContext) -> [Diagnostic]
}

extension Rule {
  /// Returns nothing: the findings of this rule are made while reading.
  package func findings(in context: RuleContext) -> [Diagnostic] { [] }
}

/// What a rule looks at.
package struct RuleContext {
  /// The curriculum.
  package let curriculum: Curriculum
  /// The files it was read from, by the path that findings show.
  package let files: [String: SourceFile]

  /// Returns a finding at a place, with the line of its file.
  func finding(
    _ code: String, _ severity: Severity = .error, at place: SourceLocation, length: Int = 1,
    _ message: LocalizedText, remedy: LocalizedText, related: [Diagnostic.Related] = []
  ) -> Diagnostic {
    Diagnostic(
      code, severity, at: place, message, remedy: remedy,
      excerpt: files[place.file]?.line(place.line) ?? "", length: length, related: related)
  }
}

/// A change of one file of the example curriculum.
package struct RuleExample: Sendable {
  /// The code that the change must lead to, or `nil` where it must lead to no finding.
  package let code: String?
  /// The file, as a path under the root.
  package let path: String
  /// The text that is taken out; empty means that the file is replaced, or made, as a whole.
  package let original: String
  /// The text that is put in its place.
  package let replacement: String

  /// A change that breaks the rule.
  package static func failing(
    _ code: String, _ path: String, _ original: String, _ replacement: String
  ) -> RuleExample {
    RuleExample(code: code, path: path, original: original, replacement: replacement)
  }

  /// A change that keeps it.
  package static func passing(_ path: String, _ original: String, _ replacement: String)
    -> RuleExample
  {
    RuleExample(code: nil, path: path, original: original, replacement: replacement)
  }
}

/// Every rule.
package enum Rules {
  /// The rules in the order in which they are listed.
  package static let all: [any Rule] = [
    KnownKeysRule(), UniqueIDsRule(), ReferencesResolveRule(), MinutesAddUpRule(),
    OutcomesTaughtRule(), OutcomesAssessedRule(), DoingIsNotTestedRule(), LanguagesCompleteRule(),
    TranslationsFreshRule(), AnswerKeysRule(), PairsAndOrdersRule(), EntryKeysRule(),
    ScoringRulesRule(), SurveyPoolRule(), RubricsRule(), KeyPositionRule(), FeedbackRule(),
    BlueprintRule(), FormItemsRule(), FormSectionsRule(), PoolsDisjointRule(), FormPoolsRule(),
    FormRepeatsRule(), EqualDrawRule(), FormTimeRule(), ItemStatisticsRule(),
    OverlaysRule(), NormalTextRule(), LeftoverRule(),
  ]
}
