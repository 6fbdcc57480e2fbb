import Assessment
import Testing
import Text

@testable import Records

@Suite("A bundle")
struct BundleTests {
  private let sending = SiteSample("sending", device: "alpha")
  private let receiving = SiteSample("receiving", device: "beta")
  private let folder = TemporaryFolder()

  private var path: String { "\(folder.path)/week.bundle" }

  private func open(
    _ sample: SiteSample, time: String = StoreOptions.noon
  ) throws -> Store {
    try Store.open(sample.path, options: .test(device: sample.device, time: time))
  }

  /// Two stores with a key each, and what the sender needs of the receiver.
  private func pair() throws -> (sender: Store, receiver: Store, key: String) {
    let sender = try sending.open()
    try sending.makeSite(sender, seed: 1)
    try sending.take(sender, code: "2222-2222")
    let receiver = try open(receiving)
    try receiving.makeSite(receiver, seed: 2)
    let key = "\(folder.path)/receiver.key"
    try folder.write(try receiver.publicKey().bytes(), to: "receiver.key")
    return (sender, receiver, key)
  }

  private func code(_ body: () throws -> Void) -> String? {
    #expect(throws: RecordsError.self, performing: body)?.code
  }

  @Test("carries everything that happened to the site that it is for, once and again")
  func carried() throws {
    let (sender, receiver, key) = try pair()
    let made = try sender.bundle(to: .keyFile(key))
    try folder.write(made.bytes, to: "week.bundle")
    #expect(!String(decoding: made.bytes, as: UTF8.self).contains("2222"))
    #expect(!String(decoding: made.bytes, as: UTF8.self).contains("journals"))
    let contents = try receiver.contents(ofBundle: path)
    #expect(contents.sender.name == "Kampot" && !contents.isSenderKnown)
    #expect(contents.files.map(\.name) == ["journals/alpha.journal"])
    #expect(contents.files[0].records == contents.files[0].new)
    #expect(try receiver.events().isEmpty)
    let report = try receiver.merge(bundle: path)
    #expect((report.added, report.extended) == (1, 0))
    #expect(report.findings.map(\.code).contains("site-first-seen"))
    #expect(try receiver.attempts().count == 1)
    #expect(try receiver.contents(ofBundle: path).files[0].new == 0)
    #expect(try receiver.contents(ofBundle: path).isSenderKnown)
    let again = try receiver.merge(bundle: path)
    #expect((again.added, again.extended, again.unchanged, again.facts) == (0, 0, 1, 0))
    #expect(again.findings.map(\.code) == ["bundle-repeated"])
    try sending.take(sender, code: "3333-3333")
    try folder.write(try sender.bundle(to: .keyFile(key)).bytes, to: "week.bundle")
    #expect(try receiver.merge(bundle: path).extended == 1)
    #expect(try receiver.attempts().count == 2)
    #expect(try receiver.check().isEmpty)
    #expect(try StoreVerification.store(receiver.folder).isSound)
    for name in FileNames.all(receiver.folder) {
      #expect(!PosixFile.isOpenToOthers("\(receiver.folder)/\(name)"), "\(name)")
    }
  }

  @Test("is refused with any byte changed, cut or added, and nothing comes in")
  func changed() throws {
    let (sender, receiver, key) = try pair()
    let bytes = try sender.bundle(to: .keyFile(key)).bytes
    let before = try receiver.index.digest()
    let end = try #require(bytes.firstIndex(of: 0x0A))
    let places = Array(0...end) + stride(from: end + 1, to: bytes.count, by: 97)
    for place in places {
      var changed = bytes
      changed[place] ^= 1
      try folder.write(changed, to: "week.bundle")
      let code = code { _ = try receiver.merge(bundle: path) }
      #expect(
        [
          "not-a-bundle", "newer-bundle", "bundle-cut", "bundle-changed", "other-recipient",
        ].contains(code), "byte \(place)")
    }
    for length in [0, 1, end, end + 1, end + 2, bytes.count / 2, bytes.count - 1] {
      try folder.write(Array(bytes.prefix(length)), to: "week.bundle")
      let code = code { _ = try receiver.merge(bundle: path) }
      #expect(code == (length <= end ? "not-a-bundle" : "bundle-cut"), "\(length) bytes")
    }
    try folder.write(bytes + [0], to: "week.bundle")
    #expect(code { _ = try receiver.merge(bundle: path) } == "bundle-cut")
    let newer = String(decoding: bytes[...end], as: UTF8.self).split(separator: "\"format\":1")
      .joined(separator: "\"format\":2")
    try folder.write(Array(newer.utf8) + bytes[(end + 1)...], to: "week.bundle")
    #expect(code { _ = try receiver.merge(bundle: path) } == "newer-bundle")
    #expect(try receiver.index.digest() == before)
    #expect(code { _ = try receiver.merge(bundle: path + "x") } == "no-file")
  }

  @Test("for another site says so, and from a wrong clock is taken in with a warning")
  func others() throws {
    let (sender, receiver, key) = try pair()
    let third = try Store.open(
      "\(folder.path)/third", options: .test(device: "gamma"))
    _ = try third.makeSite(name: "Third", id: "00112233aabbcc09", secret: SiteSample.secret(9))
    _ = try third.publicKey()
    try folder.write(try sender.bundle(to: .keyFile(key)).bytes, to: "week.bundle")
    #expect(code { _ = try third.merge(bundle: path) } == "other-recipient")
    let ahead = try open(sending, time: "2030-01-01T00:00:00.000Z")
    try folder.write(try ahead.bundle(to: .keyFile(key)).bytes, to: "week.bundle")
    let report = try receiver.merge(bundle: path)
    #expect(report.findings.map(\.code).contains("bundle-from-future"))
    #expect(report.added == 1)
  }

  @Test("needs a key to sign with, and a site that is known")
  func recipients() throws {
    let (sender, receiver, key) = try pair()
    let plain = try Store.open("\(folder.path)/plain", options: .test(device: "gamma"))
    #expect(code { _ = try plain.bundle(to: .keyFile(key)) } == "no-site")
    #expect(code { _ = try sender.bundle(to: .site("Battambang")) } == "unknown-recipient")
    let bytes = folder.bytes("receiver.key")
    #expect(
      code {
        _ = try sender.trust(keyFile: bytes.dropLast(9).map { $0 }, at: key, fingerprint: nil)
      }
        == "bad-key-file")
    let fingerprint = try #require(try receiver.site()?.current?.fingerprint)
    #expect(
      code { _ = try sender.trust(keyFile: bytes, at: key, fingerprint: "0000") }
        == "other-fingerprint")
    #expect(!(try sender.trust(keyFile: bytes, at: key, fingerprint: nil).wasKnown))
    #expect(try sender.trust(keyFile: bytes, at: key, fingerprint: fingerprint).wasKnown)
    let id = try #require(try receiver.site()?.site)
    for name in [id, fingerprint] {
      try folder.write(try sender.bundle(to: .site(name)).bytes, to: "week.bundle")
      #expect(try receiver.contents(ofBundle: path).files.count == 1)
    }
    // Another key under the same id is a rival's.
    _ = try receiver.merge(bundle: path)
    let rival = SiteSample("rival", device: "delta")
    let store = try rival.reopened()
    _ = try store.makeSite(
      name: "Kampot", id: try #require(try sender.site()).site, secret: SiteSample.secret(7))
    let forged = try store.publicKey().bytes()
    #expect(
      code { _ = try receiver.trust(keyFile: forged, at: key, fingerprint: nil) } == "key-changed")
    try folder.write(try store.bundle(to: .keyFile(key)).bytes, to: "week.bundle")
    #expect(code { _ = try receiver.merge(bundle: path) } == "key-changed")
  }

  @Test("takes registers along only where asked for, and overwrites none")
  func registers() throws {
    let (sender, receiver, key) = try pair()
    let cheap = ScryptCost(rounds: 1 << 10)
    for (event, name) in [("kampot-1", "A"), ("kampot-2", "B")] {
      try sender.changeRegister(event, passphrase: "correct horse", cost: cheap) {
        $0["2222-2222"] = PersonName(khmer: "", latin: name)
      }
    }
    try receiver.changeRegister("kampot-2", passphrase: "battery staple", cost: cheap) {
      $0["2222-2222"] = PersonName(khmer: "", latin: "C")
    }
    try folder.write(try sender.bundle(to: .keyFile(key)).bytes, to: "week.bundle")
    #expect(try receiver.merge(bundle: path).registers == 0)
    #expect(receiver.registers == ["kampot-2"])
    try folder.write(
      try sender.bundle(to: .keyFile(key), registers: sender.registers).bytes, to: "week.bundle")
    let report = try receiver.merge(bundle: path)
    #expect(report.registers == 1)
    #expect(report.findings.map(\.code).contains("register-kept"))
    #expect(
      try receiver.register("kampot-1", passphrase: "correct horse").names["2222-2222"]?.latin
        == "A")
    #expect(
      try receiver.register("kampot-2", passphrase: "battery staple").names["2222-2222"]?.latin
        == "C")
  }

  @Test("reads no hostile list: names that lead elsewhere, sizes that do not fit")
  func hostile() throws {
    for name in [
      "../x", "journals/../x", "/etc/passwd", "journals/", "keys/a/b", "journals/.x", "x.json", "",
      "journals/A b", "device.json", "index.sqlite",
    ] {
      #expect(!Parcel.isName(name), "\(name)")
    }
    let file = Parcel.File(name: "journals/alpha.journal", bytes: Array("abc".utf8))
    var list = Parcel.List(
      created: StoreOptions.noon, files: [Parcel.Entry(file)], kind: .bundle, synthetic: false)
    #expect(try Parcel(Parcel(list: list, files: [file]).bytes(), kind: .bundle).files == [file])
    for size in [-1, 2, 4, Int.max, Int.min] {
      list.files[0].size = size
      #expect(throws: Parcel.Failure.damaged) {
        try Parcel(try Parcel(list: list, files: [file]).bytes(), kind: .bundle)
      }
    }
    list.files = [Parcel.Entry(file), Parcel.Entry(file)]
    #expect(throws: Parcel.Failure.damaged) {
      try Parcel(try Parcel(list: list, files: [file, file]).bytes(), kind: .bundle)
    }
    #expect(throws: Parcel.Failure.damaged) {
      try Parcel(try Parcel(list: list, files: [file]).bytes(), kind: .backup)
    }
  }
}

@Suite("A backup")
struct BackupTests {
  private let sample = SiteSample()
  private static let cheap = ScryptCost(rounds: 1 << 10)

  private var folder: TemporaryFolder { sample.folder }
  private var path: String { "\(folder.path)/all.backup" }

  @Test("gives the whole store back, its keys and registers among it")
  func restored() throws {
    let store = try sample.open()
    try sample.makeSite(store)
    try sample.take(store, code: "2222-2222")
    try store.changeRegister("kampot-1", passphrase: "correct horse", cost: Self.cheap) {
      $0["2222-2222"] = PersonName(khmer: "", latin: "A")
    }
    // A test is under way: a write that is not whole yet stays out.
    let whole = sample.bytes
    try sample.write(whole + Array("0123".utf8))
    _ = try store.attempts()
    let made = try store.backup(passphrase: "correct horse", cost: Self.cheap)
    try sample.write(whole)
    try folder.write(made.bytes, to: "all.backup")
    #expect(!String(decoding: made.bytes, as: UTF8.self).contains("2222"))
    let target = "\(folder.path)/restored"
    #expect(try Store.restore(path, to: target, passphrase: "correct horse") == made.files)
    #expect(folder.bytes("restored/journals/alpha.journal") == whole)
    let again = try Store.open(target, options: .test(device: "beta"))
    #expect(again.findings.isEmpty)
    #expect(try again.index.digest() == store.index.digest())
    #expect(try again.canSign())
    #expect(try again.register("kampot-1", passphrase: "correct horse").names.count == 1)
    #expect(try again.check().isEmpty)
    try again.append(.occasionClosed(OccasionRecord(event: "kampot-1", occasion: .pre)))
    #expect(FileNames.all("\(target)/journals") == ["alpha.journal", "beta.journal"])
    #expect(try store.merge(from: target).findings.isEmpty)
    let error = #expect(throws: RecordsError.self) {
      try Store.restore(path, to: target, passphrase: "correct horse")
    }
    #expect(error?.code == "not-empty")
  }

  @Test("is refused with a wrong passphrase or a changed byte, and leaves no folder behind")
  func refused() throws {
    let store = try sample.open()
    let bytes = try store.backup(passphrase: "correct horse", cost: Self.cheap).bytes
    let target = "\(folder.path)/restored"
    func code(_ bytes: [UInt8], _ passphrase: String = "correct horse") throws -> String? {
      try folder.write(bytes, to: "all.backup")
      return #expect(throws: RecordsError.self) {
        try Store.restore(path, to: target, passphrase: passphrase)
      }?.code
    }
    #expect(try code(bytes, "wrong") == "wrong-passphrase")
    for place in stride(from: 0, to: bytes.count, by: 41) {
      var changed = bytes
      changed[place] ^= 1
      #expect(["backup-damaged", "newer-bundle"].contains(try code(changed)), "byte \(place)")
    }
    #expect(try code(Array(bytes.dropLast())) == "backup-damaged")
    #expect(try code([]) == "backup-damaged")
    #expect(FileNames.all(target).isEmpty)
    let error = #expect(throws: RecordsError.self) { try store.backup(passphrase: "short") }
    #expect(error?.code == "short-passphrase")
  }
}

@Suite("Checking a store")
struct CheckingTests {
  private let sample = SiteSample()

  @Test("leaves every file to its owner alone, and says where it was not")
  func modes() throws {
    let store = try sample.open()
    try sample.makeSite(store)
    _ = try store.publicKey()
    for name in ["", "/index.sqlite", "/journals/alpha.journal", "/keys"] {
      let isOpen = PosixFile.isOpenToOthers(store.folder + name)
      #expect(!isOpen, "\(name)")
    }
    FileModes.set("\(store.folder)/journals/alpha.journal", 0o644)
    FileModes.set("\(store.folder)/keys", 0o755)
    #expect(try store.check().map(\.code) == ["made-private"])
    #expect(try store.check().isEmpty)
  }

  @Test("finds a changed register without its passphrase, and a forged signature")
  func registers() throws {
    let store = try sample.open()
    try sample.makeSite(store)
    try sample.take(store, code: "2222-2222")
    try store.changeRegister(
      "kampot-1", passphrase: "correct horse", cost: ScryptCost(rounds: 1 << 10)
    ) { $0["2222-2222"] = PersonName(khmer: "", latin: "A") }
    #expect(try store.check().isEmpty)
    let name = "store/registers/kampot-1.register"
    var bytes = sample.folder.bytes(name)
    bytes[bytes.count / 2] ^= 1
    try sample.folder.write(bytes, to: name)
    #expect(try store.check().map(\.code).filter { $0 != "made-private" } == ["register-damaged"])
    bytes[bytes.count / 2] ^= 1
    try sample.folder.write(bytes, to: name)
    let texts = SiteSample.texts(sample.bytes).map {
      $0.split(separator: "\"2222-2222\"", omittingEmptySubsequences: false)
        .joined(separator: "\"3333-3333\"")
    }
    try sample.write(SiteSample.chained(texts))
    sample.folder.removeIndex("store")
    #expect(try sample.reopened().check().map(\.code).contains("signature-wrong"))
  }

  @Test("lists conflicts with both sides")
  func conflicts() throws {
    let store = try sample.open()
    #expect(try store.conflicts().isEmpty)
    let other = try Store.open(
      "\(sample.folder.path)/other",
      options: .test(device: "beta", time: "2026-01-06T12:00:00.000Z"))
    var event = Sample.event
    event.seed = 8
    try store.append([
      .learnerEnrolled(
        EnrollmentRecord(event: "kampot-1", code: "a", sequence: .firstThenSecond, number: 1)),
      .personDescribed(PersonAttributes(code: "a", sex: "female")),
    ])
    try other.append([
      .eventCreated(event),
      .learnerEnrolled(
        EnrollmentRecord(event: "kampot-1", code: "a", sequence: .secondThenFirst, number: 2)),
      .learnerEnrolled(
        EnrollmentRecord(event: "kampot-1", code: "b", sequence: .secondThenFirst, number: 1)),
      .personDescribed(PersonAttributes(code: "a", sex: "male")),
    ])
    _ = try store.merge(from: other.folder)
    let found = try store.conflicts()
    #expect(found.map(\.kind) == [.enrollment, .event, .number, .person])
    #expect(found.map(\.subject) == ["kampot-1 a", "kampot-1", "kampot-1 1", "a sex"])
    #expect(found[1].holds.source == "alpha-1" && found[1].other.source == "beta-1")
    #expect(found[3].holds.says == "male" && found[3].other.says == "female")
    // Two stores of one device.
    let twin = try Store.open(
      "\(sample.folder.path)/twin", options: .test(device: "alpha"))
    try twin.append(.eventCreated(Sample.event))
    try twin.append(.occasionOpened(OccasionRecord(event: "kampot-1", occasion: .pre)))
    _ = try store.merge(from: twin.folder)
    let journal = try #require(try store.conflicts().first { $0.kind == .journal })
    #expect(journal.subject == "alpha")
    #expect(journal.holds.says.hasPrefix("learner-enrolled"))
    #expect(journal.other.says.hasPrefix("occasion-opened"))
  }
}
