import Testing

@testable import Shaping

struct LineFrameTests {
  private let frame = LineFrame(above: 4, cell: 3, most: 3)

  private func line(_ rows: [String], baseline: Int) -> ShapedLine {
    ShapedLine(bitmap: Bitmap(rows: rows), baseline: baseline)
  }

  /// Rows that all differ from the one above, so that each counts when one must go.
  private func tall(_ height: Int) -> [String] {
    (0..<height).map { $0.isMultiple(of: 2) ? "#.#" : ".#." }
  }

  @Test func `lines stand on the same row whatever their letters reach`() {
    let high = frame.fitted(line(["#", "#", "#", "#", "#"], baseline: 4))
    let low = frame.fitted(line(["#", "#", "#"], baseline: 2))
    #expect(high.inkRows == 0..<5)
    #expect(low.inkRows == 2..<5)
    #expect(high.height == 6 && low.height == 6)
  }

  @Test(arguments: zip([4, 5, 7, 8, 10, 20], [3, 6, 6, 9, 9, 9]))
  func `a line takes the rows that it needs and no more`(ink: Int, rows: Int) {
    let fitted = frame.fitted(line(tall(ink), baseline: 4))
    #expect(fitted.height == rows)
    #expect(fitted.inkRows?.lowerBound == 0)
  }

  @Test(arguments: 1...20)
  func `the lowest pixel row is left to the line below`(ink: Int) {
    let fitted = frame.fitted(line(tall(ink), baseline: 4))
    #expect(fitted.inkRows.map { $0.upperBound < fitted.height } == true)
    #expect(fitted.height <= 9)
  }

  @Test func `a line without ink takes one row`() {
    #expect(frame.fitted(line([], baseline: 0)).height == 3)
    #expect(frame.fitted(line(["...", "..."], baseline: 1)).height == 3)
  }

  @Test func `what must go is the row that is missed least`() {
    let picture = Bitmap(rows: ["###", "#.#", "#.#", "###", ".#."])
    #expect(LineFrame.squeezed(picture) == Bitmap(rows: ["###", "#.#", "###", ".#."]))
    let one = Bitmap(rows: ["#"])
    #expect(LineFrame.squeezed(one) == one)
    #expect(LineFrame.squeezed(Bitmap(rows: ["#", "."])).height == 1)
  }

  @Test func `marks above the frame are kept`() {
    let tall = frame.fitted(line(["#..", ".#.", "..#", "#.#", "#.#", "#.#"], baseline: 6))
    #expect(tall.row(0) == [true, false, false])
  }
}
