import CQuizPage
import LocalServer

/// The style sheet and the script of the pages.
enum QuizPageAssets {
  /// The style sheet.
  static let style = HTTPResponse(
    type: "text/css; charset=utf-8",
    body: bytes(sala_quiz_page_style_bytes(), sala_quiz_page_style_length))

  /// The script, without which everything works too.
  static let script = HTTPResponse(
    type: "text/javascript; charset=utf-8",
    body: bytes(sala_quiz_page_script_bytes(), sala_quiz_page_script_length))

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }
}
