import Testing
import Text

@testable import Records

@Suite("A learner code")
struct LearnerCodeTests {
  private static func codes(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 1, purpose: "codes")
    var taken: Set<String> = []
    for _ in 0..<count { taken.insert(LearnerCode.make(using: &generator, taken: taken)) }
    return taken.sorted()
  }

  private func isWrong(_ scalars: [Unicode.Scalar]) -> Bool {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    if case .wrong = LearnerCode.parse(String(view)) { return true }
    return false
  }

  @Test("that was made is one, has one form and is unlike all others")
  func made() {
    let codes = Self.codes(500)
    #expect(codes.count == 500)
    #expect(codes.allSatisfy(LearnerCode.isCode))
    #expect(codes.allSatisfy { $0.count == 9 && $0.dropFirst(4).first == "-" })
  }

  @Test("with any single wrong character is refused: every place and character of 200 codes")
  func substitutions() {
    for code in Self.codes(200) {
      let scalars = code.unicodeScalars.filter { $0 != "-" }
      for place in scalars.indices {
        for other in LearnerCode.alphabet where other != scalars[place] {
          var changed = Array(scalars)
          changed[scalars.distance(from: scalars.startIndex, to: place)] = other
          #expect(isWrong(changed), "\(code) \(other)")
        }
      }
    }
  }

  @Test(
    "with two unequal characters swapped is refused: every pair of 200 codes, neighbours or not")
  func swaps() {
    for code in Self.codes(200) {
      let scalars = Array(code.unicodeScalars.filter { $0 != "-" })
      for left in scalars.indices {
        for right in scalars.indices where right > left && scalars[left] != scalars[right] {
          var changed = scalars
          changed.swapAt(left, right)
          #expect(isWrong(changed), "\(code) \(left) \(right)")
        }
      }
    }
  }

  @Test("with a character missing or one too many is refused")
  func lengths() {
    for code in Self.codes(50) {
      #expect(LearnerCode.parse(String(code.dropLast())) != .code(code))
      #expect(!LearnerCode.isCode(code + "2"))
    }
  }

  @Test("is understood in small letters, in Khmer digits, with and without spaces and hyphens")
  func forms() {
    for code in Self.codes(50) {
      let plain = code.filter { $0 != "-" }
      let typed = [
        plain, code.lowercased(), Khmer.withKhmerDigits(code),
        " \(plain.prefix(2)) \(plain.dropFirst(2))\t",
        "\u{200B}\(code)", plain.map(String.init).joined(separator: "-"),
      ]
      for text in typed { #expect(LearnerCode.parse(text) == .code(code), "\(text)") }
    }
  }

  @Test(
    "says what is wrong with what is none",
    arguments: [
      ("", "missing"), ("0ABC-2345", "'0'"), ("K7MO", "'O'"), ("ABCD", "here are 4"), ("រៀន", "'រ'"),
    ])
  func reasons(typed: String, words: String) {
    guard case .wrong(let reason) = LearnerCode.parse(typed) else {
      Issue.record("\(typed) was understood")
      return
    }
    #expect(reason.en.contains(words), "\(reason.en)")
    #expect(reason.isComplete)
  }

  @Test("is not made a second time")
  func taken() {
    var first = SeededGenerator(seed: 9)
    var again = SeededGenerator(seed: 9)
    let code = LearnerCode.make(using: &first, taken: [])
    #expect(LearnerCode.make(using: &again, taken: [code]) != code)
  }
}
