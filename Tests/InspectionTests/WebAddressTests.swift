import Testing

@testable import Inspection

@Suite("Addresses in packages")
struct WebAddressTests {
  @Test(
    "An identifier begins with its scheme",
    arguments: [
      ("https://example.org/a", true), ("urn:uuid:1", true), ("tag:a.org,2026:ក", true),
      ("a+b-c.1:x", true), ("https:", false), (":x", false), ("1a:x", false), ("example", false),
      ("a b:x", false), ("a:x y", false), ("a:<x>", false), ("a:x\u{2003}y", false), ("", false),
    ])
  func absolute(_ text: String, _ isAbsolute: Bool) {
    #expect(WebAddress.isAbsolute(text) == isAbsolute)
  }

  @Test(
    "A page has a host",
    arguments: [
      ("https://example.org", true), ("HTTP://a/b", true), ("https:/a", false),
      ("https:///a", false), ("https://?a", false), ("ftp://a", false), ("a", false),
    ])
  func page(_ text: String, _ isPage: Bool) {
    #expect(WebAddress.isPage(text) == isPage)
  }

  @Test("Names of parameters are read from the query alone")
  func parameters() {
    #expect(WebAddress.parameterNames("a?b=1&c&%64=2#e?f=1") == ["b", "c", "d"])
    #expect(WebAddress.parameterNames("a#b?c=1") == [])
    #expect(WebAddress.parameterNames("a") == [])
  }

  @Test(
    "A language tag has parts of one to eight signs",
    arguments: [
      ("km", true), ("en-US", true), ("x-none", true), ("zh-Hant-TW", true), ("sl-1994", true),
      ("", false), ("en_US", false), ("en-", false), ("1a", false), ("languages-x", false),
      ("ខ្មែរ", false),
    ])
  func tags(_ text: String, _ isTag: Bool) {
    #expect(WebAddress.isLanguageTag(text) == isTag)
  }

  @Test(
    "References lead from their file, and not out of the package",
    arguments: [
      ("b.xml", "a.xml", "b.xml"), ("../i/b.xml", "t/a.xml", "i/b.xml"),
      ("./b.xml?c#d", "t/a.xml", "t/b.xml"), ("../../b.xml", "t/a.xml", nil),
      ("/b.xml", "a.xml", nil), ("https://a", "a.xml", nil), ("", "a.xml", nil),
      ("a\\b", "a.xml", nil), ("a//b", "a.xml", nil), ("%2e%2e/b", "a.xml", nil),
      ("..", "t/a.xml", nil), ("../\u{301}b", "a.xml", nil),
    ] as [(String, String, String?)])
  func resolved(_ reference: String, _ file: String, _ path: String?) {
    #expect(ManifestPath.resolved(reference, from: file) == path)
  }

  @Test(
    "A mark that joins with a slash or a backslash does not hide it",
    arguments: ["../\u{301}a", "/\u{301}a", "a\\\u{301}b", "https:\u{301}//a"])
  func marks(_ path: String) {
    #expect(!ManifestPath.isSafe(path))
    #expect(ManifestPath.isSafe("ខ្មែរ/a.html"))
  }
}
