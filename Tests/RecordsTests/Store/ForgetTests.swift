import Assessment
import Testing
import Text

@testable import Records

@Suite("Forgetting a person")
struct ForgetTests {
  private let folder = TemporaryFolder()
  private static let code = "2222-2222"
  private static let secrets = ["ratanakiri", "a very rare office", "Provincial Hall"]

  private func store(_ name: String, device: String) throws -> Store {
    try Store.open("\(folder.path)/\(name)", options: .test(device: device))
  }

  /// A store in which two people are described, in one write with others.
  private func described(_ name: String, device: String) throws -> Store {
    let store = try store(name, device: device)
    try store.append(.eventCreated(Sample.event))
    try store.append([
      .learnerEnrolled(
        EnrollmentRecord(
          event: "kampot-1", code: Self.code, sequence: .firstThenSecond, number: 1)),
      .personDescribed(
        PersonAttributes(
          code: Self.code, sex: "female", province: "ratanakiri",
          organisation: "a very rare office")),
      .personDescribed(PersonAttributes(code: "other", sex: "male")),
    ])
    try store.append(.attemptStarted(Sample.attempt(Self.code)))
    try store.append(
      .personDescribed(PersonAttributes(code: Self.code, role: "Provincial Hall")))
    return store
  }

  /// Whether any file of a store holds one of the secrets.
  private func leaks(_ name: String) -> [String] {
    var files = ["index.sqlite", "index.sqlite-wal"].map { "\(name)/\($0)" }
    for folder in ["journals", "diverged"] {
      files += FileNames.all("\(self.folder.path)/\(name)/\(folder)").map {
        "\(name)/\(folder)/\($0)"
      }
    }
    return files.filter { file in
      let text = String(decoding: folder.bytes(file), as: UTF8.self)
      return Self.secrets.contains { text.contains($0) }
    }
  }

  @Test("erases what was said from every file, and keeps the results and the chain")
  func erased() throws {
    let store = try described("one", device: "alpha")
    #expect(!leaks("one").isEmpty)
    let length = folder.bytes("one/journals/alpha.journal").count
    let attempts = try store.attempts()
    let report = try store.forget(Self.code, reason: "asked for it", by: "ts")
    #expect(report == ForgetReport(code: Self.code, erased: 2, isRepeated: false))
    #expect(leaks("one").isEmpty)
    #expect(folder.bytes("one/journals/alpha.journal").count > length)
    #expect(try store.people().map(\.code) == ["other"])
    #expect(try store.attempts() == attempts)
    #expect(try store.events().first?.learners.count == 1)
    #expect(try store.check().isEmpty)
    let verified = try StoreVerification.store(store.folder)
    #expect(verified.isSound)
    #expect(verified.findings.map(\.code) == ["records-erased"])
    // Read again from the first byte, and written on.
    folder.removeIndex("one")
    let again = try self.store("one", device: "alpha")
    #expect(again.findings.isEmpty)
    try again.append(.personDescribed(PersonAttributes(code: Self.code, province: "kampot")))
    #expect(try again.people().map(\.code) == ["other"])
    #expect(try again.check().map(\.code) == ["attributes-remain"])
    #expect(try again.forget(Self.code, reason: "again").erased == 1)
    #expect(try again.check().isEmpty)
    #expect(try again.forget(Self.code, reason: "again").erased == 0)
    let error = #expect(throws: RecordsError.self) { try again.forget("none", reason: "x") }
    #expect(error?.code == "unknown-code")
  }

  @Test("gives everything that is erased a salt, so that nobody can try out what it was")
  func salt() throws {
    let store = try described("one", device: "alpha")
    let texts = SiteSample.texts(folder.bytes("one/journals/alpha.journal"))
    let people = texts.filter { $0.contains("person-described") }
    #expect(people.count == 3)
    let salts = people.compactMap { LineText.value("salt", in: Array($0.utf8)) }
    #expect(Set(salts).count == 3)
    #expect(texts.count { $0.contains("\"salt\"") } == 3)
    _ = try store.forget(Self.code, reason: "x")
    let bytes = folder.bytes("one/journals/alpha.journal")
    let left = SiteSample.texts(bytes).compactMap { LineText.value("salt", in: Array($0.utf8)) }
    #expect(left.count == 1)
  }

  @Test("reaches every store by merging, in whatever order, and older copies bring nothing back")
  func merged() throws {
    let first = try described("one", device: "alpha")
    let copy = try store("copy", device: "gamma")
    _ = try copy.merge(from: first.folder)
    let second = try store("two", device: "beta")
    _ = try second.merge(from: first.folder)
    try second.append(.personDescribed(PersonAttributes(code: Self.code, province: "ratanakiri")))
    _ = try second.forget(Self.code, reason: "asked for it")
    #expect(leaks("two").isEmpty)
    // An older copy, with everything still in it.
    #expect(!leaks("copy").isEmpty)
    #expect(try second.merge(from: copy.folder).findings.isEmpty)
    #expect(leaks("two").isEmpty)
    // The word reaches the store where the person was described.
    #expect(try first.merge(from: second.folder).findings.isEmpty)
    #expect(leaks("one").isEmpty)
    #expect(try first.people().map(\.code) == ["other"])
    #expect(try copy.merge(from: first.folder).findings.isEmpty)
    #expect(leaks("copy").isEmpty)
    // And a store that hears of all at once.
    let third = try store("three", device: "delta")
    _ = try third.merge(from: second.folder)
    #expect(leaks("three").isEmpty)
    let digests = Set(try [first, second, third, copy].map { try $0.index.digest() })
    #expect(digests.count == 1)
    for store in [first, second, third, copy] {
      #expect(try store.check().isEmpty)
      #expect(try StoreVerification.store(store.folder).isSound)
    }
  }

  @Test("drops what an unknown record says of the forgotten, and says that it is there")
  func late() throws {
    let first = try described("one", device: "alpha")
    let second = try store("two", device: "beta")
    try second.append(.personDescribed(PersonAttributes(code: Self.code, province: "ratanakiri")))
    _ = try first.forget(Self.code, reason: "asked for it")
    let report = try first.merge(from: second.folder)
    #expect(report.findings.map(\.code) == ["attributes-remain"])
    #expect(try first.people().map(\.code) == ["other"])
    _ = try first.forget(Self.code, reason: "asked for it")
    #expect(leaks("one").isEmpty)
    #expect(try second.merge(from: first.folder).findings.isEmpty)
    #expect(leaks("two").isEmpty)
    #expect(try first.index.digest() == second.index.digest())
  }

  @Test("lets no other line be taken out, whatever is written in its place")
  func abuse() throws {
    let store = try described("one", device: "alpha")
    _ = try store.forget(Self.code, reason: "asked for it")
    let whole = folder.bytes("one/journals/alpha.journal")
    let lines = whole.split(separator: 0x0A, omittingEmptySubsequences: true)
    for (seq, line) in lines.enumerated() where seq > 0 && ErasedLine(line, seq: seq) == nil {
      let hash = String(decoding: line.prefix(64), as: UTF8.self)
      let text =
        "\(hash) {\"erased\":\"\(Self.code)\",\"seq\":\(seq),\"time\":\"\(StoreOptions.noon)\"}"
      let padded =
        Array(text.utf8) + [UInt8](repeating: 0x20, count: max(0, line.count - text.utf8.count))
      var changed = lines.map(Array.init)
      changed[seq] = padded
      try folder.write(
        Array(changed.joined(separator: [0x0A])) + [0x0A], to: "one/journals/alpha.journal")
      let report = try StoreVerification.store(store.folder)
      #expect(report.files[0].fault?.kind == .changed)
      // Without the tombstone itself, the first line that it names is the first fault.
      #expect((report.files[0].fault?.record ?? .max) <= seq)
      let other = try self.store("other\(seq)", device: "beta")
      #expect(!(try other.merge(from: store.folder).findings).isEmpty)
      #expect(try other.knownCodes().isEmpty)
    }
  }

  @Test("needs a signed word to take out what was signed")
  func signed() throws {
    let sample = SiteSample("signed")
    let store = try sample.open()
    try sample.makeSite(store)
    try store.append(.personDescribed(PersonAttributes(code: Self.code, province: "ratanakiri")))
    try sample.take(store, code: Self.code)
    let report = try store.forget(Self.code, reason: "asked for it")
    #expect(report.erased == 1)
    #expect(try sample.verify().state == .signed)
    #expect(try sample.verify().files[0].erased == 1)
    // Somebody without the key, on another machine, says that the rest be forgotten too.
    let other = try Store.open("\(sample.folder.path)/other", options: .test(device: "beta"))
    try other.append(.personDescribed(PersonAttributes(code: "2222-2223")))
    try store.append(.personDescribed(PersonAttributes(code: "2222-2223", province: "kampot")))
    _ = try store.sign()
    _ = try other.merge(from: store.folder)
    _ = try other.forget("2222-2223", reason: "malice")
    let verified = try StoreVerification.store(other.folder)
    #expect(verified.files.map(\.fault?.kind) == [.erasedUnsigned, nil])
    let third = try Store.open("\(sample.folder.path)/third", options: .test(device: "gamma"))
    #expect(try third.merge(from: other.folder).findings.map(\.code).contains("signature-wrong"))
  }

  @Test("finishes what a crash interrupted, as soon as the store is opened")
  func crash() throws {
    let store = try described("one", device: "alpha")
    let whole = folder.bytes("one/journals/alpha.journal")
    _ = try store.forget(Self.code, reason: "asked for it")
    let after = folder.bytes("one/journals/alpha.journal")
    let tail = after.dropFirst(whole.count)
    var lines: [(file: String, offset: Int, line: [UInt8])] = []
    var start = 0
    for line in after.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(decoding: line, as: UTF8.self).contains("\"erased\":\"2") && start < whole.count {
        lines.append(("journals/alpha.journal", start, Array(line)))
      }
      start += line.count + 1
    }
    #expect(lines.count == 2)
    // The plan is on the disk, and half of one line is overwritten.
    try folder.write(whole + tail, to: "one/journals/alpha.journal")
    let files = StoreFiles(folder: store.folder)
    let plan =
      #"{"format":1,"lines":["#
      + lines.map {
        let text = String(decoding: $0.line, as: UTF8.self).split(
          separator: "\"", omittingEmptySubsequences: false
        )
        .joined(separator: "\\\"")
        return #"{"file":"\#($0.file)","offset":\#($0.offset),"text":"\#(text)"}"#
      }.joined(separator: ",") + "]}"
    try folder.write(Array(plan.utf8), to: "one/erasing.json")
    var half = whole + tail
    half.replaceSubrange(
      lines[0].offset + 70..<lines[0].offset + 120, with: [UInt8](repeating: 0x20, count: 50))
    try folder.write(half, to: "one/journals/alpha.journal")
    folder.removeIndex("one")
    let again = try self.store("one", device: "alpha")
    #expect(again.findings.isEmpty)
    #expect(folder.bytes("one/journals/alpha.journal") == after)
    #expect(folder.bytes("one/erasing.json").isEmpty)
    // A plan cannot reach out of the store, nor change anything but the same record.
    try folder.write(
      Array(#"{"format":1,"lines":[{"file":"../x","offset":0,"text":"y"}]}"#.utf8),
      to: "one/erasing.json")
    try files.finishErasing()
    #expect(folder.bytes("one/journals/alpha.journal") == after)
  }
}
