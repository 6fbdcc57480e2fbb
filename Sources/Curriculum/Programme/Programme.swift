/// How the curriculum reaches people: cascade, delivery path, results framework.
package struct Programme: Sendable {
  /// Creates an empty programme.
  package init() {}
}
