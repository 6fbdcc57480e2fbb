import Curriculum
package import Document
import Source
import Text

extension CascadePlanning {
  /// Returns what a plan comes to as a document, for a terminal, a page or a program.
  package static func document(for report: CascadeReport) -> Document {
    CascadeDocument(report: report).document()
  }
}

/// Says in words and tables what a cascade comes to.
struct CascadeDocument {
  let report: CascadeReport

  private typealias Words = CascadeMessages

  func document() -> Document {
    let plan = report.plan
    var blocks: [Document.Block] = [.paragraph(Words.introduction)]
    let figures = figures()
    let assumed = figures.count { $0.basis.isAssumption }
    if assumed > 0 {
      blocks.append(.note(.warning, Words.assumptions(assumed, of: figures.count)))
    }
    blocks.append(.keyValues(totals()))
    blocks += [.heading(Words.generations), .table(generations())]
    blocks += [.heading(Words.whatBinds), .list(report.generations.dropFirst().map(sentence))]
    blocks.append(.paragraph(overall()))
    for generation in report.generations where generation.isOverloaded {
      blocks.append(
        .note(
          .warning,
          Words.overloaded(
            generation.number, load: generation.load ?? 0, limit: plan.limits.load.value)))
    }
    let late = report.generations.filter { $0.number > plan.limits.generation.value }
    if let first = late.first {
      blocks.append(
        .note(.warning, Words.tooDeep(first.number, limit: plan.limits.generation.value)))
    }
    if report.generations.count > 1 { blocks.append(.plot(plot())) }
    if let retention = plan.retention {
      blocks += [
        .heading(Words.illustration),
        .note(.info, Words.illustrated(retention.value, source: source(of: retention.basis))),
        .table(illustration()),
      ]
    }
    blocks += CascadePlanning.costBlocks(report)
    blocks += CascadePlanning.scenarioBlocks(plan)
    blocks += [.heading(Words.figures), .table(table(of: figures))]
    return Document(
      title: plan.title.isEmpty ? Words.title : plan.title, blocks: blocks)
  }

  // MARK: Tables

  private func totals() -> KeyValues {
    var items: [KeyValues.Item] = [
      .init(key: "target", title: Words.totalTarget, value: .integer(report.totalTarget)),
      .init(key: "reach", title: Words.totalReach, value: .integer(report.totalReach)),
      .init(key: "classes", title: Words.totalClasses, value: .integer(report.totalClasses)),
      .init(
        key: "trainerDays", title: Words.totalTrainerDays, value: .integer(report.totalTrainerDays)),
      .init(
        key: "binds", title: Words.binds,
        value: .text(report.binding?.limit.rawValue ?? "none")),
    ]
    if let binding = report.binding {
      items.append(
        .init(
          key: "bindsInGeneration", title: Words.bindsIn,
          value: .integer(binding.generation.number)))
    }
    return KeyValues(id: "totals", items: items)
  }

  private func generations() -> Table {
    let columns: [Table.Column] = [
      .init("generation", Words.generation, .number), .init("title", Words.who),
      .init("target", Words.target, .number), .init("trainers", Words.trainers, .number),
      .init("active", Words.active, .number), .init("classesNeeded", Words.needed, .number),
      .init("classesHeld", Words.held, .number),
      .init("trainerDays", Words.trainerDays, .number), .init("load", Words.load, .number),
      .init("reach", Words.reach, .number), .init("cumulativeReach", Words.cumulative, .number),
      .init("nextTrainers", Words.next, .number), .init("women", Words.women, .number),
      .init("binds", Words.binds),
    ]
    return Table(
      id: "generations", caption: Words.generationsCaption, columns: columns,
      rows: report.generations.enumerated().map { index, generation in
        index == 0 ? firstRow(generation) : row(generation)
      }, footnotes: [Words.formulas, Words.workingDays])
  }

  private func firstRow(_ generation: GenerationReport) -> [Table.Cell] {
    [
      .integer(generation.number), .localized(title(generation)), .integer(generation.target),
      .empty, .empty, .empty, .empty, .empty, .empty, .integer(generation.reach), .empty,
      .integer(generation.nextTrainers), generation.womenNeeded.map { .integer($0) } ?? .empty,
      .empty,
    ]
  }

  private func row(_ generation: GenerationReport) -> [Table.Cell] {
    [
      .integer(generation.number), .localized(title(generation)), .integer(generation.target),
      .integer(generation.trainers), .number(generation.activeTrainers, digits: 1),
      .integer(generation.classesNeeded), .integer(generation.classesHeld),
      .integer(generation.trainerDays),
      .number(generation.load, digits: 1, orMissing: Words.nobodyActive),
      .integer(generation.reach), .integer(generation.cumulativeReach),
      .integer(generation.nextTrainers), generation.womenNeeded.map { .integer($0) } ?? .empty,
      .text(generation.binding?.rawValue ?? "none"),
    ]
  }

  private func illustration() -> Table {
    Table(
      id: "illustration", caption: Words.illustrationCaption,
      columns: [
        .init("generation", Words.generation, .number),
        .init("content", Words.content, .number),
      ],
      rows: report.generations.map {
        [.integer($0.number), .number($0.illustratedContent, digits: 2, orMissing: Words.noRule)]
      })
  }

  private func plot() -> Plot {
    Plot(
      id: "reach", title: Words.cumulative,
      summary: Words.plotSummary(report.totalReach, report.totalTarget), axis: Words.people,
      digits: 0,
      content: .bars(
        report.generations.dropFirst().map {
          Plot.Bar(label: Words.generationName($0.number), value: Double($0.cumulativeReach))
        }))
  }

  // MARK: Words

  private func title(_ generation: GenerationReport) -> LocalizedText {
    generation.isOptional ? Words.optional(generation.title) : generation.title
  }

  private func sentence(_ generation: GenerationReport) -> LocalizedText {
    guard let limit = generation.binding else {
      return generation.target == 0
        ? Words.nothingToDo(generation.number)
        : Words.met(generation.number, target: generation.target)
    }
    return Words.missed(
      generation.number, reach: generation.reach, target: generation.target,
      needed: generation.classesNeeded, held: generation.classesHeld, limit: limit)
  }

  private func overall() -> LocalizedText {
    guard let binding = report.binding else { return Words.allMet }
    return Words.overall(binding.generation.number, binding.limit)
  }

  // MARK: Figures

  /// A figure of the plan with what it is and where it comes from.
  private struct PlanFigure {
    var generation: Int?
    var name: LocalizedText
    var value: Table.Cell
    var basis: Basis
  }

  private func figures() -> [PlanFigure] {
    let plan = report.plan
    var figures: [PlanFigure] = []
    for generation in plan.generations {
      let number = generation.number
      func add(_ name: LocalizedText, _ value: Table.Cell, _ basis: Basis) {
        figures.append(PlanFigure(generation: number, name: name, value: value, basis: basis))
      }
      for target in generation.targets {
        let title = plan.group(target.group.value)?.title ?? LocalizedText(same: target.group.value)
        add(Words.targetOf(title), .integer(target.people.value), target.people.basis)
      }
      if let training = generation.training {
        add(Words.classSize, .integer(training.classSize.value), training.classSize.basis)
        add(Words.showUp, .number(training.showUp.value, digits: 2), training.showUp.basis)
        add(
          Words.facilitators, .integer(training.facilitators.value), training.facilitators.basis)
        add(Words.days, .integer(training.days.value), training.days.basis)
        add(Words.activeShare, .number(training.active.value, digits: 2), training.active.basis)
        add(
          Words.classesPerTrainer, .integer(training.classesPerTrainer.value),
          training.classesPerTrainer.basis)
        if let dropOut = training.dropOut {
          add(ForecastMessages.name(.dropOut), .number(dropOut.value, digits: 2), dropOut.basis)
        }
        if let pass = training.pass {
          add(ForecastMessages.name(.pass), .number(pass.value, digits: 2), pass.basis)
        }
        if let window = training.window {
          add(
            Words.window, .text("\(window.value.from.text) – \(window.value.to.text)"),
            window.basis)
        }
      }
      add(
        Words.certified, .number(generation.certified.value, digits: 2),
        generation.certified.basis)
      if let women = generation.womenShare {
        add(Words.womenShare, .number(women.value, digits: 2), women.basis)
      }
    }
    figures += [
      PlanFigure(
        generation: nil, name: Words.largestClass, value: .integer(plan.limits.classSize.value),
        basis: plan.limits.classSize.basis),
      PlanFigure(
        generation: nil, name: Words.largestLoad,
        value: .number(plan.limits.load.value, digits: 1), basis: plan.limits.load.basis),
      PlanFigure(
        generation: nil, name: Words.lastGeneration,
        value: .integer(plan.limits.generation.value), basis: plan.limits.generation.basis),
    ]
    for (name, figure) in [
      (EconomicsMessages.trainerDay, plan.costs?.trainerDay),
      (EconomicsMessages.way, plan.costs?.travel),
      (EconomicsMessages.classCost, plan.costs?.classCost),
      (EconomicsMessages.participantDay, plan.costs?.participantDay),
      (EconomicsMessages.materials, plan.costs?.materials),
      (ForecastMessages.name(.passed), plan.fidelity?.passed),
      (ForecastMessages.name(.monthlyLoss), plan.fidelity?.monthlyLoss),
      (EconomicsMessages.floor, plan.fidelity?.floor),
    ] {
      guard let figure else { continue }
      figures.append(
        PlanFigure(
          generation: nil, name: name, value: .number(figure.value, digits: 3),
          basis: figure.basis))
    }
    return figures
  }

  private func table(of figures: [PlanFigure]) -> Table {
    Table(
      id: "figures", caption: Words.figuresCaption,
      columns: [
        .init("figure", Words.figure), .init("generation", Words.generation, .number),
        .init("value", Words.value, .number), .init("basis", Words.basis),
      ],
      rows: figures.map { figure in
        [
          .localized(figure.name), figure.generation.map { .integer($0) } ?? .empty, figure.value,
          .localized(source(of: figure.basis)),
        ]
      })
  }

  private func source(of basis: Basis) -> LocalizedText {
    switch basis {
    case .assumption: Words.assumption
    case .source(let id): report.plan.source(id)?.title ?? LocalizedText(same: id)
    }
  }
}
