package import Assessment
package import Text

/// Runs a quiz on the whole screen: keys in, events to the engine, changes of the screen out.
package struct ScreenRun<Failure: Error> {
  /// What is said before the first question.
  package var notice: [LocalizedText] = []
  /// The ways to draw text, the best one first.
  package var drawings: [DrawingChoice] = [.plain]
  /// The id of the drawing that the person chose before, or `nil`.
  package var drawing: String?
  /// Remembers the drawing that the person chooses.
  package var remember: (String) -> Void = { _ in }
  /// The ids of the questions that were marked before.
  package var flagged: Set<String> = []
  /// Remembers a mark on a question, or that it was taken off.
  package var keepFlag: (_ item: String, _ isFlagged: Bool) -> Void = { _, _ in }
  /// Goes on with the sitting in a page, which may change the marks as well; `nil` where there is
  /// none.
  package var openPage: OpenPage?
  /// What is asked of the terminal first, to know what it can show; `nil` asks nothing.
  package var question: TerminalQuestion?
  /// Whether styles may be used: not under NO_COLOR.
  package var usesStyles = true
  /// Turns Markdown into plain text.
  package var plain: (String) -> String

  /// Creates a run with nothing but letters.
  package init(plain: @escaping (String) -> String) {
    self.plain = plain
  }

  /// Goes on with a sitting elsewhere until it ends or comes back.
  package typealias OpenPage =
    (_ session: inout QuizSession<Failure>, _ marked: inout Set<String>) throws(Failure)
    -> PageEnding

  /// How a sitting ended.
  package enum Ending: Sendable, Hashable {
    /// It was handed in.
    case submitted
    /// The person stopped; the attempt can be resumed.
    case stopped
    /// A signal ended it; the attempt can be resumed.
    case ended(EndSignal)
    /// Nobody is at the other end any more; the attempt can be resumed.
    case closed
    /// The terminal could not be taken over; nothing was shown.
    case unavailable
  }

  /// The seconds without a byte after which a held Escape is a key of its own.
  private static var escapeWait: Double { 0.05 }
  /// The seconds without a byte after which a paste has lost its end.
  private static var pasteWait: Double { 2 }
  /// The seconds without a key after which a text that is being typed is saved.
  private static var idleWait: Double { 3 }
  /// The seconds for which keys are dropped after the question whether to hand in shows: over a
  /// slow line what was typed ahead is still on its way.
  private static var deafTime: Double { 0.3 }

  /// Runs until the attempt is handed in or the sitting ends.
  ///
  /// - Parameters:
  ///   - session: The sitting.
  ///   - device: The terminal; it is given back as it was, whatever happens.
  ///   - clock: Seconds of a clock that never goes back.
  /// - Returns: How it ended.
  /// - Throws: What the recorder said; then the terminal was given back, too.
  package func run(
    _ session: inout QuizSession<Failure>, on device: any ScreenDevice, clock: () -> Double
  ) throws(Failure) -> Ending {
    guard device.enter() else { return .unavailable }
    defer { device.leave() }
    let drawings = question?.ask(device, clock: clock) ?? self.drawings
    var loop = Loop(
      quiz: quiz(session, drawings, size: device.size), painter: painter,
      heartbeat: Heartbeat(secondsUsed: session.secondsUsed))
    while true {
      if loop.isBeating(session) { try session.apply(.moved(to: session.attempt.position)) }
      let effects = loop.quiz.tick(
        secondsLeft: session.secondsLeft, isOver: loop.quiz.isTiming && session.isOver)
      if let ending = try carryOut(effects, &loop, &session, device, clock) { return ending }
      if !loop.paint(on: device) {
        // A signal may have cut the writing short; else nobody is at the other end any more.
        if case .ended(let signal) = device.next(timeout: 0) {
          _ = try carryOut(loop.quiz.end(), &loop, &session, device, clock)
          return .ended(signal)
        }
        return try closed(&loop, &session)
      }
      let event = device.next(timeout: loop.timeout(clock(), session))
      if let ending = try take(event, &loop, &session, device, clock) { return ending }
    }
  }

  private var painter: ScreenPainter { ScreenPainter(usesStyles: usesStyles) }

  private func quiz(
    _ session: QuizSession<Failure>, _ drawings: [DrawingChoice], size: ScreenSize
  ) -> ScreenQuiz {
    ScreenQuiz(
      session, size: size, notice: notice, drawings: drawings, drawing: drawing, flagged: flagged,
      canOpenPage: openPage != nil, plain: plain)
  }

  /// What the loop remembers between two events.
  private struct Loop {
    var quiz: ScreenQuiz
    let painter: ScreenPainter
    /// Says when a sign of life is due.
    var heartbeat: Heartbeat
    var shown: Screen?
    var decoder = KeyDecoder()
    /// When the last byte came.
    var lastByte = 0.0
    /// Until when keys are dropped.
    var deafUntil = 0.0

    /// Writes what changed; `false` where nobody is at the other end.
    mutating func paint(on device: any ScreenDevice) -> Bool {
      let screen = quiz.screen()
      let change = painter.paint(screen, over: shown)
      shown = screen
      return change.isEmpty || device.write(change)
    }

    /// Whether a sign of life is due: a limit runs, and nothing was recorded for a while.
    mutating func isBeating(_ session: QuizSession<Failure>) -> Bool {
      guard session.timeLimit != nil, quiz.isTiming, !session.attempt.isSubmitted else {
        return false
      }
      return heartbeat.isDue(secondsUsed: session.secondsUsed)
    }

    /// How long to wait for the next event.
    func timeout(_ now: Double, _ session: QuizSession<Failure>) -> Double? {
      var waits: [Double] = []
      if decoder.isInPaste {
        waits.append(lastByte + ScreenRun.pasteWait - now)
      } else if decoder.isPending {
        waits.append(lastByte + ScreenRun.escapeWait - now)
      }
      if quiz.hasUnsavedText { waits.append(lastByte + ScreenRun.idleWait - now) }
      if let next = quiz.secondsToNextTime {
        waits.append(next)
        waits.append(heartbeat.secondsLeft(secondsUsed: session.secondsUsed))
      }
      return waits.min().map { max(0, $0) }
    }
  }

  private func take(
    _ event: DeviceEvent, _ loop: inout Loop, _ session: inout QuizSession<Failure>,
    _ device: any ScreenDevice, _ clock: () -> Double
  ) throws(Failure) -> Ending? {
    switch event {
    case .bytes(let bytes):
      let now = clock()
      loop.lastByte = now
      let keys = loop.decoder.feed(bytes)
      return now < loop.deafUntil ? nil : try press(keys, &loop, &session, device, clock)
    case .timeout: return try wake(&loop, &session, device, clock)
    case .resized:
      loop.quiz.size = device.size
      loop.shown = nil
    case .suspended: suspend(.program, &loop, device)
    case .continued:
      // The shell may have set the terminal to its own mode meanwhile.
      device.leave()
      guard device.enter() else { return try closed(&loop, &session) }
      loop.quiz.size = device.size
      loop.shown = nil
    case .ended(let signal):
      _ = try carryOut(loop.quiz.end(), &loop, &session, device, clock)
      return .ended(signal)
    case .closed: return try closed(&loop, &session)
    }
    return nil
  }

  /// Nothing came: a held Escape was one, a paste lost its end, a text is saved.
  private func wake(
    _ loop: inout Loop, _ session: inout QuizSession<Failure>, _ device: any ScreenDevice,
    _ clock: () -> Double
  ) throws(Failure) -> Ending? {
    let quiet = clock() - loop.lastByte
    if loop.decoder.isInPaste {
      guard quiet >= Self.pasteWait else { return nil }
      return try press(loop.decoder.endPaste(), &loop, &session, device, clock)
    }
    if loop.decoder.isPending, quiet >= Self.escapeWait {
      return try press(loop.decoder.flush(), &loop, &session, device, clock)
    }
    if loop.quiz.hasUnsavedText, quiet >= Self.idleWait {
      // What cannot be saved yet is not tried again before the next key.
      loop.lastByte = .infinity
      return try carryOut(loop.quiz.idle(), &loop, &session, device, clock)
    }
    return nil
  }

  private func press(
    _ keys: [Key], _ loop: inout Loop, _ session: inout QuizSession<Failure>,
    _ device: any ScreenDevice, _ clock: () -> Double
  ) throws(Failure) -> Ending? {
    for key in keys {
      let effects = loop.quiz.take(key)
      if let ending = try carryOut(effects, &loop, &session, device, clock) { return ending }
      if effects.contains(.dropTypeAhead) { return nil }
    }
    return nil
  }

  /// Carries out effects in order; what is recorded is on the disk before anything is painted.
  private func carryOut(
    _ effects: [ScreenQuiz.Effect], _ loop: inout Loop, _ session: inout QuizSession<Failure>,
    _ device: any ScreenDevice, _ clock: () -> Double
  ) throws(Failure) -> Ending? {
    for effect in effects {
      switch effect {
      case .record(let event):
        try session.apply(event)
        loop.heartbeat.recorded(secondsUsed: session.secondsUsed)
      case .begin:
        session.restartClock()
        loop.heartbeat = Heartbeat(secondsUsed: session.secondsUsed)
      case .openPage:
        if let openPage {
          if let ending = try visit(openPage, &loop, &session, device) { return ending }
        }
      case .chose(let id): remember(id)
      case .spoke: break
      case .flagged(let item, let isFlagged): keepFlag(item, isFlagged)
      case .dropTypeAhead:
        device.drain()
        loop.decoder = KeyDecoder()
        loop.deafUntil = clock() + Self.deafTime
      case .suspend: suspend(.job, &loop, device)
      case .repaint: loop.shown = nil
      case .stop(let signal): return signal.map { .ended($0) } ?? .stopped
      case .finish: return .submitted
      }
    }
    return nil
  }

  /// Hands the terminal and the sitting to the page, and takes them back.
  private func visit(
    _ openPage: OpenPage, _ loop: inout Loop, _ session: inout QuizSession<Failure>,
    _ device: any ScreenDevice
  ) throws(Failure) -> Ending? {
    device.leave()
    var marked = loop.quiz.flagged
    let ending = try openPage(&session, &marked)
    for item in marked.symmetricDifference(loop.quiz.flagged).sorted() {
      keepFlag(item, marked.contains(item))
    }
    if ending == .stopped { return .stopped }
    guard device.enter() else { return .closed }
    device.drain()
    loop.decoder = KeyDecoder()
    loop.heartbeat.recorded(secondsUsed: session.secondsUsed)
    loop.quiz.size = device.size
    loop.shown = nil
    let effects = loop.quiz.goOn(with: session.attempt, flagged: marked)
    return effects.contains(.finish) ? .submitted : nil
  }

  private func suspend(_ reach: SuspendReach, _ loop: inout Loop, _ device: any ScreenDevice) {
    device.suspend(reach)
    loop.decoder = KeyDecoder()
    loop.quiz.size = device.size
    loop.shown = nil
  }

  /// The window is gone: what was typed is saved, and nothing is said to anybody.
  private func closed(
    _ loop: inout Loop, _ session: inout QuizSession<Failure>
  ) throws(Failure) -> Ending {
    for case .record(let event) in loop.quiz.end() { try session.apply(event) }
    return .closed
  }
}
