import CQuizPage

/// How a page is opened in the person's browser.
package enum BrowserOpening {
  /// Returns the program and its arguments that open an address, or `nil` where no window can be
  /// shown: then a person opens it.
  ///
  /// `BROWSER` names programs between colons, of which the first counts; `%s` in it stands for the
  /// address, and `%%` for a percent sign. Without it, `xdg-open` knows the browser.
  ///
  /// - Parameters:
  ///   - address: The address; nothing but `http` on this machine is opened.
  ///   - environment: The environment.
  /// - Returns: The words of the command; no shell reads them.
  package static func command(
    opening address: String, environment: [String: String]
  ) -> [String]? {
    guard address.utf8.starts(with: "http://127.0.0.1:".utf8),
      ["DISPLAY", "WAYLAND_DISPLAY"].contains(where: { !(environment[$0] ?? "").isEmpty })
    else { return nil }
    let wanted =
      (environment["BROWSER"] ?? "").utf8
      .split(separator: UInt8(ascii: ":")).first.map { String(Substring($0)) } ?? ""
    let words = wanted.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return ["xdg-open", address] }
    let filled = words.map { filling($0, with: address) }
    return filled.contains(where: \.isFilled)
      ? filled.map(\.word) : filled.map(\.word) + [address]
  }

  private static func filling(
    _ word: String, with address: String
  ) -> (word: String, isFilled: Bool) {
    var result = String.UnicodeScalarView()
    var isFilled = false
    var isMark = false
    for scalar in word.unicodeScalars {
      if isMark {
        isMark = false
        if scalar == "s" {
          result.append(contentsOf: address.unicodeScalars)
          isFilled = true
        } else {
          if scalar != "%" { result.append("%") }
          result.append(scalar)
        }
      } else if scalar == "%" {
        isMark = true
      } else {
        result.append(scalar)
      }
    }
    if isMark { result.append("%") }
    return (String(result), isFilled)
  }

  /// Starts a program and does not wait for it.
  ///
  /// - Parameter command: Its name and arguments.
  /// - Returns: Whether it began.
  package static func start(_ command: [String]) -> Bool {
    guard !command.isEmpty, !command.contains(where: { $0.utf8.contains(0) }) else { return false }
    let words = command.flatMap { (word: String) -> [UInt8] in Array(word.utf8) + [0] }
    return sala_quiz_page_spawn(words, words.count) == 0
  }
}
