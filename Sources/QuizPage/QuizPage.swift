package import Assessment
package import LocalServer
package import Text

/// A sitting as pages of a browser: what is answered to which request, as a function of the two.
///
/// Nothing here waits, writes or keeps anything. A request that changes something comes back as
/// events, which have to be durable before the answer is sent; the answer is always to open another
/// page, so that reloading sends nothing twice.
package struct QuizPage: Sendable {
  /// What stands in the path of every page: whoever does not know it finds nothing.
  package var token: String
  /// What stands in every form: a page that cannot read ours cannot send one.
  package var proof: String
  /// The port, which the `Host` of a request has to name.
  package var port: Int
  /// Whether everything is in large print, an accommodation.
  package var isLarge: Bool
  /// What the person has to know before the first question; may be empty.
  package var notice: LocalizedText
  /// The notice whose question the person has to answer before the first question; `nil` for none.
  package var participation: ParticipationNotice?

  /// The most bytes of a form: an essay of Khmer letters, each coded as `%E1%9E%80`.
  package static let mostBody = 256 << 10

  /// Creates the pages of a sitting.
  package init(
    token: String, proof: String, port: Int, isLarge: Bool = false,
    notice: LocalizedText = LocalizedText(same: ""), participation: ParticipationNotice? = nil
  ) {
    self.participation = participation
    self.token = token
    self.proof = proof
    self.port = port
    self.isLarge = isLarge
    self.notice = notice
  }

  /// The address to open.
  package var address: String { "http://127.0.0.1:\(port)/\(token)/" }

  /// What a request comes to.
  package struct Reply: Sendable, Hashable {
    /// What to send, once the events are durable.
    package var response: HTTPResponse
    /// What happened in the attempt, in this order.
    package var events: [Attempt.Event] = []
    /// Whether the results may count in reports, where the person said so now.
    package var decision: Bool?
    /// What to remember beside it.
    package var state: QuizPageState
    /// Whether this is the last page that a person sees.
    package var isLastPage = false
  }

  /// Returns what a request comes to.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - session: The sitting; it is not changed.
  ///   - state: What was remembered beside it.
  /// - Returns: The answer, the events, and what to remember.
  package func answer<Failure: Error>(
    _ request: HTTPRequest, _ session: borrowing QuizSession<Failure>, _ state: QuizPageState
  ) -> Reply {
    let sitting = Sitting(session, state)
    var reply: Reply
    if let refusal = QuizPageGate(page: self).refusal(of: request) {
      reply = Reply(response: refusal, state: state)
    } else {
      reply = routed(request, sitting, state)
    }
    reply.response.fields += Self.fields
    reply.response.isHeadOnly = request.method == "HEAD"
    return reply
  }

  /// Returns the page that says that an answer could not be made durable.
  package func failure(_ language: Language) -> HTTPResponse {
    var response = pages(language).message(
      500, QuizPageMessages.notSavedTitle, [QuizPageMessages.notSaved], leadsBack: false)
    response.fields += Self.fields
    return response
  }

  /// What every answer says: nothing is kept, nothing runs or is shown that is not ours, no other
  /// page looks in.
  private static let fields = [
    HTTPResponse.Field("Cache-Control", "no-store"),
    HTTPResponse.Field("X-Content-Type-Options", "nosniff"),
    // Without a referrer a browser would send forms without their origin.
    HTTPResponse.Field("Referrer-Policy", "same-origin"),
    HTTPResponse.Field("Cross-Origin-Resource-Policy", "same-origin"),
    HTTPResponse.Field("Cross-Origin-Opener-Policy", "same-origin"),
    HTTPResponse.Field("X-Frame-Options", "DENY"),
    HTTPResponse.Field(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"),
  ]

  private func pages(_ language: Language) -> PageFrame {
    PageFrame(page: self, text: PageText(language: language))
  }

  // MARK: Routes

  private func routed(
    _ request: HTTPRequest, _ sitting: Sitting, _ state: QuizPageState
  ) -> Reply {
    let path = String(Substring(request.rawPath.utf8.dropFirst(token.utf8.count + 2)))
    switch path {
    case "style.css": return Reply(response: QuizPageAssets.style, state: state)
    case "script.js": return Reply(response: QuizPageAssets.script, state: state)
    default: break
    }
    if state.ending == nil, sitting.attempt.isSubmitted || sitting.isOver {
      return over(sitting, state)
    }
    if let ending = state.ending { return ended(path, ending, sitting, state) }
    let asks = participation != nil && !state.hasDecided
    if asks, request.method != "POST", !path.isEmpty {
      return Reply(response: redirect(""), state: state)
    }
    if request.method == "POST" {
      guard path == "do" else { return notFound(sitting, state) }
      return taken(request, sitting, state)
    }
    return shown(path, request.query, sitting, state)
  }

  /// The time is over, or it was handed in elsewhere.
  private func over(_ sitting: Sitting, _ state: QuizPageState) -> Reply {
    var state = state
    state.ending = .submitted
    var reply = Reply(response: redirect("done"), state: state)
    if !sitting.attempt.isSubmitted {
      reply.events = [.submitted]
      reply.state.isTimeOver = true
    }
    return reply
  }

  private func ended(
    _ path: String, _ ending: QuizPageEnding, _ sitting: Sitting, _ state: QuizPageState
  ) -> Reply {
    let name = ending == .submitted ? "done" : "closed"
    guard path == name else { return Reply(response: redirect(name), state: state) }
    let frame = pages(sitting.language)
    let response =
      ending == .submitted
      ? EndPages(frame: frame, sitting: sitting).done(isTimeOver: state.isTimeOver)
      : frame.message(
        200, QuizPageMessages.closedTitle, [QuizPageMessages.closed], leadsBack: false)
    return Reply(response: response, state: state, isLastPage: true)
  }

  private func shown(
    _ path: String, _ query: [String: String], _ sitting: Sitting, _ state: QuizPageState
  ) -> Reply {
    let frame = pages(sitting.language)
    func reply(_ response: HTTPResponse) -> Reply { Reply(response: response, state: state) }
    switch path {
    case "":
      if let participation, !state.hasDecided {
        return reply(
          EndPages(frame: frame, sitting: sitting).start(notice, asking: participation))
      }
      guard sitting.attempt.position == 0, sitting.attempt.responses.isEmpty else {
        return reply(redirect(place(sitting.attempt.position, sitting)))
      }
      return reply(EndPages(frame: frame, sitting: sitting).start(notice))
    case "list":
      return reply(ReviewPages(frame: frame, sitting: sitting, state: state).list(query))
    case "confirm":
      return reply(ReviewPages(frame: frame, sitting: sitting, state: state).confirm())
    default:
      guard path.utf8.starts(with: "q/".utf8), path.utf8.count <= 6,
        let number = Int(Substring(path.utf8.dropFirst(2))),
        sitting.form.items.indices.contains(number - 1), path == "q/\(number)"
      else { return notFound(sitting, state) }
      var (begun, running) = (state, sitting)
      begun.clockWaits = false
      running.clockWaits = false
      let question = QuestionPage(
        frame: frame, sitting: running, state: state, index: number - 1)
      return Reply(response: question.response(query), state: begun)
    }
  }

  private func notFound(_ sitting: Sitting, _ state: QuizPageState) -> Reply {
    let response = pages(sitting.language).message(
      404, QuizPageMessages.refusedTitle, [QuizPageMessages.noPage], leadsBack: true)
    return Reply(response: response, state: state)
  }

  // MARK: Forms

  private func taken(
    _ request: HTTPRequest, _ sitting: Sitting, _ state: QuizPageState
  ) -> Reply {
    func refused(_ status: Int, _ text: LocalizedText) -> Reply {
      let response = pages(sitting.language).message(
        status, QuizPageMessages.refusedTitle, [text], leadsBack: true)
      return Reply(response: response, state: state)
    }
    guard request.body.count <= Self.mostBody else {
      return refused(413, QuizPageMessages.tooLarge)
    }
    guard let form = request.form.flatMap(SentForm.init) else {
      return refused(400, QuizPageMessages.notUnderstood)
    }
    guard QuizPageGate.areEqual(form.proof, proof) else {
      return refused(403, QuizPageMessages.staleForm)
    }
    if participation != nil, !state.hasDecided {
      return decided(form.action, sitting, state) ?? refused(400, QuizPageMessages.notUnderstood)
    }
    if let id = form.item, form.action.isOfQuestion {
      guard let index = sitting.form.items.firstIndex(where: { $0.id == id }) else {
        return refused(400, QuizPageMessages.notUnderstood)
      }
      // Whoever sends a question's form has seen the question.
      var (state, sitting) = (state, sitting)
      state.clockWaits = false
      sitting.clockWaits = false
      let taking = AnswerTaking(page: self, form: form, index: index, sitting: sitting)
      switch taking.result(state) {
      case .reply(let reply): return reply
      case .problems(let problems, let values):
        let question = QuestionPage(
          frame: pages(sitting.language), sitting: sitting, state: state, index: index)
        let response = question.response(correcting: problems, values: values, form: form)
        return Reply(response: response, state: state)
      case .refused: return refused(400, QuizPageMessages.notUnderstood)
      }
    }
    return walked(form.action, sitting, state) ?? refused(400, QuizPageMessages.notUnderstood)
  }

  /// What the buttons under the notice do; the others wait until it is answered.
  private func decided(
    _ action: SentForm.Action, _ sitting: Sitting, _ state: QuizPageState
  ) -> Reply? {
    guard action == .agree || action == .decline else {
      return action == .terminal ? walked(action, sitting, state) : nil
    }
    var state = state
    state.hasDecided = true
    var reply = moved(to: sitting.attempt.position, sitting, state)
    reply.decision = action == .agree
    return reply
  }

  /// What buttons outside of questions do.
  private func walked(
    _ action: SentForm.Action, _ sitting: Sitting, _ state: QuizPageState
  ) -> Reply? {
    switch action {
    case .start: return moved(to: sitting.attempt.position, sitting, state)
    case .open(let index):
      guard sitting.form.items.indices.contains(index) else { return nil }
      return moved(to: index, sitting, state)
    case .questions:
      let open = sitting.unanswered.first
      let index = sitting.form.items.firstIndex { $0.id == open }
      return moved(to: index ?? max(0, sitting.form.items.count - 1), sitting, state)
    case .confirm: return Reply(response: redirect("confirm"), state: state)
    case .terminal:
      var state = state
      state.ending = .returned
      return Reply(response: redirect("closed"), state: state)
    case .submit:
      var state = state
      state.ending = .submitted
      return Reply(response: redirect("done"), events: [.submitted], state: state)
    // Sent again from a page that was kept: it was answered already.
    case .agree, .decline: return moved(to: sitting.attempt.position, sitting, state)
    case .next, .back, .save, .list, .check, .clear, .shown, .move: return nil
    }
  }

  private func moved(to index: Int, _ sitting: Sitting, _ state: QuizPageState) -> Reply {
    let events: [Attempt.Event] = sitting.attempt.position == index ? [] : [.moved(to: index)]
    return Reply(response: redirect(place(index, sitting)), events: events, state: state)
  }

  /// The path of the page at a position.
  func place(_ position: Int, _ sitting: Sitting) -> String {
    position < sitting.form.items.count ? "q/\(position + 1)" : "list"
  }

  /// Sends the browser to a page, which it then gets anew (RFC 9110, 15.4.4).
  func redirect(_ path: String) -> HTTPResponse {
    HTTPResponse(303, fields: [HTTPResponse.Field("Location", "/\(token)/\(path)")])
  }
}
