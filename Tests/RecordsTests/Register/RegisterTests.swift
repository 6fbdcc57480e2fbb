import Source
import Testing
import Text

@testable import Records

@Suite("The register of names")
struct RegisterTests {
  private let folder = TemporaryFolder()
  private static let cheap = ScryptCost(rounds: 1 << 10)
  private static let names = [
    "2222-2222": PersonName(khmer: "សុខ ដារ៉ា", latin: "Sok Dara", phone: "012 345 678"),
    "3333-3333": PersonName(khmer: "", latin: "Made-up Person"),
  ]

  private func store() throws -> Store {
    try Store.open("\(folder.path)/store", options: .test())
  }

  @discardableResult
  private func filled(_ passphrase: String = "correct horse") throws -> Store {
    let store = try store()
    try store.changeRegister("kampot-1", passphrase: passphrase, cost: Self.cheap) {
      $0 = Self.names
    }
    return store
  }

  private let path = "store/registers/kampot-1.register"

  @Test("gives back what was put in, to whoever has the passphrase, and shows nothing of it")
  func roundTrip() throws {
    let store = try filled("ឃ្លាសម្ងាត់ របស់ខ្ញុំ")
    #expect(
      try store.register("kampot-1", passphrase: "ឃ្លាសម្ងាត់ របស់ខ្ញុំ").names == Self.names)
    #expect(
      try Register.open("\(folder.path)/\(path)", passphrase: "ឃ្លាសម្ងាត់ របស់ខ្ញុំ").event
        == "kampot-1")
    let bytes = folder.bytes(path)
    for word in ["Dara", "ដារ៉ា", "2222", "345"] {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(word))
    }
    #expect(store.registers == ["kampot-1"])
    #expect(PosixFile.isOpenToOthers("\(folder.path)/\(path)") == false)
    // The same names under the same passphrase never make the same bytes.
    try filled("ឃ្លាសម្ងាត់ របស់ខ្ញុំ")
    #expect(folder.bytes(path) != bytes)
  }

  @Test("refuses a wrong passphrase, names every changed byte, and changes nothing then")
  func refused() throws {
    let store = try filled()
    let error = #expect(throws: RecordsError.self) {
      try store.register("kampot-1", passphrase: "correct hors")
    }
    #expect(error?.code == "wrong-passphrase")
    let bytes = folder.bytes(path)
    #expect(throws: RecordsError.self) {
      try store.changeRegister("kampot-1", passphrase: "another one", cost: Self.cheap) {
        $0 = [:]
      }
    }
    #expect(folder.bytes(path) == bytes)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      try folder.write(changed, to: path)
      let error = #expect(throws: RecordsError.self) {
        try store.register("kampot-1", passphrase: "correct horse")
      }
      // Only the number of the format itself may say something else.
      #expect(["register-damaged", "newer-register"].contains(error?.code))
    }
    for length in 0..<bytes.count {
      try folder.write(Array(bytes.prefix(length)), to: path)
      let error = #expect(throws: RecordsError.self) {
        try Register.check("\(folder.path)/\(path)")
      }
      #expect(error?.code == "register-damaged")
    }
    #expect(
      throws: RecordsError.self, performing: { try store.register("none", passphrase: "x") })
  }

  @Test("refuses what would cost too much to try, before it tries")
  func hostile() throws {
    try filled()
    let bytes = folder.bytes(path)
    let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    for (old, new) in [
      ("\"n\":1024", "\"n\":1099511627776"), ("\"n\":1024", "\"n\":1000"),
      ("\"n\":1024", "\"n\":0"),
      ("\"r\":8", "\"r\":1000000"), ("\"p\":1", "\"p\":64"), ("\"n\":1024", "\"n\":-1024"),
      ("\"n\":1024", "\"n\":1048576"), ("\"p\":1", "\"p\":0"),
    ] {
      let hostile = text.split(separator: old, omittingEmptySubsequences: false)
        .joined(separator: new)
      #expect(hostile != text)
      let head = Array(hostile.utf8) + bytes.dropFirst(text.utf8.count)
      #expect(throws: PassphraseBox.Failure.damaged) {
        try PassphraseBox.open(head, kind: Register.kind, passphrase: "correct horse")
      }
    }
    let newer = text.split(separator: "\"format\":1").joined(separator: "\"format\":9")
    #expect(throws: PassphraseBox.Failure.newerFormat(9)) {
      try PassphraseBox.check(
        Array(newer.utf8) + bytes.dropFirst(text.utf8.count), kind: Register.kind)
    }
    #expect(throws: PassphraseBox.Failure.damaged) {
      try PassphraseBox.open(bytes, kind: "another-kind", passphrase: "correct horse")
    }
  }

  @Test("takes another passphrase, and no short one")
  func passphrases() throws {
    let store = try filled()
    try store.changeRegister(
      "kampot-1", passphrase: "correct horse", newPassphrase: "battery staple", cost: Self.cheap
    ) { _ in }
    #expect(
      try store.register("kampot-1", passphrase: "battery staple").names == Self.names)
    #expect(throws: RecordsError.self) {
      try store.register("kampot-1", passphrase: "correct horse")
    }
    for short in ["", "seven77"] {
      let error = #expect(throws: RecordsError.self) {
        try store.changeRegister("kampot-2", passphrase: short, cost: Self.cheap) { _ in }
      }
      #expect(error?.code == "short-passphrase")
    }
    #expect(throws: RecordsError.self) {
      try store.changeRegister("../x", passphrase: "correct horse", cost: Self.cheap) { _ in }
    }
  }

  @Test("takes the names out of a roster, and leaves the rest as it was")
  func split() throws {
    let collector = DiagnosticCollector()
    let table = try #require(
      CSVTable(
        SourceFile(
          path: "r.csv",
          text: "sex,Khmer Name,province,latin_name\nf,សុខ ដារ៉ា,kampot,Sok Dara\n\nm,,kampot,\n"),
        collector: collector))
    let (names, rest) = try #require(RegisterReading.split(table))
    #expect(names == [2: PersonName(khmer: "សុខ ដារ៉ា", latin: "Sok Dara")])
    #expect(rest.header == ["sex", "province"])
    #expect(rest.rows.map(\.cells) == [["f", "kampot"], ["m", "kampot"]])
    #expect(rest.rows.map(\.line) == [2, 4])
    #expect(RegisterReading.split(rest) == nil)
  }

  @Test("reads names by code, and finds everything that is wrong in one pass")
  func reading() throws {
    var generator = SeededGenerator(seed: 5, purpose: "codes")
    let first = LearnerCode.make(using: &generator, taken: [])
    let second = LearnerCode.make(using: &generator, taken: [first])
    func read(_ text: String) throws -> ([String: PersonName], [String]) {
      let collector = DiagnosticCollector()
      let table = try #require(
        CSVTable(SourceFile(path: "n.csv", text: text), collector: collector))
      let names = RegisterReading.names(table, enrolled: [first], collector: collector)
      return (names, collector.diagnostics.map(\.code))
    }
    let (names, findings) = try read("code,latin-name,phone\n\(first.lowercased()),A B,012\n")
    #expect(names == [first: PersonName(khmer: "", latin: "A B", phone: "012")])
    #expect(findings.isEmpty)
    #expect(try read("code\n\(first)\n").1 == ["register-columns"])
    let wrong = try read("code,latin-name,sex\n\(second),A,f\nxx,B,f\n\(first),,f\n").1
    #expect(wrong.count == 4)
  }
}
