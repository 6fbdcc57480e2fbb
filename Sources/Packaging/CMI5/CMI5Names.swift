import Curriculum
import Text

/// The IRIs by which a course structure names course, blocks, units and objectives.
///
/// They are `urn:uuid:` with name-based UUIDs, because an IRI of cmi5 (course structure, 13.1.4)
/// has to be absolute and stay the same as long as the content means the same: nobody has to own a
/// domain, no address goes stale, and every machine makes the same ones. The version of the
/// curriculum is not part of the name, so that an LRS knows a unit again in the next version;
/// languages and province are, because an LMS holds those packages side by side.
struct CMI5Names {
  let course: CourseSelection

  /// The name of the course.
  var courseID: String { NameUUID.urn(base) }

  /// The name of a block or an assignable unit, by its name in the package.
  func unit(_ name: String) -> String { NameUUID.urn("\(base)/\(name)") }

  /// The name of a competency; the same in every package, and in the competency framework.
  func objective(_ competency: Competency) -> String {
    NameUUID.urn(FrameworkName.competency(competency.id, in: course.curriculum.id))
  }

  private var base: String {
    let languages = course.languages.map(\.rawValue).joined(separator: "+")
    let place = course.context.map { "/\($0)" } ?? ""
    return "\(course.curriculum.id)/cmi5/\(languages)\(place)"
  }
}
