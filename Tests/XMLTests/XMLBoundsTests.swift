import Testing
import Text

@testable import XML

@Suite("Documents that would take quadratic time are refused before they are read")
struct XMLBoundsTests {
  private func areKept(_ text: String) -> Bool { XMLBounds.areKept(Array(text.utf8)) }

  @Test("Attributes of one tag")
  func attributes() {
    let thousand = (0..<1_000).map { " a\($0) = '>='" }.joined()
    #expect(areKept("<a\(thousand)/>"))
    #expect(!areKept("<a\(thousand) b=''/>"))
    #expect(areKept("<a\(thousand)/><a\(thousand)></a>"))
    // Equals signs elsewhere are no attributes.
    let signs = String(repeating: "=", count: 2_000)
    #expect(areKept("<a b='\(signs)' c=\"\(signs)\">\(signs)<!--\(signs)--><?x \(signs)?></a>"))
    #expect(areKept("<a><![CDATA[<b \(signs)]]></a>"))
    let (element, findings) = XMLReading.parse(Array("<a\(thousand) b=''/>".utf8), file: "a.xml")
    #expect(element == nil && findings.map(\.code) == ["too-complex"])
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("Namespaces in force, which end with their element")
  func namespaces() {
    let some = (0..<400).map { " xmlns:a\($0)='u'" }.joined()
    #expect(areKept("<a\(some)><b\(some)/></a>"))
    #expect(!areKept("<a\(some)><b\(some)><c\(some)/></b></a>"))
    #expect(areKept("<a\(some)><b\(some)></b><b\(some)></b></a><c\(some)/>"))
    #expect(areKept("<a xmlns='u' \(some)\n/>"))
  }

  @Test("Encodings whose bytes are not those of ASCII are read only where they are small")
  func encodings() {
    let filler = String(repeating: " ", count: 300_000)
    for encoding in ["UTF-8", "utf-8", "US-ASCII", "ISO-8859-1", "windows-1252"] {
      #expect(areKept("<?xml version='1.0' encoding='\(encoding)'?><a>\(filler)</a>"))
    }
    for encoding in ["UTF-7", "ISO-2022-JP", ""] {
      #expect(areKept("<?xml version='1.0' encoding='\(encoding)'?><a/>"))
      #expect(!areKept("<?xml version='1.0' encoding='\(encoding)'?><a>\(filler)</a>"))
    }
    #expect(!areKept("<?xml version='1.0'\(filler) encoding='UTF-7'?><a/>"))
    #expect(areKept("\u{FEFF}<a>\(filler)</a>") && areKept(""))
    let wide: [UInt8] = filler.utf16.reduce(into: [0xFF, 0xFE]) { bytes, unit in
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(!XMLBounds.areKept(wide) && XMLBounds.areKept(Array(wide.prefix(1_000))))
  }

  @Test("What is not well formed, or has a DOCTYPE, is left to the reader")
  func broken() {
    for text in [
      "<", "<!", "<!--", "<!DOCTYPE a [<!ENTITY a '='>]>", "<?", "<a", "<a b='", "</a>", "<a></b>",
      "<![CDATA[", "<a =", "text", "</", "<a b=c/>",
    ] {
      #expect(areKept(text), "\(text)")
    }
    #expect(areKept(String(repeating: "<a>", count: 5_000)))
  }
}
