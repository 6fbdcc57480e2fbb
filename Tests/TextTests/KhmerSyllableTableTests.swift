import Testing

@testable import Text

/// Every kind of syllable, typed in every order, against what the structure says it is.
///
/// The table is made from the structure itself: a base of each class, robat, subscripts, a shifter,
/// a vowel and signs; the canonical form is written down part by part, and each order of typing
/// must give it.
@Suite("The table of all syllables")
struct KhmerSyllableTableTests {
  /// One syllable: its parts in their order, each of one scalar, or two for a subscript.
  struct Row {
    var base: UInt32
    var robat: [UInt32] = []
    var coengs: [UInt32] = []
    var shifter: [UInt32] = []
    var vowel: [UInt32] = []
    var signs: [UInt32] = []
    var final: [UInt32] = []

    /// The parts after the base.
    var parts: [[UInt32]] {
      robat.map { [$0] } + coengs.map { [0x17D2, $0] } + shifter.map { [$0] }
        + vowel.map { [$0] } + signs.map { [$0] } + final.map { [$0] }
    }

    var canonical: [UInt32] { [base] + parts.joined() }

    /// Whether the structure allows it: samyok and atthacan do not follow ុ.
    var isAllowed: Bool {
      !(vowel == [0x17BB] && (signs.first == 0x17D0 || signs.first == 0x17DD))
    }
  }

  /// Strong, ប, weak, រ, ដ, an independent vowel, the dotted circle.
  static let bases: [UInt32] = [0x1780, 0x1794, 0x1798, 0x179A, 0x178A, 0x17A5, 0x25CC]
  static let coengs: [[UInt32]] = [
    [], [0x1780], [0x1794], [0x1798], [0x179A], [0x178F], [0x17A7], [0x1780, 0x179A],
    [0x1782, 0x179C], [0x1794, 0x179A],
  ]
  static let vowels: [[UInt32]] = [[]] + (0x17B6...0x17C5).map { [UInt32($0)] }
  static let signs: [[UInt32]] = [
    [], [0x17C6], [0x17CB], [0x17CD], [0x17CE], [0x17CF], [0x17D0], [0x17D1], [0x17DD],
    [0x17C6, 0x17CE],
  ]

  static func rows(base: UInt32) -> [Row] {
    var rows: [Row] = []
    for robat in [[], [0x17CC]] as [[UInt32]] {
      for coengs in coengs {
        for shifter in [[], [0x17C9], [0x17CA]] as [[UInt32]] {
          for vowel in vowels {
            for signs in signs {
              for final in [[], [0x17C7], [0x17C8]] as [[UInt32]] {
                rows.append(
                  Row(
                    base: base, robat: robat, coengs: coengs, shifter: shifter, vowel: vowel,
                    signs: signs, final: final))
              }
            }
          }
        }
      }
    }
    return rows
  }

  private static func text(_ values: [UInt32]) -> String {
    String(scalars: values.compactMap(Unicode.Scalar.init))
  }

  /// Orders of typing: the parts turned round, neighbours swapped, each part first.
  ///
  /// Two subscripts and two signs keep their order among themselves, which is visible.
  private static func orders(_ row: Row) -> [[[UInt32]]] {
    let parts = row.parts
    guard parts.count > 1 else { return [parts] }
    var orders = [Array(parts.reversed())]
    for index in parts.indices.dropLast() {
      var order = parts
      order.swapAt(index, index + 1)
      orders.append(order)
    }
    for index in parts.indices {
      var order = parts
      order.insert(order.remove(at: index), at: 0)
      orders.append(order)
    }
    return orders.filter { order in
      func places(_ wanted: [[UInt32]]) -> [Int] { wanted.compactMap { order.firstIndex(of: $0) } }
      let signs = places(row.signs.map { [$0] })
      // The subscript of រ may come before the other: it is put behind it.
      let coengs = places(row.coengs.filter { $0 != 0x179A }.map { [0x17D2, $0] })
      return signs == signs.sorted() && coengs == coengs.sorted()
    }
  }

  @Test(
    "Each syllable is its own normal form, and every order of typing gives it", arguments: bases)
  func table(_ base: UInt32) {
    var count = 0
    var wrong: [[UInt32]] = []
    for row in Self.rows(base: base) {
      let canonical = row.canonical
      // Without a coeng, ុ and a sign above is how a shifter is mistyped: not canonical itself.
      guard row.isAllowed else { continue }
      count += 1
      let text = Self.text(canonical)
      if Khmer.faults(in: text) != [] { wrong.append(canonical) }
      if base != 0x25CC, Khmer.syllables(text).count != 1 {
        wrong.append(canonical)
      }
      // Every order on the first letter; on the others each order on some of the rows.
      let orders = Self.orders(row)
      let tried =
        base == Self.bases[0] || orders.count < 3
        ? orders : [orders[0], orders[1 + count % (orders.count - 1)]]
      for order in tried {
        let typed = [base] + order.joined()
        let normal = Khmer.normalised(Self.text(typed)).unicodeScalars.map(\.value)
        // No scalar is lost or made: the rewrites that do so are tested beside this table.
        if normal != canonical || normal.sorted() != typed.sorted() { wrong.append(typed) }
      }
    }
    #expect(count > 28_000)
    #expect(
      wrong.isEmpty,
      "\(wrong.count): \(wrong.prefix(5).map { $0.map { String($0, radix: 16) } })")
  }

  @Test("A shifter that was typed as ុ is found again on every letter", arguments: bases.dropLast())
  func shifters(_ base: UInt32) {
    // Strong letters of the structure among those of this table.
    let strong: Set<UInt32> = [0x1780, 0x1782, 0x178A, 0x178F]
    for coengs in Self.coengs {
      let letters = [base] + coengs
      let isStrong = letters.contains { strong.contains($0) } && !letters.contains(0x1794)
      let shifter: UInt32 = isStrong ? 0x17CA : 0x17C9
      let cluster: [UInt32] = [base] + coengs.flatMap { [0x17D2, $0] as [UInt32] }
      for above in [[0x17B7], [0x17B8], [0x17B9], [0x17BA], [0x17BE], [0x17B6, 0x17C6]]
        as [[UInt32]]
      {
        for typed in [cluster + [0x17BB] + above, cluster + above + [0x17BB]] {
          let normal = Khmer.normalised(Self.text(typed)).unicodeScalars.map(\.value)
          #expect(normal == cluster + [shifter] + above)
          #expect(Khmer.faults(in: Self.text(normal)).isEmpty)
        }
      }
    }
  }
}
