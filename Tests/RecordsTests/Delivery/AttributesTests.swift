import Source
import Testing
import Text

@testable import Records

@Suite("What is known about people")
struct AttributesTests {
  func people(_ csv: String) -> ([PersonAttributes], [Diagnostic]) {
    let collector = DiagnosticCollector()
    guard let table = CSVTable(SourceFile(path: "p.csv", text: csv), collector: collector) else {
      return ([], collector.diagnostics)
    }
    let persons = RosterReading(table: table, collector: collector).persons()
    return (persons.map(\.attributes), collector.diagnostics)
  }

  @Test("a year becomes its ten years, sides and answers have one form each")
  func values() {
    let (people, findings) = people(
      "born,sector,disability,office,ethnicity\n1985,NGO,Yes,ការិយាល័យផែនការ,Tampuan\n"
        + "១៩៩០,មន្ត្រី,គ្មាន,,\n1970-1979,other,no,,\n")
    #expect(findings.isEmpty)
    #expect(people.map(\.born) == ["1980-1989", "1990-1999", "1970-1979"])
    #expect(people.map(\.sector) == ["cso", "official", "other"])
    #expect(people.map(\.disability) == ["yes", "no", "no"])
    #expect(people[0].office == "ការិយាល័យផែនការ" && people[0].ethnicity == "Tampuan")
  }

  @Test("what is no value is named with a caret at its cell")
  func wrong() {
    let (_, findings) = people("born,sector,disability\n85,army,perhaps\n1985-1994,,\n")
    #expect(
      findings.map(\.code) == [
        "unknown-birth-years", "unknown-sector", "unknown-disability", "unknown-birth-years",
      ])
    #expect(findings.map(\.location.line) == [2, 2, 2, 3])
    #expect(findings.map(\.location.column) == [1, 4, 9, 1])
    #expect(findings[1].length == 4 && findings[1].excerpt == "85,army,perhaps")
  }

  @Test("six answers become yes at the cut-off, no below it, and are not kept")
  func washingtonGroup() {
    let header = WashingtonGroup.columns.joined(separator: ",") + "\n"
    let (people, findings) = people(
      header + "1,1,2,2,1,1\n1,1,3,1,1,1\n៤,,,,,\n1,1,,1,1,1\n,,,,,\n2,2,2,2,2,2\n")
    #expect(people.map(\.disability) == ["no", "yes", "yes", nil, nil, "no"])
    #expect(findings.map(\.code) == ["few-answers"] && findings[0].severity == .warning)
    #expect(self.people(header + "1,1,5,1,1,1\n").1.map(\.code) == ["unknown-answer"])
  }

  @Test("older words about people are read, and new ones survive the journal and the index")
  func journal() throws {
    let old = #"{"code":"A","kind":"person-described","sex":"male"}"#
    #expect(
      try CanonicalJSON.value(Fact.self, from: old.utf8)
        == .personDescribed(PersonAttributes(code: "A", sex: "male")))
    let folder = TemporaryFolder()
    let store = try Store.open(folder.path, options: .test())
    var person = PersonAttributes(code: "A")
    for name in PersonAttributes.names { person[name] = "v-\(name)" }
    try store.append(.personDescribed(person))
    #expect(try store.people() == [person])
    #expect(PersonAttributes.names.allSatisfy { person[$0] == "v-\($0)" })
  }
}
