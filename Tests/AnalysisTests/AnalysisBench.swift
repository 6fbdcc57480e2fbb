import Document
import FoundationEssentials
import Text

@testable import Analysis

/// Tables in a temporary folder, and what the analyses say of them.
enum AnalysisBench {
  /// Writes a table and returns its path.
  static func table(_ text: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "sala-analysis-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Runs an analysis of items.
  static func items(
    _ text: String, key: String? = nil, ignored: [String] = []
  ) throws -> (result: ItemsResult?, codes: [String]) {
    let collector = DiagnosticCollector()
    let request = ItemsRequest(
      path: try table(text), key: try key.map(table), ignored: ignored)
    return (request.run(collector), collector.diagnostics.map(\.code))
  }

  /// Runs an analysis of change.
  static func change(
    _ text: String, _ adjust: (inout ChangeRequest) -> Void = { _ in }
  ) throws -> (result: ChangeResult?, codes: [String]) {
    let collector = DiagnosticCollector()
    var request = ChangeRequest(path: try table(text), pre: "pre", post: "post")
    adjust(&request)
    return (request.run(collector), collector.diagnostics.map(\.code))
  }

  /// Tells whether a JSON text holds a number that is none.
  static func hasNaN(_ value: JSONValue) -> Bool {
    switch value {
    case .double(let number): !number.isFinite
    case .array(let values): values.contains(where: hasNaN)
    case .object(let object): object.keys.contains { object[$0].map(hasNaN) ?? false }
    default: false
    }
  }
}
