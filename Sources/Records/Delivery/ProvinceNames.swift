package import Text

/// The capital and the provinces of Cambodia, by the ids that records use.
package enum ProvinceNames {
  /// The ids with the names, in the order of the ids.
  ///
  /// Source: gazetteer of the National Committee
  /// for Sub-National Democratic Development, 25 units of the first tier.
  package static let all: [(id: String, name: LocalizedText)] = [
    ("banteay-meanchey", LocalizedText(en: "Banteay Meanchey", km: "បន្ទាយមានជ័យ")),
    ("battambang", LocalizedText(en: "Battambang", km: "បាត់ដំបង")),
    ("kampong-cham", LocalizedText(en: "Kampong Cham", km: "កំពង់ចាម")),
    ("kampong-chhnang", LocalizedText(en: "Kampong Chhnang", km: "កំពង់ឆ្នាំង")),
    ("kampong-speu", LocalizedText(en: "Kampong Speu", km: "កំពង់ស្ពឺ")),
    ("kampong-thom", LocalizedText(en: "Kampong Thom", km: "កំពង់ធំ")),
    ("kampot", LocalizedText(en: "Kampot", km: "កំពត")),
    ("kandal", LocalizedText(en: "Kandal", km: "កណ្តាល")),
    ("kep", LocalizedText(en: "Kep", km: "កែប")),
    ("koh-kong", LocalizedText(en: "Koh Kong", km: "កោះកុង")),
    ("kratie", LocalizedText(en: "Kratie", km: "ក្រចេះ")),
    ("mondulkiri", LocalizedText(en: "Mondulkiri", km: "មណ្ឌលគិរី")),
    ("oddar-meanchey", LocalizedText(en: "Oddar Meanchey", km: "ឧត្តរមានជ័យ")),
    ("pailin", LocalizedText(en: "Pailin", km: "ប៉ៃលិន")),
    ("phnom-penh", LocalizedText(en: "Phnom Penh", km: "ភ្នំពេញ")),
    ("preah-sihanouk", LocalizedText(en: "Preah Sihanouk", km: "ព្រះសីហនុ")),
    ("preah-vihear", LocalizedText(en: "Preah Vihear", km: "ព្រះវិហារ")),
    ("prey-veng", LocalizedText(en: "Prey Veng", km: "ព្រៃវែង")),
    ("pursat", LocalizedText(en: "Pursat", km: "ពោធិ៍សាត់")),
    ("ratanakiri", LocalizedText(en: "Ratanakiri", km: "រតនគិរី")),
    ("siem-reap", LocalizedText(en: "Siem Reap", km: "សៀមរាប")),
    ("stung-treng", LocalizedText(en: "Stung Treng", km: "ស្ទឹងត្រែង")),
    ("svay-rieng", LocalizedText(en: "Svay Rieng", km: "ស្វាយរៀង")),
    ("takeo", LocalizedText(en: "Takeo", km: "តាកែវ")),
    ("tboung-khmum", LocalizedText(en: "Tboung Khmum", km: "ត្បូងឃ្មុំ")),
  ]

  /// Returns the name behind an id; the id itself where it is none of these.
  package static func name(_ id: String) -> LocalizedText {
    all.first { $0.id == id }?.name ?? LocalizedText(same: id)
  }

  /// Returns the id of what a person typed, `Siem Reap` and `សៀមរាប` as `siem-reap`.
  ///
  /// A person may come from anywhere, so that what is none of the 25 is kept: in Latin letters as an
  /// id is written, in Khmer as it was typed.
  static func id(_ text: String) -> String { known(text) ?? written(text) }

  private static func written(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.lowercased().split { " _-".contains($0) }.joined(separator: "-")
  }

  /// Returns the id of one of the 25 that a text names in either language, or `nil`.
  package static func known(_ text: String) -> String? {
    let id = written(Khmer.normalised(text))
    return all.first { $0.id == id || $0.name.km == id || "ខេត្ត" + $0.name.km == id }?.id
  }
}
