import Testing

@testable import Document

@Suite("JSON")
struct JSONTests {
  @Test("keys stand in the order in which they were given")
  func order() {
    let value: JSONValue = ["b": 1, "a": [true, .null, "x"], "c": ["z": 1.5, "y": [:]]]
    #expect(value.encoded() == #"{"b":1,"a":[true,null,"x"],"c":{"z":1.5,"y":{}}}"#)
  }

  @Test("an indented text has one member a line")
  func indented() {
    let value: JSONValue = ["a": [1, 2], "b": [], "c": [:]]
    let expected = """
      {
        "a": [
          1,
          2
        ],
        "b": [],
        "c": {}
      }
      """
    #expect(value.encoded(indented: true) == expected)
  }

  @Test("what JSON has no number for is null")
  func notFinite() {
    #expect(JSONValue.array([.double(.nan), .double(.infinity)]).encoded() == "[null,null]")
    #expect(JSONValue(number: nil) == .null)
    #expect(JSONValue(number: -.infinity) == .null)
    #expect(JSONValue(number: 2) == .double(2))
    #expect(JSONValue(text: nil) == .null)
    #expect(JSONValue(text: "a") == "a")
  }

  @Test(
    "doubles are written shortest and read back the same",
    arguments: [
      0.1, 1.0, -0.0, 1e16, 1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1.0 / 3,
      123456.789,
    ])
  func doubles(_ number: Double) throws {
    let text = JSONValue.double(number).encoded()
    let read = try #require(JSONValue.parse(text)?.doubleValue)
    #expect(read.bitPattern == number.bitPattern)
  }

  @Test("whole doubles keep their point")
  func wholeDouble() {
    #expect(JSONValue.double(1).encoded() == "1.0")
    #expect(JSONValue.int(1).encoded() == "1")
  }

  @Test("what could break a line or a page is escaped, Khmer is not")
  func escapes() {
    let value: JSONValue = "\"\\\u{8}\t\n\u{c}\r\u{1}\u{7f}\u{85}\u{2028}\u{2029}ខ្មែរ😀/"
    #expect(
      value.encoded()
        == #""\"\\\b\t\n\f\r\u0001\u007f\u0085\u2028\u2029ខ្មែរ😀/""#)
    #expect(JSONValue.parse(value.encoded()) == value)
  }

  @Test("text for a script element cannot close it")
  func script() {
    let value: JSONValue = "</script>&"
    #expect(value.encoded(forScript: true) == #""\u003c/script\u003e\u0026""#)
    #expect(JSONValue.parse(value.encoded(forScript: true)) == value)
    #expect(value.encoded() == #""</script>&""#)
  }

  @Test("values nested too deep are cut, not crashed on")
  func deepWriting() {
    var value: JSONValue = 1
    for _ in 0..<600 { value = .array([value]) }
    #expect(value.encoded().contains("null"))
  }

  @Test("numbers read as what they are")
  func numbers() {
    #expect(JSONValue.parse("-12") == .int(-12))
    #expect(JSONValue.parse("0") == .int(0))
    #expect(JSONValue.parse("0.50") == .double(0.5))
    #expect(JSONValue.parse("1E+2") == .double(100))
    #expect(JSONValue.parse("1e-2") == .double(0.01))
    #expect(JSONValue.parse("9223372036854775808") == .double(9223372036854775808))
  }

  @Test("escapes read as what they mean, surrogate pairs too")
  func readEscapes() {
    #expect(JSONValue.parse(#""\"\\\/\b\f\n\r\t\u1780\uD83d\ude00""#) == "\"\\/\u{8}\u{c}\n\r\tក😀")
  }

  @Test("space around everything is allowed")
  func space() {
    #expect(
      JSONValue.parse(" { \"a\" : [ 1 , 2 ] ,\r\n\t\"b\" : [ ] , \"c\" : { } } ")
        == ["a": [1, 2], "b": [], "c": [:]])
  }

  @Test(
    "what is not exactly one JSON value is refused",
    arguments: [
      "", " ", "nul", "True", "01", "-", "+1", ".5", "1.", "1e", "1e+", "1 2", "[1,]", "[1 2]",
      "[", "[1", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1 \"b\":2}",
      "{\"a\":1,\"a\":2}", "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"",
      "\"\\uD800\"", "\"\\uD800\\u0041\"", "\"\\uD800\\n\"", "\"\\uDC00\"", "\"a\nb\"", "1e999",
      "\u{FEFF}1", "// x\n1", "'a'", "NaN", "\"\\u+123\"", "\"\\",
    ])
  func refused(_ text: String) {
    #expect(JSONValue.parse(text) == nil)
  }

  @Test("nesting has a limit")
  func depth() {
    let deep = { (count: Int) in
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(JSONValue.parse(deep(128)) != nil)
    #expect(JSONValue.parse(deep(129)) == nil)
    #expect(JSONValue.parse(deep(100_000)) == nil)
    #expect(JSONValue.parse("{\"a\":[]}", depthLimit: 1) == nil)
  }

  @Test("values are reached by what they are")
  func access() {
    let value: JSONValue = ["n": 3, "d": 2.0, "f": 0.5, "s": "x", "b": true, "l": [1], "z": .null]
    #expect(value["n"]?.intValue == 3)
    #expect(value["n"]?.doubleValue == 3)
    #expect(value["d"]?.intValue == 2)
    #expect(value["f"]?.intValue == nil)
    #expect(value["f"]?.doubleValue == 0.5)
    #expect(value["s"]?.stringValue == "x")
    #expect(value["s"]?.intValue == nil)
    #expect(value["s"]?.doubleValue == nil)
    #expect(value["b"]?.boolValue == true)
    #expect(value["l"]?.arrayValue == [1])
    #expect(value["z"]?.isNull == true)
    #expect(value["n"]?.stringValue == nil)
    #expect(value["n"]?.boolValue == nil)
    #expect(value["n"]?.arrayValue == nil)
    #expect(value["missing"] == nil)
    #expect(value["n"]?["x"] == nil)
  }

  @Test("an object keeps one value a key, in the place of the first")
  func object() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.keys == ["a", "b"])
    #expect(object["a"] == 3)
    object["c"] = 4
    object["b"] = nil
    object["a"] = 5
    object["none"] = nil
    #expect(object == ["a": 5, "c": 4])
    #expect(JSONValue.object(JSONObject()).encoded() == "{}")
  }
}
