/// What schedules cost at least for each largest load of a trainer, weeks left aside.
///
/// Without weeks the cheapest trainers are a transportation problem; its cost falls, and is convex,
/// as the load cap rises, so that the bounds leave only some caps worth a search.
struct LoadBounds {
  /// Load caps in rising order with a cost that no schedule with that cap goes below.
  private(set) var caps: [(cap: Int, bound: Int)] = []

  /// The cap with the lowest bound; the smallest one of several.
  var best: (cap: Int, bound: Int)? { caps.min { ($0.bound, $0.cap) < ($1.bound, $1.cap) } }

  init(_ problem: Problem) {
    let joined = Problem(withoutWeeksOf: problem)
    var flow = TrainerFlow(joined, loadCap: max(1, problem.mostLoad))
    var search = FlowSearch(nodes: flow.nodes)
    for session in 0..<joined.sessions { flow.insert(session, week: 0, search: &search) }
    guard flow.emptySlots == 0 || problem.mayStayEmpty else { return }
    if problem.loadWeight == 0 {
      caps = [(problem.mostLoad, flow.cost)]
      return
    }
    var cap = problem.mostLoad
    while cap >= max(1, problem.leastLoad) {
      flow.setLoadCap(cap, search: &search)
      if flow.emptySlots > 0 { break }
      caps.append((cap, flow.cost + problem.loadWeight * cap))
      cap -= 1
    }
    caps.reverse()
    if caps.isEmpty { caps = [(problem.mostLoad, 0)] }
  }
}
