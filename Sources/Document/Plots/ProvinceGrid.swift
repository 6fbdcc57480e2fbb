package import Text

/// The capital and the provinces of Cambodia, and where each stands on a grid of equal tiles.
///
/// The grid keeps neighbours near each other and draws no border. Names as the June 2026 gazetteer
/// of the National Committee for Sub-National Democratic Development has them.
package enum ProvinceGrid {
  /// One tile.
  package struct Tile: Sendable, Hashable {
    /// The id, such as `siem-reap`.
    package let id: String
    /// The name.
    package let title: LocalizedText
    /// The column, from 0 in the west.
    package let column: Int
    /// The row, from 0 in the north.
    package let row: Int
  }

  /// How many columns the grid has.
  package static let columns = 6
  /// How many rows the grid has.
  package static let rows = 6

  /// The 25 tiles, from the north-west to the south-east.
  package static let tiles: [Tile] = [
    tile("banteay-meanchey", "Banteay Meanchey", "បន្ទាយមានជ័យ", 1, 0),
    tile("oddar-meanchey", "Oddar Meanchey", "ឧត្តរមានជ័យ", 2, 0),
    tile("preah-vihear", "Preah Vihear", "ព្រះវិហារ", 3, 0),
    tile("stung-treng", "Stung Treng", "ស្ទឹងត្រែង", 4, 0),
    tile("ratanakiri", "Ratanakiri", "រតនគិរី", 5, 0),
    tile("pailin", "Pailin", "ប៉ៃលិន", 0, 1),
    tile("battambang", "Battambang", "បាត់ដំបង", 1, 1),
    tile("siem-reap", "Siem Reap", "សៀមរាប", 2, 1),
    tile("kampong-thom", "Kampong Thom", "កំពង់ធំ", 3, 1),
    tile("kratie", "Kratie", "ក្រចេះ", 4, 1),
    tile("mondulkiri", "Mondulkiri", "មណ្ឌលគិរី", 5, 1),
    tile("pursat", "Pursat", "ពោធិ៍សាត់", 1, 2),
    tile("kampong-chhnang", "Kampong Chhnang", "កំពង់ឆ្នាំង", 2, 2),
    tile("kampong-cham", "Kampong Cham", "កំពង់ចាម", 3, 2),
    tile("tboung-khmum", "Tboung Khmum", "ត្បូងឃ្មុំ", 4, 2),
    tile("koh-kong", "Koh Kong", "កោះកុង", 1, 3),
    tile("kampong-speu", "Kampong Speu", "កំពង់ស្ពឺ", 2, 3),
    tile("phnom-penh", "Phnom Penh", "ភ្នំពេញ", 3, 3),
    tile("kandal", "Kandal", "កណ្តាល", 4, 3),
    tile("prey-veng", "Prey Veng", "ព្រៃវែង", 5, 3),
    tile("preah-sihanouk", "Preah Sihanouk", "ព្រះសីហនុ", 1, 4),
    tile("kampot", "Kampot", "កំពត", 2, 4),
    tile("takeo", "Takeo", "តាកែវ", 3, 4),
    tile("svay-rieng", "Svay Rieng", "ស្វាយរៀង", 5, 4),
    tile("kep", "Kep", "កែប", 2, 5),
  ]

  private static func tile(
    _ id: String, _ english: String, _ khmer: String, _ column: Int, _ row: Int
  ) -> Tile {
    Tile(id: id, title: LocalizedText(en: english, km: khmer), column: column, row: row)
  }
}
