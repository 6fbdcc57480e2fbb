import Document
import Psychometrics
import Text

/// Turns the analysis of a change into the columns that every table of changes has.
enum ChangeCells {
  typealias Column = Table.Column
  typealias Cell = Table.Cell

  /// The columns; the keys are those of the analysis commands.
  ///
  /// - Parameter isOneOfMany: Whether the table asks several questions at once, so that p needs
  ///   its correction.
  /// - Returns: The columns after those that name the row.
  static func columns(isOneOfMany: Bool) -> [Column] {
    [
      Column("n", ReportingMessages.pairs, .number),
      Column("meanPre", ReportingMessages.meanPre, .number),
      Column("meanPost", ReportingMessages.meanPost, .number),
      Column("gain", ReportingMessages.gain, .number),
      Column("interval", ReportingMessages.interval, .interval),
      Column("t", LocalizedText(same: "t"), .number),
      Column("df", ReportingMessages.df, .number),
      Column("p", LocalizedText(same: "p"), .number),
    ]
      + (isOneOfMany ? [Column("pAdjusted", ReportingMessages.pAdjusted, .number)] : [])
      + [
        Column("wilcoxonP", ReportingMessages.wilcoxonP, .number),
        Column("hedgesG", ReportingMessages.hedgesG, .number),
      ]
  }

  /// What may be said of a change.
  enum Scope: Sendable, Hashable {
    /// Everything.
    case whole
    /// The means and the gain, but nothing that claims precision.
    case pointsOnly(LocalizedText)
    /// The means alone.
    case meansOnly(LocalizedText)
    /// Nothing.
    case hidden(LocalizedText)
  }

  /// Returns the cells of a row, in the order of the columns.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - scope: What may be said of it.
  ///   - pAdjusted: The corrected p, for a table of many; an outer `nil` leaves the column out.
  /// - Returns: The cells.
  static func cells(
    _ change: PairedChange, _ scope: Scope = .whole, pAdjusted: Double?? = .none
  ) -> [Cell] {
    var cells: [Cell] = [
      .integer(change.n), number(change.meanPre, digits: 1), number(change.meanPost, digits: 1),
      number(change.gain, digits: 1), interval(change.interval), number(change.t, digits: 2),
      change.t.value == nil ? number(change.t, digits: 0) : .integer(change.df),
      probability(change.p),
    ]
    if let adjusted = pAdjusted {
      let reason = change.p.reason.map(ReportingMessages.undefined)
      cells.append(
        .probability(adjusted, orMissing: reason ?? ReportingMessages.notReckoned))
    }
    cells += [
      probability(change.signedRank.map(\.p)), number(change.hedgesG, digits: 2),
    ]
    let kept: (Int, LocalizedText)? =
      switch scope {
      case .whole: nil
      case .pointsOnly(let reason): (4, reason)
      case .meansOnly(let reason): (3, reason)
      case .hidden(let reason): (0, reason)
      }
    guard let (count, reason) = kept else { return cells }
    // The first figure left out says why; the same words in ten cells would hide what is there.
    return cells.prefix(count) + [.missing(reason)]
      + [Cell](repeating: .empty, count: cells.count - count - 1)
  }

  /// Returns an estimate as a cell.
  static func number(_ estimate: Estimate<Double>, digits: Int) -> Cell {
    switch estimate {
    case .value(let value): .number(value, digits: digits)
    case .undefined(let reason): .missing(ReportingMessages.undefined(reason))
    }
  }

  /// Returns a probability as a cell.
  static func probability(_ estimate: Estimate<Double>) -> Cell {
    switch estimate {
    case .value(let value): .probability(value)
    case .undefined(let reason): .missing(ReportingMessages.undefined(reason))
    }
  }

  /// Returns an interval as a cell.
  static func interval(_ estimate: Estimate<ConfidenceInterval>) -> Cell {
    switch estimate {
    case .value(let value): .interval(low: value.low, high: value.high, digits: 1)
    case .undefined(let reason): .missing(ReportingMessages.undefined(reason))
    }
  }
}
