import Shaping
import Testing
import Text

/// A shaper where this machine has Pango and a Khmer font; without them these tests are skipped.
func openShaper() -> LineShaper? { try? LineShaper.open().get() }

@Suite(.enabled(if: openShaper() != nil, "Pango or a Khmer font is not installed"))
struct LineShaperTests {
  private let shaper: LineShaper
  private let style = ShapedStyle.sextants

  init() throws { shaper = try LineShaper.open().get() }

  @Test func `a subscript is drawn below its letter, not beside it`() throws {
    let letter = try #require(shaper.draw("ត", style: style))
    let stacked = try #require(shaper.draw("ស្ត្រី", style: style))
    let apart = try #require(shaper.draw("សតរ", style: style))
    let below = { (line: ShapedLine) in (line.bitmap.inkRows?.upperBound ?? 0) - line.baseline }
    #expect(below(letter) <= 1)
    #expect(below(stacked) >= 4)
    #expect(stacked.bitmap.width < apart.bitmap.width)
    // No coeng shows as a sign of its own: the dotted circle or the cross below.
    #expect(shaper.width(of: "ក្ក", style: style) == shaper.width(of: "ក", style: style))
  }

  @Test func `a shaper that was prepared on another thread draws the same`() throws {
    LineShaper.prepare()
    LineShaper.prepare()
    let text = "ប្រជាពលរដ្ឋស្ត្រី"
    for _ in 0..<2 {
      let other = try LineShaper.open().get()
      #expect(other.family == shaper.family)
      #expect(other.draw(text, style: style)?.bitmap == shaper.draw(text, style: style)?.bitmap)
    }
  }

  @Test func `a vowel written after its letter is drawn before it`() throws {
    let vowel = try #require(shaper.draw("កេ", style: style))
    let letter = try #require(shaper.draw("ក", style: style))
    let last = vowel.bitmap.width - letter.bitmap.width
    for row in 0..<letter.bitmap.height {
      for column in 0..<letter.bitmap.width where letter.bitmap[row, column] {
        let there = row + vowel.baseline - letter.baseline
        #expect(vowel.bitmap[there, column + last])
      }
    }
  }

  @Test func `the width measured is the width drawn`() throws {
    for text in ["", " ", "ក", "ប្រជាពលរដ្ឋ", "ឃុំ/សង្កាត់ Sala 2026", "a\nb", "\u{200B}"] {
      for style in ShapedStyle.all {
        let drawn = try #require(shaper.draw(text, style: style))
        #expect(shaper.width(of: text, style: style) == drawn.bitmap.width)
      }
    }
  }

  @Test func `stretch widens and leaves the height`() throws {
    var wide = style
    wide.stretch = 2
    let plain = try #require(shaper.draw("ការចូលរួម", style: style))
    let stretched = try #require(shaper.draw("ការចូលរួម", style: wide))
    #expect(abs(stretched.bitmap.width - 2 * plain.bitmap.width) <= 2)
    #expect(stretched.bitmap.inkRows == plain.bitmap.inkRows)
  }

  @Test func `too much is refused, and the shaper lives on`() {
    let long = String(repeating: "ក", count: LineShaper.longestLine)
    #expect(shaper.draw(long, style: style) == nil)
    #expect(shaper.width(of: long, style: style) == nil)
    #expect(shaper.draw("a\u{0}b", style: style) == nil)
    for size in [0, -1, 1e9, .infinity, .nan] {
      var broken = style
      broken.size = size
      #expect(shaper.draw("ក", style: broken) == nil)
      broken = style
      broken.stretch = size
      #expect(shaper.draw("ក", style: broken) == nil)
    }
    #expect(shaper.draw("ក", style: style) != nil)
  }

  @Test func `any order of Khmer scalars is drawn without harm`() {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int(generator.next() % 12) {
        if let scalar = Unicode.Scalar(0x1780 + UInt32(generator.next() % 0x80)) {
          text.append(scalar)
        }
      }
      #expect(shaper.draw(String(text), style: style) != nil)
    }
  }

  @Test func `a family that is missing or has no Khmer is passed over`() throws {
    let families = ["No Such Family", "DejaVu Sans Mono", "", "\n"]
    let named = try LineShaper.open(families: families).get()
    #expect(!named.family.isEmpty)
    #expect(named.family != "DejaVu Sans Mono")
    #expect(try #require(named.width(of: "ក្ក", style: style)) > 0)
    #expect(shaper.family == "Noto Sans Khmer" || LineShaper.families.contains(shaper.family))
  }
}

struct ShapingErrorTests {
  @Test func `what is missing is said in both languages, with what to do`() {
    let errors: [ShapingError] = [
      .noLibrary("libpango-1.0.so.0"), .noFunction("pango_layout_new"), .noFont, .noMemory,
    ]
    for error in errors {
      #expect(error.message.isComplete && error.remedy.isComplete)
    }
    #expect(errors[0].message.en.contains("libpango-1.0.so.0"))
  }

  @Test func `every style has a name and is found by its id`() {
    for style in ShapedStyle.all {
      #expect(style.name.isComplete)
      #expect(ShapedStyle.named(style.id) == style)
    }
    #expect(ShapedStyle.named("plain") == nil)
    #expect(Set(ShapedStyle.all.map(\.id)).count == ShapedStyle.all.count)
  }
}
