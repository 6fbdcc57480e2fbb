import Source

extension StoreFiles {
  static let registerSuffix = ".register"

  var registers: String { "\(folder)/registers" }
  func register(_ event: String) -> String { "\(registers)/\(event)\(Self.registerSuffix)" }
}

extension Store {
  /// The events that have a register, in the order of their ids.
  package var registers: [String] {
    FileReading.names(in: files.registers).filter { $0.hasSuffix(StoreFiles.registerSuffix) }
      .map { String($0.dropLast(StoreFiles.registerSuffix.count)) }
  }

  /// Whether an event has a register.
  package func hasRegister(_ event: String) -> Bool { FileReading.exists(files.register(event)) }

  /// Returns the register of an event, without the names of people who are to be forgotten.
  ///
  /// - Throws: As `Register.open`.
  package func register(
    _ event: String, passphrase: String
  ) throws(RecordsError) -> Register {
    var register = try Register.open(files.register(event), passphrase: passphrase)
    for code in try forgottenCodes() { register.names[code] = nil }
    return register
  }

  private func forgottenCodes() throws(RecordsError) -> [String] {
    try catchUp()
    return try index.tombstones().map(\.record.code)
  }

  /// Changes the register of an event, making it where there is none.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - passphrase: That of the register; of a new one, at least eight characters.
  ///   - newPassphrase: The passphrase from now on; `nil` keeps it.
  ///   - cost: What a try of the passphrase costs from now on.
  ///   - change: Changes the names.
  /// - Returns: The register as it is now.
  /// - Throws: As `Register.open`; then nothing was changed. `short-passphrase`, `bad-event`.
  @discardableResult
  package func changeRegister(
    _ event: String, passphrase: String, newPassphrase: String? = nil,
    cost: ScryptCost = .standard, _ change: (inout [String: PersonName]) -> Void
  ) throws(RecordsError) -> Register {
    guard EventPlanning.isID(event) else { throw RegisterMessages.badEvent(event) }
    let forgotten = try forgottenCodes()
    return try files.locked { () throws(RecordsError) -> Register in
      let path = files.register(event)
      var register = Register(event: event)
      if FileReading.exists(path) {
        register = try Register.open(path, passphrase: passphrase)
      } else {
        try PosixFile.makeFolder(files.registers)
      }
      change(&register.names)
      for code in forgotten { register.names[code] = nil }
      try register.save(
        to: path, passphrase: newPassphrase ?? passphrase, cost: cost, random: options.random)
      return register
    }
  }
}
