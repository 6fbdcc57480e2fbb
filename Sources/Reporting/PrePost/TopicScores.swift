import Assessment
import Psychometrics
import Records
import Text

/// The change of everybody in the questions of one competency or module.
struct TopicChange: Sendable {
  let topic: TestContent.Topic
  /// How many questions on it each form has, in the order of the forms.
  let questions: [Int]
  /// The change; `nil` where a form has no question on it.
  let change: PairedChange?

  /// From so many questions on each form on, intervals and tests are given.
  ///
  /// Below, the sub-score has so few steps, and leans so much on single questions, that an
  /// interval over people would claim more about the topic than its questions can bear. The means
  /// stay, as a hint where to look.
  static let minimumQuestions = 4

  var isMeasured: Bool { questions.contains { $0 > 0 } }
  var hasFewQuestions: Bool { (questions.min() ?? 0) < Self.minimumQuestions }
}

/// Scores the same people once more, on parts of the test.
struct TopicScores {
  let topics: [TestContent.Topic]
  /// The topic of a question, by the id of the question.
  let topicOf: (String) -> String?

  /// Returns the change of each topic, in the order of the topics.
  ///
  /// - Parameters:
  ///   - pairs: The people in the headline, all of them.
  ///   - forms: The ids of the forms.
  /// - Returns: One entry a topic.
  func changes(_ pairs: [MatchedPair], forms: [String]) -> [TopicChange] {
    let pre = pairs.map { parts($0.pre) }
    let post = pairs.map { parts($0.post) }
    return topics.map { topic in
      let questions = forms.map { form in
        let counts =
          zip(pairs, pre).filter { $0.0.pre.form == form }.map { $0.1[topic.id]?.count ?? 0 }
          + zip(pairs, post).filter { $0.0.post.form == form }.map { $0.1[topic.id]?.count ?? 0 }
        return counts.min() ?? 0
      }
      let before = pre.compactMap { $0[topic.id]?.percent }
      let after = post.compactMap { $0[topic.id]?.percent }
      let isWhole = !pairs.isEmpty && before.count == pairs.count && after.count == pairs.count
      return TopicChange(
        topic: topic, questions: questions,
        change: isWhole ? PairedChange(pre: before, post: after) : nil)
    }
  }

  private struct Part {
    var score = 0.0
    var maximum = 0.0
    var count = 0
    var percent: Double? { maximum > 0 ? 100 * score / maximum : nil }
  }

  private func parts(_ attempt: ScoredAttempt) -> [String: Part] {
    var parts: [String: Part] = [:]
    // An opinion wins nothing and is no question of any topic.
    for outcome in attempt.outcomes where outcome.maximum > 0 {
      guard let topic = topicOf(outcome.item) else { continue }
      parts[topic, default: Part()].score += outcome.score
      parts[topic, default: Part()].maximum += outcome.maximum
      parts[topic, default: Part()].count += 1
    }
    return parts
  }
}
