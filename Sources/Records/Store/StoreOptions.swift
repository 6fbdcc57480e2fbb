/// What a store needs from outside: time, identity, and which kind of facts it may hold.
package struct StoreOptions: Sendable {
  /// Returns the time now, as RFC 3339 in UTC (see `Timestamp`).
  package var clock: @Sendable () -> String
  /// Makes the id of a new device: 4 to 32 lower-case letters and digits, unlike any other's.
  package var makeDeviceID: @Sendable () -> String
  /// A text that tells this machine from others, such as the contents of `/etc/machine-id`.
  ///
  /// A store that was copied to another machine gets a device of its own there, because two
  /// machines that write to one journal would contradict each other. An empty text tells nothing.
  package var machine: String
  /// Returns so many bytes that nobody can guess, for salts and nonces.
  package var random: @Sendable (Int) -> [UInt8] = StoreOptions.systemBytes
  /// What kind of store is wanted.
  package var kind: Kind
  /// Whether a store is made where there is none.
  package var createsIfMissing: Bool

  /// What kind of facts a store holds; the two kinds never meet.
  package enum Kind: Sendable, Hashable {
    /// Whatever the store is; a new one is real.
    case any
    /// Facts of real people.
    case real
    /// Made-up facts, with the seed that made them.
    case synthetic(seed: Int)
  }

  /// Creates options.
  package init(
    clock: @escaping @Sendable () -> String,
    makeDeviceID: @escaping @Sendable () -> String = StoreOptions.randomDeviceID,
    machine: String = "", kind: Kind = .any, createsIfMissing: Bool = true
  ) {
    self.clock = clock
    self.makeDeviceID = makeDeviceID
    self.machine = machine
    self.kind = kind
    self.createsIfMissing = createsIfMissing
  }

  /// Returns the options of a program in use: the system's clock, chance and machine id.
  package static func system(
    kind: Kind = .any, createsIfMissing: Bool = true
  ) -> StoreOptions {
    let id = (try? PosixFile("/etc/machine-id", .read).read(from: 0, limit: 256)) ?? []
    return StoreOptions(
      clock: systemClock, machine: String(decoding: id, as: UTF8.self), kind: kind,
      createsIfMissing: createsIfMissing)
  }

  /// Returns the time now by the system's clock.
  @Sendable package static func systemClock() -> String {
    Timestamp.text(unixMilliseconds: PosixFile.unixMilliseconds())
  }

  /// Returns bytes of the system's generator.
  @Sendable package static func systemBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() as UInt64) }
  }

  /// Returns twelve random letters and digits from the system's generator.
  @Sendable package static func randomDeviceID() -> String {
    let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    var generator = SystemRandomNumberGenerator()
    let characters = (0..<12).map { _ in
      alphabet[Int(generator.next(upperBound: UInt64(alphabet.count)))]
    }
    return String(characters)
  }
}
