import Curriculum
import Records
import Source
import Terminal
import Text

/// The menu at a terminal: writes lines, reads lines, runs what was chosen.
///
/// Nothing moves the cursor, so it works on any terminal and with a screen reader, and nothing is
/// remembered.
struct MenuAtConsole {
  let console: Console

  init(_ console: Console) { self.console = console }

  /// Runs until the person leaves.
  ///
  /// - Returns: 0.
  func run() -> Int32 {
    let first = console.language(nil)
    var menu = Menu(language: first, surroundings: DiskSurroundings(console).all)
    console.line(MenuWords.greeting.text(in: first))
    show(menu)
    while true {
      console.write(menu.prompt)
      guard let line = console.readLine() else {
        console.line()
        return 0
      }
      switch menu.read(Console.withoutControls(line)) {
      case .leave: return 0
      case .show: show(menu)
      case .refuse(let why):
        for text in LineWrapping.lines(why.text(in: menu.language), width: width) {
          console.line(text)
        }
      case .run(let arguments):
        // The other language than the terminal's is said on the line too, so that it can be typed.
        let call =
          (menu.language == first ? [] : ["--language", menu.language.rawValue]) + arguments
        console.line()
        console.line(MenuWords.alsoType.text(in: menu.language))
        console.line("  " + CommandLineText(call).text)
        console.line()
        _ = Sala.run(call, console: console)
        show(menu)
      }
    }
  }

  private var width: Int { min(100, max(24, console.width)) }

  private func show(_ menu: Menu) {
    console.line()
    for line in menu.lines(width: console.width) { console.line(line) }
  }
}

/// What can be chosen, looked up on disk when a task asks for it.
private struct DiskSurroundings {
  let console: Console

  init(_ console: Console) { self.console = console }

  var all: MenuSurroundings {
    MenuSurroundings(
      curricula: curricula, modules: modules, provinces: provinces, packages: packages,
      events: events)
  }

  private func curricula() -> [MenuChoice] {
    CurriculumFinding.ids(console).map { id in
      MenuChoice(value: id, title: LocalizedText(same: id))
    }
  }

  private func curriculum(_ id: String?) -> Curriculum? {
    guard let place = try? CurriculumFinding.place(id, console: console) else { return nil }
    return CurriculumLoading.load(place.id, from: place.tree).curriculum
  }

  private func modules(_ id: String?) -> [MenuChoice] {
    (curriculum(id)?.modules ?? []).map { MenuChoice(value: $0.id, title: $0.title) }
  }

  private func provinces(_ id: String?) -> [MenuChoice] {
    (curriculum(id)?.contexts ?? []).map { MenuChoice(value: $0.id, title: $0.title) }
  }

  private func packages() -> [MenuChoice] {
    FileReading.names(in: "exports").filter { $0.hasSuffix(".zip") || $0.hasSuffix(".imscc") }
      .map { MenuChoice(value: "exports/" + $0, title: LocalizedText(same: "exports/" + $0)) }
  }

  private func events() -> [MenuChoice] {
    guard let folder = try? StoreOption().folder(console), FileReading.isFolder(folder),
      let store = try? Store.open(
        folder, options: StoreOption.options(console, kind: .any, creates: false)),
      let events = try? store.events()
    else { return [] }
    return events.map { event in
      MenuChoice(
        value: event.id,
        title: LocalizedText(
          en: "\(event.id): \(event.title.en)", km: "\(event.id)៖ \(event.title.km)"))
    }
  }
}
