/// A bounded memory: the values asked for last, in two halves of which the older is dropped.
struct RecentValues<Key: Hashable, Value> {
  private let capacity: Int
  private var newer: [Key: Value] = [:]
  private var older: [Key: Value] = [:]

  /// Creates an empty memory of at most `capacity` values.
  init(capacity: Int) { self.capacity = max(2, capacity) }

  /// How many values are kept.
  var count: Int { newer.count + older.count }

  /// The value of a key; reading it keeps it.
  subscript(key: Key) -> Value? {
    mutating get {
      if let value = newer[key] { return value }
      guard let value = older.removeValue(forKey: key) else { return nil }
      insert(value, key)
      return value
    }
    set {
      older[key] = nil
      guard let newValue else {
        newer[key] = nil
        return
      }
      insert(newValue, key)
    }
  }

  private mutating func insert(_ value: Value, _ key: Key) {
    if newer.count >= capacity / 2, newer[key] == nil {
      older = newer
      newer = [:]
    }
    newer[key] = value
  }
}
