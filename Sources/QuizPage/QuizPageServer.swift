package import Assessment
package import LocalServer
package import Text

/// Serves one sitting to a browser on this machine.
package struct QuizPageServer: Sendable {
  private let server: LocalServer
  private let page: QuizPage

  /// Begins to listen on a free port of 127.0.0.1; connections wait until `run`.
  ///
  /// - Parameters:
  ///   - isLarge: Whether everything is in large print, an accommodation.
  ///   - notice: What the person has to know before the first question; may be empty.
  ///   - participation: The notice whose question the person has to answer first; `nil` for none.
  ///   - random: Returns 64 bits that nobody can guess.
  /// - Throws: `LocalServerError.port` where no port is free.
  package init(
    isLarge: Bool, notice: LocalizedText, participation: ParticipationNotice? = nil,
    random: () -> UInt64
  ) throws(LocalServerError) {
    server = try LocalServer(port: 0)
    page = QuizPage(
      token: Self.secret(random), proof: Self.secret(random), port: server.port, isLarge: isLarge,
      notice: notice, participation: participation)
  }

  /// The address to open; it is a secret of the person who takes the test.
  package var address: String { page.address }

  /// 128 bits as 32 hexadecimal digits.
  private static func secret(_ random: () -> UInt64) -> String {
    [random(), random()].map { bits in
      let digits = String(bits, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
    .joined()
  }

  /// Serves the sitting until it is handed in, given back, or stopped.
  ///
  /// Each answer is durable before the next page is sent. An answer that cannot be made durable is
  /// answered with a page that says so, and then thrown.
  ///
  /// - Parameters:
  ///   - session: The sitting, which goes on where it is and is left where it went.
  ///   - marked: The ids of the items that the person marked, to look at them again.
  ///   - clockWaits: Whether the clock stands still until the first question is shown; for an
  ///     attempt that begins here.
  ///   - descriptor: What else is watched, such as standard input, or `nil`.
  ///   - stopsAtInterrupt: Whether Ctrl-C and the end of the program stop it.
  ///   - decide: Makes durable whether the results may count in reports.
  ///   - until: Is asked after each turn, with whether the watched descriptor can be read, which it
  ///     then has to read; true takes the sitting back to the terminal.
  /// - Returns: How it ended.
  /// - Throws: What the recorder said.
  package func run<Failure: Error>(
    _ session: inout QuizSession<Failure>, marked: inout Set<String>, clockWaits: Bool = false,
    watching descriptor: Int32? = nil, stopsAtInterrupt: Bool,
    decide: ((Bool) throws(Failure) -> Void)? = nil,
    until: (_ isReadable: Bool) -> Bool = { _ in false }
  ) throws(Failure) -> QuizPageEnding {
    var serving = Serving(
      page: page, session: session, state: QuizPageState(marked: marked, clockWaits: clockWaits),
      decide: decide)
    let isEnded = server.run(
      stopsAtInterrupt: stopsAtInterrupt, mostBody: QuizPage.mostBody, watching: descriptor,
      every: 250,
      until: { turn in
        if until(turn.isReadable) {
          serving.takeBack()
          return true
        }
        return serving.isEnded(at: turn.second)
      },
      answer: { serving.answer($0) })
    session = serving.session
    marked = serving.state.marked
    if let failure = serving.failure { throw failure }
    return serving.state.ending ?? (isEnded ? .returned : .stopped)
  }
}

/// A sitting while it is served: what it came to so far, and when the server may go.
private struct Serving<Failure: Error> {
  /// How long the server stays after the last page was sent, in seconds, so that its style sheet
  /// arrives too.
  private static var patience: Double { 1.5 }
  /// How long it stays after the end where nobody opens the last page.
  private static var mostPatience: Double { 60 }

  let page: QuizPage
  var session: QuizSession<Failure>
  var state: QuizPageState
  private let decide: ((Bool) throws(Failure) -> Void)?
  /// What the recorder said when it could not make something durable.
  var failure: Failure?
  private var isLastPageShown = false
  private var endedAt: Double?
  private var shownAt: Double?
  private var heartbeat: Heartbeat

  init(
    page: QuizPage, session: QuizSession<Failure>, state: QuizPageState,
    decide: ((Bool) throws(Failure) -> Void)?
  ) {
    self.decide = decide
    self.page = page
    self.session = session
    self.state = state
    heartbeat = Heartbeat(secondsUsed: session.secondsUsed)
  }

  /// Returns the answer to a request; what happened is durable then.
  mutating func answer(_ request: HTTPRequest) -> HTTPResponse {
    // After a failure nothing is taken any more, so that nothing seems to be saved.
    if failure != nil, request.method == "POST" { return page.failure(session.language) }
    if state.clockWaits { session.restartClock() }
    let reply = page.answer(request, session, state)
    guard decided(reply.decision), record(reply.events) else {
      isLastPageShown = true
      return page.failure(session.language)
    }
    state = reply.state
    if reply.isLastPage { isLastPageShown = true }
    return reply.response
  }

  /// Gives the sitting back to the terminal.
  mutating func takeBack() { state.ending = state.ending ?? .returned }

  /// Tells whether the server may go; hands in where the time is over.
  mutating func isEnded(at second: Double) -> Bool {
    if state.ending == nil, failure == nil { keepTime() }
    guard state.ending != nil || failure != nil else { return false }
    endedAt = endedAt ?? second
    if isLastPageShown { shownAt = shownAt ?? second }
    if let shownAt, second - shownAt >= Self.patience { return true }
    return endedAt.map { second - $0 >= Self.mostPatience } ?? false
  }

  /// Says now and then how much time is used, and hands in where none is left.
  private mutating func keepTime() {
    if state.clockWaits {
      session.restartClock()
    } else if session.isOver, !session.attempt.isSubmitted {
      guard record([.submitted]) else { return }
      state.ending = .submitted
      state.isTimeOver = true
    } else if session.timeLimit != nil, heartbeat.isDue(secondsUsed: session.secondsUsed) {
      _ = record([.moved(to: session.attempt.position)])
    }
  }

  private mutating func decided(_ included: Bool?) -> Bool {
    guard let included else { return true }
    do throws(Failure) {
      try decide?(included)
      return true
    } catch {
      failure = error
      return false
    }
  }

  private mutating func record(_ events: [Attempt.Event]) -> Bool {
    do throws(Failure) {
      for event in events {
        try session.apply(event)
        heartbeat.recorded(secondsUsed: session.secondsUsed)
      }
      return true
    } catch {
      failure = error
      return false
    }
  }
}
