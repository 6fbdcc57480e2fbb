import Assessment
import QuizPage
import Terminal
import Text

/// Carries a sitting to the person's browser and back; the journal and the engine stay the same.
struct QuizInBrowser {
  let language: Language
  /// Whether everything is in large print, an accommodation.
  var isLarge = false
  /// What the person has to know before the first question; may be empty.
  var notice = LocalizedText(same: "")

  /// How the person comes back to the terminal.
  struct Key {
    /// What to press, in words.
    var words: LocalizedText
    /// The descriptor on which the key arrives.
    var descriptor: Int32
    /// Reads what arrived; returns whether it was the key.
    var isPressed: () -> Bool
    /// Tells at every turn whether a signal came or the terminal went away, where a screen and not
    /// the server sees to that.
    var isGone: () -> Bool = { false }

    /// Enter, in a terminal that is not in the hands of a screen.
    static func enter(_ console: Console) -> Key {
      Key(
        words: QuizInBrowserWords.pressEnter, descriptor: 0,
        isPressed: {
          _ = console.readLine()
          return true
        })
    }
  }

  /// Serves a sitting until it is handed in, comes back, or is stopped.
  ///
  /// The first line on standard output is the address alone, so that programs can open it.
  ///
  /// - Parameters:
  ///   - session: The sitting, which is left where it went.
  ///   - marked: The ids of the items that the person marked, to look at them again.
  ///   - clockWaits: Whether the clock stands still until the first question is shown; for an
  ///     attempt that begins in the page.
  ///   - key: How the person comes back; `nil` where nobody sits at the terminal.
  ///   - stopsAtInterrupt: Whether Ctrl-C stops it; false where a screen sees to that.
  ///   - console: The console.
  ///   - participation: The notice whose question is still open; `nil` where there is none.
  ///   - decide: Makes the answer to it durable: whether the results may count in reports.
  /// - Returns: How it ended; after `.returned` the sitting goes on in the terminal. `nil` where no
  ///   port is free, which was said.
  /// - Throws: What the recorder said.
  func run<Failure: Error>(
    _ session: inout QuizSession<Failure>, marked: inout Set<String>, clockWaits: Bool = false,
    key: Key?, stopsAtInterrupt: Bool, console: Console,
    participation: ParticipationNotice? = nil,
    decide: ((Bool) throws(Failure) -> Void)? = nil
  ) throws(Failure) -> QuizPageEnding? {
    guard
      let server = try? QuizPageServer(
        isLarge: isLarge, notice: notice, participation: participation, random: console.random)
    else {
      say(QuizInBrowserWords.noPort, console)
      return nil
    }
    console.line(server.address)
    let command = BrowserOpening.command(
      opening: server.address, environment: console.environment)
    let isOpened = console.isInteractive && command.map(BrowserOpening.start) ?? false
    say(isOpened ? QuizInBrowserWords.opened : QuizInBrowserWords.open, console)
    say(key?.words ?? QuizInBrowserWords.interrupt, console)
    let ending = try server.run(
      &session, marked: &marked, clockWaits: clockWaits, watching: key?.descriptor,
      stopsAtInterrupt: stopsAtInterrupt, decide: decide,
      until: { isReadable in
        guard let key else { return false }
        return key.isGone() || (isReadable && key.isPressed())
      })
    switch ending {
    case .returned: say(QuizInBrowserWords.returned, console)
    case .stopped: say(QuizInBrowserWords.stopped, console)
    case .submitted: break
    }
    return ending
  }

  private func say(_ text: LocalizedText, _ console: Console) {
    console.note(text.text(in: language))
  }
}

/// The words about a quiz in a browser, in the terminal.
enum QuizInBrowserWords {
  static let opened = LocalizedText(
    en: "The test opens in your browser; if it does not, open this address there.",
    km: "តេស្តកំពុងបើកក្នុងកម្មវិធីរុករករបស់អ្នក។ បើមិនបើកទេ សូមបើកអាសយដ្ឋាននេះដោយខ្លួនឯង។")
  static let open = LocalizedText(
    en: "Open this address in a browser on this machine. It is yours alone: do not pass it on.",
    km: "សូមបើកអាសយដ្ឋាននេះក្នុងកម្មវិធីរុករកលើម៉ាស៊ីននេះ។ អាសយដ្ឋាននេះសម្រាប់តែអ្នក សូមកុំចែករំលែក។")
  static let pressEnter = LocalizedText(
    en: "Press Enter here to go on in the terminal; what the page has not saved is lost then.",
    km: "ចុច Enter នៅទីនេះ ដើម្បីបន្តក្នុងស្ថានីយកុំព្យូទ័រ។ អ្វីដែលទំព័រមិនទាន់រក្សាទុក នឹងបាត់បង់។")
  static let interrupt = LocalizedText(
    en: "Press Ctrl-C to stop; the same command goes on later.",
    km: "ចុច Ctrl-C ដើម្បីឈប់។ ពាក្យបញ្ជាដដែលនឹងបន្តពេលក្រោយ។")
  static let returned = LocalizedText(
    en: "The test goes on here.", km: "តេស្តបន្តនៅទីនេះ។")
  static let stopped = LocalizedText(
    en: "Not handed in. Your answers are saved; the same command goes on where you stopped.",
    km: "មិនទាន់ប្រគល់ទេ។ ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុក។ ពាក្យបញ្ជាដដែលនឹងបន្តពីកន្លែងដែលអ្នកបានឈប់។")
  static let noPort = LocalizedText(
    en: "No page can be shown: no port of this machine is free.",
    km: "មិនអាចបង្ហាញទំព័របានទេ ព្រោះគ្មានច្រកទំនេរនៅលើម៉ាស៊ីននេះ។")
}
