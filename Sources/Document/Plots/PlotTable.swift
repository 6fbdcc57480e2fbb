import Text

/// The numbers of plots as tables, for those who cannot see pictures and for programs.
extension Plot {
  /// The numbers of the plot; the id is that of the plot.
  package var data: Table {
    let (columns, rows) = numbers
    return Table(id: id, caption: title, columns: columns, rows: rows)
  }

  /// What draws the plot; `nil` for the three kinds that `SVGPlot` and `TextPlot` draw themselves.
  var picture: (any Picture)? {
    switch content {
    case .intervals, .slopes, .bars: nil
    case .slopeGraph(let picture): picture
    case .forest(let picture): picture
    case .itemMap(let picture): picture
    case .optionCurves(let picture): picture
    case .information(let picture): picture
    case .flow(let picture): picture
    case .lineage(let picture): picture
    case .tileMap(let picture): picture
    case .timetable(let picture): picture
    case .funnel(let picture): picture
    case .fan(let picture): picture
    case .tornado(let picture): picture
    }
  }

  private var numbers: (columns: [Table.Column], rows: [[Table.Cell]]) {
    let label = Table.Column("label", DocumentMessages.what)
    let number = { (value: Double) in
      Table.Cell.number(value, digits: digits, orMissing: DocumentMessages.noValue)
    }
    switch content {
    case .intervals(let points):
      return (
        [
          label, Table.Column("value", DocumentMessages.value, .number),
          Table.Column("interval", DocumentMessages.interval, .interval),
        ],
        points.map { point in
          let interval: Table.Cell =
            if let low = point.low, let high = point.high {
              .interval(low: low, high: high, digits: digits)
            } else {
              .empty
            }
          return [.localized(point.label), number(point.value), interval]
        }
      )
    case .slopes(let slopes, let first, let second):
      return (
        [label, Table.Column("first", first, .number), Table.Column("second", second, .number)],
        slopes.map { [.localized($0.label), number($0.first), number($0.second)] }
      )
    case .bars(let bars):
      return (
        [label, Table.Column("value", DocumentMessages.value, .number)],
        bars.map { [.localized($0.label), number($0.value)] }
      )
    default:
      guard let picture else { return ([], []) }
      return (picture.columns, picture.rows(self))
    }
  }
}
