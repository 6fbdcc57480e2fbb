package import Text

/// A small picture of numbers; drawn as SVG in a page and with letters in a terminal.
///
/// Nothing is said by colour alone: every value is also written beside its mark.
package struct Plot: Sendable, Hashable {
  /// The name for machines: ASCII, unique in the document.
  package var id: String
  /// What the picture shows.
  package var title: LocalizedText
  /// What somebody who cannot see the picture should know.
  package var summary: LocalizedText
  /// What the numbers are, with their unit.
  package var axis: LocalizedText
  /// With how many decimals values are written.
  package var digits: Int
  /// The numbers.
  package var content: Content
  /// The id of the table of the document that has these numbers; `nil` where the picture has to
  /// bring its own.
  package var table: String?

  /// Creates a plot.
  package init(
    id: String, title: LocalizedText, summary: LocalizedText, axis: LocalizedText,
    digits: Int = 1, content: Content, table: String? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.axis = axis
    self.digits = digits
    self.content = content
    self.table = table
  }

  /// The numbers of a plot, by the shape they are drawn in.
  package enum Content: Sendable, Hashable {
    /// A dot with its interval for each group, and a line at zero.
    case intervals([Interval])
    /// A line from a first to a second value for each group; the two texts name them.
    case slopes([Slope], first: LocalizedText, second: LocalizedText)
    /// A bar for each group, from zero.
    case bars([Bar])
    /// A line for each person or group between two upright axes.
    case slopeGraph(SlopeGraph)
    /// A square with its interval for each group, and a diamond for the whole.
    case forest(ForestPlot)
    /// Questions by difficulty and discrimination.
    case itemMap(ItemMap)
    /// How often each option was chosen by weaker and stronger people.
    case optionCurves(OptionCurves)
    /// How precisely a test measures where its people stand.
    case information(InformationCurve)
    /// How many of each group went which way.
    case flow(FlowPlot)
    /// Who was taught by whom.
    case lineage(LineageTree)
    /// A value for each province, on a grid.
    case tileMap(TileMap)
    /// Bars over time.
    case timetable(Timetable)
    /// How many are left after each stage.
    case funnel(FunnelPlot)
    /// A forecast with its bands.
    case fan(FanPlot)
    /// What moves an outcome most.
    case tornado(TornadoPlot)
  }

  /// A value with the interval around it.
  package struct Interval: Sendable, Hashable {
    /// The name of the group.
    package var label: LocalizedText
    /// The value.
    package var value: Double
    /// The lower end, or `nil` where no interval can be given.
    package var low: Double?
    /// The upper end, or `nil` where no interval can be given.
    package var high: Double?

    /// Creates a value with its interval.
    package init(label: LocalizedText, value: Double, low: Double? = nil, high: Double? = nil) {
      self.label = label
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// A pair of values.
  package struct Slope: Sendable, Hashable {
    /// The name of the group.
    package var label: LocalizedText
    /// The first value.
    package var first: Double
    /// The second value.
    package var second: Double

    /// Creates a pair.
    package init(label: LocalizedText, first: Double, second: Double) {
      self.label = label
      self.first = first
      self.second = second
    }
  }

  /// A single value.
  package struct Bar: Sendable, Hashable {
    /// The name of the group.
    package var label: LocalizedText
    /// The value.
    package var value: Double

    /// Creates a value.
    package init(label: LocalizedText, value: Double) {
      self.label = label
      self.value = value
    }
  }
}
