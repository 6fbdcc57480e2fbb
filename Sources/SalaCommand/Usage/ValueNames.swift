import Text

/// The names that help pages give to the values of options and arguments.
enum ValueNames {
  /// Returns the name of a value in both languages; a name that is not known stays as it is.
  static func text(_ name: String) -> LocalizedText {
    all[name] ?? LocalizedText(same: name)
  }

  /// The names by ArgumentParser's.
  static let all: [String: LocalizedText] = [
    "answers": LocalizedText(en: "file", km: "ឯកសារ"),
    "code": LocalizedText(en: "code", km: "កូដ"),
    "columns": LocalizedText(en: "number", km: "ចំនួន"),
    "context": LocalizedText(en: "province", km: "ខេត្ត"),
    "control-documents": LocalizedText(en: "folder", km: "ថត"),
    "count": LocalizedText(en: "number", km: "ចំនួន"),
    "curriculum": LocalizedText(en: "curriculum", km: "កម្មវិធីសិក្សា"),
    "event": LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍"),
    "extra-minutes": LocalizedText(en: "minutes", km: "នាទី"),
    "file": LocalizedText(en: "file", km: "ឯកសារ"),
    "files": LocalizedText(en: "files", km: "ឯកសារ"),
    "fingerprint": LocalizedText(en: "fingerprint", km: "ស្នាមសោ"),
    "form": LocalizedText(en: "form", km: "វិញ្ញាសា"),
    "format": LocalizedText(en: "format", km: "ទម្រង់"),
    "forms": LocalizedText(en: "forms", km: "វិញ្ញាសា"),
    "from": LocalizedText(en: "format", km: "ទម្រង់"),
    "id": LocalizedText(en: "id", km: "លេខសម្គាល់"),
    "input": LocalizedText(en: "in", km: "ប្រភព"),
    "item": LocalizedText(en: "question", km: "សំណួរ"),
    "key": LocalizedText(en: "key", km: "សោ"),
    "kind": LocalizedText(en: "kind", km: "ប្រភេទ"),
    "language": LocalizedText(en: "language", km: "ភាសា"),
    "learner": LocalizedText(en: "learner", km: "សិក្ខាកាម"),
    "level": LocalizedText(en: "criterion=level", km: "លក្ខណៈ=កម្រិត"),
    "module": LocalizedText(en: "module", km: "ម៉ូឌុល"),
    "modules": LocalizedText(en: "modules", km: "ម៉ូឌុល"),
    "name": LocalizedText(en: "name", km: "ឈ្មោះ"),
    "occasion": LocalizedText(en: "occasion", km: "ឱកាស"),
    "organization": LocalizedText(en: "structure", km: "រចនាសម្ព័ន្ធ"),
    "other": LocalizedText(en: "folder", km: "ថត"),
    "out": LocalizedText(en: "out", km: "គោលដៅ"),
    "outcome": LocalizedText(en: "outcome", km: "លទ្ធផលសិក្សា"),
    "package": LocalizedText(en: "package", km: "កញ្ចប់មេរៀន"),
    "page": LocalizedText(en: "page", km: "ទំព័រ"),
    "path": LocalizedText(en: "curriculum", km: "កម្មវិធីសិក្សា"),
    "people": LocalizedText(en: "number", km: "ចំនួន"),
    "plan": LocalizedText(en: "plan", km: "ផែនការ"),
    "pool": LocalizedText(en: "pool", km: "បណ្តុំ"),
    "granter": LocalizedText(en: "who", km: "អ្នកផ្តល់"),
    "grouping": LocalizedText(en: "columns", km: "ចំណុចបំបែក"),
    "port": LocalizedText(en: "port", km: "ច្រក"),
    "rater": LocalizedText(en: "rater", km: "អ្នកវាយតម្លៃ"),
    "reason": LocalizedText(en: "reason", km: "មូលហេតុ"),
    "report": LocalizedText(en: "format", km: "ទម្រង់"),
    "runs": LocalizedText(en: "number", km: "ចំនួន"),
    "seed": LocalizedText(en: "number", km: "លេខ"),
    "session": LocalizedText(en: "session", km: "វគ្គ"),
    "slug": LocalizedText(en: "name", km: "ឈ្មោះ"),
    "state": LocalizedText(en: "state", km: "ស្ថានភាព"),
    "store": LocalizedText(en: "folder", km: "ថត"),
    "style": LocalizedText(en: "style", km: "រចនាប័ទ្ម"),
    "terms": LocalizedText(en: "file", km: "ឯកសារ"),
    "time-factor": LocalizedText(en: "factor", km: "មេគុណ"),
    "title": LocalizedText(en: "title", km: "ចំណងជើង"),
    "title-km": LocalizedText(en: "title", km: "ចំណងជើង"),
    "to": LocalizedText(en: "format", km: "ទម្រង់"),
  ]
}
