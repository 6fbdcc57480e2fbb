/// Chooses ids for new parts.
enum ScaffoldNames {
  /// Returns the id of a module: three letters out of its slug, the initials of its words first,
  /// that no other module has.
  static func moduleID(_ slug: String, taken: Set<String>) -> String {
    let letters = slug.filter { $0 != "-" && !$0.isNumber }
    let initials = slug.split(separator: "-").compactMap(\.first).filter { !$0.isNumber }
    let wanted = initials.count >= 3 ? String(initials.prefix(3)) : String(letters.prefix(3))
    var base = wanted
    while base.count < 3 { base.append("x") }
    if !taken.contains(base) { return base }
    for letter in letters.dropFirst(2) + "abcdefghijklmnopqrstuvwxyz" {
      let id = String(base.prefix(2)) + String(letter)
      if !taken.contains(id) { return id }
    }
    var number = 2
    while taken.contains("\(base)\(number)") { number += 1 }
    return "\(base)\(number)"
  }

  /// Returns the prefix with the number after the highest that is taken, at least `width` digits
  /// wide.
  static func next(_ prefix: String, width: Int, taken: [String]) -> String {
    let numbers = taken.compactMap { id in
      id.hasPrefix(prefix) ? Int(id.dropFirst(prefix.count)) : nil
    }
    let digits = "\(min(999_999, numbers.max() ?? 0) + 1)"
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Adds to YAML that people wrote, line by line, so that their comments and layout stay.
enum YAMLInsertion {
  /// Returns `text` with a block at the end of the list under a key of the outermost level, or
  /// `nil` where there is no such list of lines.
  ///
  /// - Parameters:
  ///   - block: The entry, its first line beginning with `- `; it is indented by two spaces.
  ///   - key: The key.
  ///   - text: The YAML.
  /// - Returns: The longer text.
  static func appending(_ block: String, toList key: String, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: "\(key):") else {
      return appending(block, toFlowList: key, in: lines)
    }
    var end = start + 1
    var last = start
    while end < lines.count, isInside(lines[end]) {
      if !lines[end].trimmed.isEmpty, !lines[end].trimmed.hasPrefix("#") { last = end }
      end += 1
    }
    guard last > start else { return nil }
    // A list may stand at the key's own column or deeper; the new entry follows the others.
    let indent = lines[start + 1].prefix { $0 == " " }
    let entry = block.split(separator: "\n").map { "\(indent)\($0)" }
    lines.insert(contentsOf: entry, at: last + 1)
    return lines.joined(separator: "\n")
  }

  /// The same for a list on one line, `key: [one, two]`, which takes entries of one line.
  private static func appending(_ block: String, toFlowList key: String, in lines: [String])
    -> String?
  {
    guard !block.contains("\n"), block.hasPrefix("- "),
      let place = lines.firstIndex(where: { $0.hasPrefix("\(key): [") }),
      let close = lines[place].lastIndex(of: "]")
    else { return nil }
    var lines = lines
    let line = lines[place]
    let separator = line.hasPrefix("\(key): []") ? "" : ", "
    lines[place] =
      String(line[..<close]) + separator + String(block.dropFirst(2)) + String(line[close...])
    return lines.joined(separator: "\n")
  }

  /// Returns `text` with another value for a key of the outermost level, or `nil` without it.
  static func replacing(_ key: String, with value: String, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let place = lines.firstIndex(where: { $0.hasPrefix("\(key): ") }) else { return nil }
    let comment = lines[place].range(of: " #").map { String(lines[place][$0.lowerBound...]) } ?? ""
    lines[place] = "\(key): \(value)\(comment)"
    return lines.joined(separator: "\n")
  }

  /// Returns `text` with a lesson added to the `lessons: […]` of a session, or `nil` without it.
  static func listing(lesson: String, session: String, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isStart = { (line: String) in line.trimmed == "- id: \(session)" }
    guard let start = lines.firstIndex(where: isStart) else { return nil }
    let indent = lines[start].prefix { $0 == " " }
    for index in (start + 1)..<lines.count {
      let line = lines[index]
      if line.hasPrefix("\(indent)- ") || !isInside(line) { return nil }
      guard line.trimmed.hasPrefix("lessons: ["), let close = line.lastIndex(of: "]") else {
        continue
      }
      let isEmpty = line.trimmed.hasPrefix("lessons: []")
      lines[index] =
        String(line[..<close]) + (isEmpty ? "" : ", ") + lesson + String(line[close...])
      return lines.joined(separator: "\n")
    }
    return nil
  }

  /// Tells whether a line belongs to what a key of the outermost level began.
  private static func isInside(_ line: String) -> Bool {
    line.isEmpty || line.hasPrefix(" ") || line.hasPrefix("- ") || line.hasPrefix("#")
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = Substring(self)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  fileprivate func range(of part: String) -> Range<Index>? {
    guard !part.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
