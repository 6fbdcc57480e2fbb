package import Text

/// The capital and the provinces of Cambodia, and where each stands on a grid of equal tiles.
///
/// The grid keeps neighbours near each other and draws no border.
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
    tile("banteay-meanchey", 1, 0),
    tile("oddar-meanchey", 2, 0),
    tile("preah-vihear", 3, 0),
    tile("stung-treng", 4, 0),
    tile("ratanakiri", 5, 0),
    tile("pailin", 0, 1),
    tile("battambang", 1, 1),
    tile("siem-reap", 2, 1),
    tile("kampong-thom", 3, 1),
    tile("kratie", 4, 1),
    tile("mondulkiri", 5, 1),
    tile("pursat", 1, 2),
    tile("kampong-chhnang", 2, 2),
    tile("kampong-cham", 3, 2),
    tile("tboung-khmum", 4, 2),
    tile("koh-kong", 1, 3),
    tile("kampong-speu", 2, 3),
    tile("phnom-penh", 3, 3),
    tile("kandal", 4, 3),
    tile("prey-veng", 5, 3),
    tile("preah-sihanouk", 1, 4),
    tile("kampot", 2, 4),
    tile("takeo", 3, 4),
    tile("svay-rieng", 5, 4),
    tile("kep", 2, 5),
  ]

  private static func tile(_ id: String, _ column: Int, _ row: Int) -> Tile {
    Tile(id: id, title: CambodianProvinces.name(id), column: column, row: row)
  }
}
