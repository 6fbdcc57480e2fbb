/// Reads the lines of which a journal has the most without the general decoder.
///
/// It gives what that decoder gives, or `nil` where a line is of another kind or written in
/// another form; then the general decoder reads it.
enum FastFactReading {
  /// Returns the record of a line, or `nil`.
  static func envelope(_ json: UnsafeBufferPointer<UInt8>) -> JournalEnvelope? {
    var scanner = CanonicalScanner(json)
    guard scanner.skip(#"{"fact":"#), let fact = fact(&scanner) else { return nil }
    var more: Int?
    if scanner.skip(#","more":"#) {
      guard let count = scanner.integer() else { return nil }
      more = count
    }
    var salt: String?
    if scanner.skip(#","salt":"#) {
      guard let text = scanner.string() else { return nil }
      salt = text
    }
    guard scanner.skip(#","seq":"#), let seq = scanner.integer(), scanner.skip(#","time":"#),
      let time = scanner.string(), scanner.skip("}"), scanner.isAtEnd
    else { return nil }
    return JournalEnvelope(seq: seq, time: time, more: more, salt: salt, fact: fact)
  }

  private static func fact(_ scanner: inout CanonicalScanner) -> Fact? {
    if scanner.skip(#"{"answers":["#) { return row(&scanner) }
    if scanner.skip(#"{"attempt":"#) { return answer(&scanner) }
    if scanner.skip(#"{"code":"#) { return enrollment(&scanner) }
    return nil
  }

  private static func row(_ scanner: inout CanonicalScanner) -> Fact? {
    var answers: [String] = []
    answers.reserveCapacity(64)
    if !scanner.skip("]") {
      repeat {
        guard let answer = scanner.string() else { return nil }
        answers.append(answer)
      } while scanner.skip(",")
      guard scanner.skip("]") else { return nil }
    }
    guard scanner.skip(#","batch":"#), let batch = scanner.string(),
      scanner.skip(#","code":"#), let code = scanner.string()
    else { return nil }
    var elapsed: Int?
    if scanner.skip(#","elapsed":"#) {
      guard let used = scanner.integer() else { return nil }
      elapsed = used
    }
    guard scanner.skip(#","kind":"row-imported""#) else { return nil }
    var repetition: Int?
    if scanner.skip(#","repetition":"#) {
      guard let number = scanner.integer() else { return nil }
      repetition = number
    }
    var times: (started: String?, submitted: String?)
    if scanner.skip(#","startedAt":"#) {
      guard let time = scanner.string() else { return nil }
      times.started = time
    }
    if scanner.skip(#","submittedAt":"#) {
      guard let time = scanner.string() else { return nil }
      times.submitted = time
    }
    guard scanner.skip(#","won":"#),
      let won = scanner.array(
        ofAbout: answers.count,
        { scanner -> Double?? in
          scanner.skip("null") ? .some(nil) : scanner.number().map { .some($0) }
        }), scanner.skip("}")
    else { return nil }
    var record = RowRecord(batch: batch, code: code, answers: answers, won: won)
    record.elapsed = elapsed
    record.repetition = repetition
    record.startedAt = times.started
    record.submittedAt = times.submitted
    return .rowImported(record)
  }

  private static func answer(_ scanner: inout CanonicalScanner) -> Fact? {
    guard let attempt = scanner.string() else { return nil }
    var elapsed: Int?
    if scanner.skip(#","elapsed":"#) {
      guard let used = scanner.integer() else { return nil }
      elapsed = used
    }
    guard scanner.skip(#","item":"#), let item = scanner.string(),
      scanner.skip(#","kind":"answer-given","response":{"kind":"#),
      let name = scanner.string(), let kind = RecordedResponse.Kind(rawValue: name),
      scanner.skip(#","text":"#), let text = scanner.string(), scanner.skip("}}")
    else { return nil }
    return .answerGiven(
      AnswerRecord(
        attempt: attempt, item: item, recorded: RecordedResponse(kind: kind, text: text),
        elapsed: elapsed))
  }

  private static func person(_ code: String, _ scanner: inout CanonicalScanner) -> Fact? {
    var person = PersonAttributes(code: code)
    if scanner.skip(#","organisation":"#) {
      guard let text = scanner.string() else { return nil }
      person.organisation = text
    }
    if scanner.skip(#","province":"#) {
      guard let text = scanner.string() else { return nil }
      person.province = text
    }
    if scanner.skip(#","role":"#) {
      guard let text = scanner.string() else { return nil }
      person.role = text
    }
    if scanner.skip(#","sex":"#) {
      guard let text = scanner.string() else { return nil }
      person.sex = text
    }
    return scanner.skip("}") ? .personDescribed(person) : nil
  }

  private static func enrollment(_ scanner: inout CanonicalScanner) -> Fact? {
    guard let code = scanner.string() else { return nil }
    if scanner.skip(#","kind":"person-described""#) { return person(code, &scanner) }
    guard scanner.skip(#","event":"#), let event = scanner.string(),
      scanner.skip(#","kind":"learner-enrolled","number":"#), let number = scanner.integer(),
      scanner.skip(#","sequence":"#), let name = scanner.string(),
      let sequence = FormSequence(rawValue: name), scanner.skip("}")
    else { return nil }
    return .learnerEnrolled(
      EnrollmentRecord(event: event, code: code, sequence: sequence, number: number))
  }
}
