import Testing

@testable import Shaping

struct LineFrameTests {
  private let frame = LineFrame(above: 4, cell: 3, most: 3)

  private func line(_ rows: [String], baseline: Int) -> ShapedLine {
    ShapedLine(bitmap: Bitmap(rows: rows), baseline: baseline)
  }

  @Test func `lines stand on the same row whatever their letters reach`() {
    let high = frame.fitted(line(["#", "#", "#", "#", "#"], baseline: 4))
    let low = frame.fitted(line(["#", "#", "#"], baseline: 2))
    #expect(high.inkRows == 0..<5)
    #expect(low.inkRows == 2..<5)
    #expect(high.height == 6 && low.height == 6)
  }

  @Test func `a line takes the rows that it needs and no more`() {
    #expect(frame.fitted(line(["#", "#", "#", "#"], baseline: 4)).height == 3)
    #expect(frame.fitted(line(Array(repeating: "#", count: 7), baseline: 4)).height == 6)
    #expect(frame.fitted(line(Array(repeating: "#", count: 8), baseline: 4)).height == 9)
    #expect(frame.fitted(line(Array(repeating: "#", count: 20), baseline: 4)).height == 9)
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
