import Shaping
import Testing
import Text

struct CellTests {
  /// A picture in which every pixel is ink or not by a fixed rule that fills all patterns.
  private func noise(width: Int, height: Int, seed: UInt64) -> Bitmap {
    var generator = SeededGenerator(seed: seed)
    var bitmap = Bitmap(width: width, height: height)
    for row in 0..<height {
      for column in 0..<width { bitmap[row, column] = generator.next() & 1 == 1 }
    }
    return bitmap
  }

  /// Whether two pictures show the same, whatever paper is around them.
  private func same(_ first: Bitmap, _ second: Bitmap) -> Bool {
    (0..<max(first.height, second.height)).allSatisfy { row in
      (0..<max(first.width, second.width)).allSatisfy { first[row, $0] == second[row, $0] }
    }
  }

  @Test func `the 64 sextants are all different, and only the four old ones leave the block`() {
    var seen: Set<String> = []
    for pattern in 0..<64 {
      var bitmap = Bitmap(width: 2, height: 3)
      for bit in 0..<6 where pattern >> bit & 1 == 1 { bitmap[bit / 2, bit % 2] = true }
      let cell = Sextants.rows(bitmap)[0]
      seen.insert(cell)
      #expect(same(Sextants.bitmap([cell]), bitmap), "pattern \(pattern)")
      if ![0, 21, 42, 63].contains(pattern) {
        let value = cell.unicodeScalars.first?.value ?? 0
        #expect((0x1FB00...0x1FB3B).contains(value), "pattern \(pattern)")
      }
    }
    #expect(seen.count == 64)
  }

  @Test func `a sextant's number says which pixels it has`() {
    // BLOCK SEXTANT-1, -2, -35 (which stands behind the hole of the left half) and -23456.
    #expect(Sextants.rows(Bitmap(rows: ["#."])) == ["\u{1FB00}"])
    #expect(Sextants.rows(Bitmap(rows: [".#"])) == ["\u{1FB01}"])
    #expect(Sextants.rows(Bitmap(rows: ["..", "#.", "#."])) == ["\u{1FB13}"])
    #expect(Sextants.rows(Bitmap(rows: [".#", "##", "##"])) == ["\u{1FB3B}"])
    #expect(Sextants.rows(Bitmap(rows: ["#.", "#.", "#."])) == ["▌"])
    #expect(Sextants.rows(Bitmap(rows: [".#", ".#", ".#"])) == ["▐"])
    #expect(Sextants.rows(Bitmap(rows: ["##", "##", "##"])) == ["█"])
  }

  @Test(arguments: [(1, 1), (2, 3), (3, 4), (7, 5), (40, 18), (41, 19)])
  func `what is drawn can be read back`(width: Int, height: Int) {
    for seed in 1...8 {
      let bitmap = noise(width: width, height: height, seed: UInt64(seed))
      #expect(same(Sextants.bitmap(Sextants.rows(bitmap)), bitmap))
      #expect(same(Quadrants.bitmap(Quadrants.rows(bitmap)), bitmap))
      #expect(same(Braille.bitmap(Braille.rows(bitmap)), bitmap))
    }
  }

  @Test func `quadrants and dots are where Unicode has them`() {
    #expect(Quadrants.rows(Bitmap(rows: ["#.", ".#"])) == ["▚"])
    #expect(Quadrants.rows(Bitmap(rows: ["##", "#."])) == ["▛"])
    #expect(Braille.rows(Bitmap(rows: ["#.", "..", "..", ".#"])) == ["\u{2881}"])
    #expect(Braille.rows(Bitmap(rows: ["..", "..", "#.", ""])) == ["\u{2804}"])
  }

  @Test func `blank ends are left out, blank rows are kept`() {
    #expect(Sextants.rows(Bitmap(width: 8, height: 6)) == ["", ""])
    #expect(Sextants.rows(Bitmap(rows: ["..##....", "", "", "#"])) == [" 🬂", "🬀"])
    #expect(Sextants.rows(Bitmap(width: 0, height: 0)) == [])
  }

  @Test func `darkness from the threshold on is ink`() {
    let bitmap = Bitmap(pixels: [71, 72, 255, 0, 100], width: 3, threshold: 72)
    #expect(bitmap == Bitmap(rows: [".##", ".#."]))
    #expect(Bitmap(pixels: [1, 2], width: 0, threshold: 1).height == 0)
    #expect(!bitmap[-1, 0] && !bitmap[0, 3] && !bitmap[5, 5])
  }
}
