/// What is known about the person behind a code; `nil` is what nobody said.
package struct PersonAttributes: Sendable, Hashable, Codable {
  /// The learner's code.
  package var code: String
  /// `female`, `male` or `other`.
  package var sex: String?
  /// The province, as an id such as `siem-reap`.
  package var province: String?
  /// The organisation the person works for.
  package var organisation: String?
  /// The role the person has there.
  package var role: String?
  /// The ten years within which the person was born, such as `1980-1989`; never the year.
  package var born: String?
  /// The office or the department within the organisation.
  package var office: String?
  /// The side the organisation stands on: one of `Sector`.
  package var sector: String?
  /// `yes` or `no` by the cut-off of the Washington Group short set; never the six answers.
  package var disability: String?
  /// The ethnicity, where the person wants it known.
  package var ethnicity: String?

  /// Creates attributes.
  package init(
    code: String, sex: String? = nil, province: String? = nil, organisation: String? = nil,
    role: String? = nil, born: String? = nil, office: String? = nil, sector: String? = nil,
    disability: String? = nil, ethnicity: String? = nil
  ) {
    self.code = code
    self.sex = sex
    self.province = province
    self.organisation = organisation
    self.role = role
    self.born = born
    self.office = office
    self.sector = sector
    self.disability = disability
    self.ethnicity = ethnicity
  }

  /// The sides that organisations stand on; a team of the programme mixes them.
  package enum Sector: String, Sendable, Hashable, CaseIterable {
    /// A ministry or a sub-national administration.
    case official
    /// An organisation of civil society.
    case cso
    /// Neither.
    case other
  }

  /// The attributes by name, in the order of tables.
  package static let names =
    exported + ["born", "office", "sector", "disability", "ethnicity"]

  /// The attributes that tables of results carry; the others say too much of one person to travel
  /// with every answer.
  package static let exported = ["sex", "province", "organisation", "role"]

  /// Gives one attribute by its name; `nil` for a name that is none.
  package subscript(name: String) -> String? {
    get {
      switch name {
      case "sex": sex
      case "province": province
      case "organisation": organisation
      case "role": role
      case "born": born
      case "office": office
      case "sector": sector
      case "disability": disability
      case "ethnicity": ethnicity
      default: nil
      }
    }
    set {
      switch name {
      case "sex": sex = newValue
      case "province": province = newValue
      case "organisation": organisation = newValue
      case "role": role = newValue
      case "born": born = newValue
      case "office": office = newValue
      case "sector": sector = newValue
      case "disability": disability = newValue
      case "ethnicity": ethnicity = newValue
      default: break
      }
    }
  }

  /// Tells whether nothing is known.
  package var isEmpty: Bool { Self.names.allSatisfy { self[$0] == nil } }

  /// Returns these attributes with whatever `later` knows in place of what was known.
  package func updated(with later: PersonAttributes) -> PersonAttributes {
    var result = self
    for name in Self.names {
      if let value = later[name] { result[name] = value }
    }
    return result
  }
}
