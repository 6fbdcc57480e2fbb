/// A place in a file that a person wrote.
package struct SourceLocation: Sendable, Hashable, Comparable {
  /// The path, as the person would type it.
  package var file: String
  /// The line, counted from 1; 0 means the file as a whole.
  package var line: Int
  /// The column, counted from 1 in Unicode scalars; 0 means the line as a whole.
  package var column: Int

  /// Creates a place.
  package init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders places by file, then line, then column.
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// How much a finding matters.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// The result would be wrong or missing: the command fails.
  case error
  /// The result is made, but a person should look.
  case warning
  /// Worth knowing.
  case note

  /// Orders severities from the gravest to the lightest.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

/// A finding about something a person wrote: what, where, and what to do about it.
///
/// A person's mistakes are values of this type, collected in one pass and never thrown one by one.
package struct Diagnostic: Sendable, Hashable {
  /// A stable name such as `unknown-key`, for machines and for looking things up.
  package var code: String
  /// How much it matters.
  package var severity: Severity
  /// Where it is.
  package var location: SourceLocation
  /// The headline, one sentence.
  package var message: LocalizedText
  /// What to do about it, one sentence.
  package var remedy: LocalizedText
  /// The line of the file, for the caret; empty where there is none.
  package var excerpt: String
  /// How many scalars the caret underlines, at least 1.
  package var length: Int
  /// Other places that belong to the finding, with why.
  package var related: [Related]
  /// The clause or requirement of a standard that is broken, such as `REQ_30.5`; empty where the
  /// rule is no standard's.
  package var requirement: String

  /// A second place that explains a finding.
  package struct Related: Sendable, Hashable {
    /// Where it is.
    package var location: SourceLocation
    /// What it has to do with the finding.
    package var message: LocalizedText

    /// Creates a related place.
    package init(location: SourceLocation, message: LocalizedText) {
      self.location = location
      self.message = message
    }
  }

  /// Creates a finding.
  package init(
    _ code: String, _ severity: Severity = .error, at location: SourceLocation,
    _ message: LocalizedText, remedy: LocalizedText, excerpt: String = "", length: Int = 1,
    related: [Related] = [], requirement: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.message = message
    self.remedy = remedy
    self.excerpt = excerpt
    self.length = max(1, length)
    self.related = related
    self.requirement = requirement
  }
}

extension Sequence<Diagnostic> {
  /// Tells whether any finding is an error.
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Returns the findings in the order a reader wants them: by place, then by severity.
  package var inReadingOrder: [Diagnostic] {
    sorted { left, right in
      if left.location != right.location { return left.location < right.location }
      if left.severity != right.severity { return left.severity < right.severity }
      return (left.code, left.message.en) < (right.code, right.message.en)
    }
  }
}
