import Text
import XML

/// The presentation of a QTI 1.2 item: texts and responses in the order of the file.
struct QTI12Presentation {
  /// A text or a response.
  enum Part {
    case text(String)
    /// A piece of a text whose spaces count.
    case exact(String)
    case response(Response)
  }

  /// Something to answer.
  struct Response {
    var ident: String
    /// The name of the element, such as `response_lid`.
    var kind: String
    var cardinality: String
    /// What stands in it before or after its rendering.
    var text: String
    /// The rendering's element, such as `render_choice`.
    var rendering: String
    var labels: [Label]
    var keepsOrder: Bool
    /// `String`, `Integer`, `Decimal` or `Scientific`.
    var fibType: String
    var rows: Int?
  }

  /// Something that may be chosen.
  struct Label {
    var ident: String
    var text: String
    var line: Int
  }

  private(set) var parts: [Part] = []
  /// The tags of HTML, and the files, that have no place in an item.
  private(set) var lost: [LocalizedText] = []

  /// Reads a `presentation`.
  init(_ element: XMLElement?) {
    if let element { walk(element) }
  }

  /// The responses, in order.
  var responses: [Response] {
    parts.compactMap { if case .response(let response) = $0 { response } else { nil } }
  }

  /// The text before the first response and after it, in paragraphs.
  var stem: String {
    let texts = parts.compactMap { part -> String? in
      switch part {
      case .text(let text), .exact(let text): text.isEmpty ? nil : text
      case .response: nil
      }
    }
    return texts.joined(separator: "\n\n")
  }

  private mutating func walk(_ element: XMLElement) {
    for child in element.elements {
      switch child.name.local {
      case "material":
        if let text = child.first("mattext"), text.attribute("space") == "preserve" {
          parts.append(.exact(text.text))
        } else {
          parts.append(.text(text(child)))
        }
      case "flow", "flow_mat": walk(child)
      case "response_lid", "response_str", "response_num", "response_grp", "response_xy",
        "response_extension":
        parts.append(.response(response(child)))
      default: break
      }
    }
  }

  private mutating func response(_ element: XMLElement) -> Response {
    var response = Response(
      ident: element.attribute("ident") ?? "", kind: element.name.local,
      cardinality: element.attribute("rcardinality") ?? "Single", text: "", rendering: "",
      labels: [], keepsOrder: false, fibType: "String")
    var texts: [String] = []
    for child in element.elements {
      if child.name.local == "material" || child.name.local == "flow_mat" {
        texts.append(text(child))
      } else if child.name.local.hasPrefix("render_") {
        response.rendering = child.name.local
        response.keepsOrder = child.attribute("shuffle")?.lowercased() == "no"
        response.fibType = child.attribute("fibtype") ?? "String"
        response.rows = child.attribute("rows").flatMap { Int($0) }
        labels(in: child, &response)
      }
    }
    response.text = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return response
  }

  private mutating func labels(in element: XMLElement, _ response: inout Response) {
    for child in element.elements {
      if child.name.local == "response_label" {
        response.labels.append(
          Label(
            ident: child.attribute("ident") ?? "", text: text(child), line: child.line))
      } else {
        labels(in: child, &response)
      }
    }
  }

  /// The text of the materials in an element, as Markdown.
  mutating func text(_ element: XMLElement) -> String {
    var texts: [String] = []
    collect(element, &texts)
    return texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private mutating func collect(_ element: XMLElement, _ texts: inout [String]) {
    for child in element.elements {
      switch child.name.local {
      case "mattext", "matemtext", "mat_formattedtext":
        let type = child.attribute("texttype") ?? child.attribute("type") ?? ""
        let format =
          switch type.lowercased() {
          case "text/html", "html", "smart_text", "text/xhtml": "html"
          case "text/plain": "plain"
          default: ""
          }
        let text = MoodleText(child.text, format: format)
        for tag in text.lostTags { lose(MoodleMessages.tag(tag)) }
        texts.append(text.both.en)
      case "matimage", "mataudio", "matvideo", "matapplet", "matapplication":
        lose(MoodleMessages.file(child.attribute("uri") ?? child.attribute("label") ?? ""))
      case "response_label": break
      default: collect(child, &texts)
      }
    }
  }

  private mutating func lose(_ what: LocalizedText) {
    if !lost.contains(what) { lost.append(what) }
  }
}
