/// The cheapest trainers for sessions whose weeks are given, kept cheapest while sessions come and go.
///
/// A minimum-cost flow: source → trainer (at most the load cap) → trainer-week → session, where men
/// pass through a node of their own with room for those whom the rule of women leaves. A slot may
/// be filled by nobody at a high cost, so that a flow always exists. Every operation keeps node
/// prices with which no residual arc is too cheap, so that the flow is optimal at all times.
/// Source: Ahuja, Magnanti, Orlin, Network Flows, 1993, chapters 9 and 10 (successive shortest
/// paths with reduced costs).
struct TrainerFlow {
  let problem: Problem
  /// Sessions that any one trainer may hold, locked ones among them.
  var loadCap: Int
  /// The week of each session, or -1 while it is out.
  var week: ContiguousArray<Int>
  /// The sessions of each week; `held[w * sessions ..< + heldCount[w]]`.
  var held: ContiguousArray<Int>
  var heldCount: ContiguousArray<Int>
  /// The trainers of each session.
  var slots: ContiguousArray<Int>
  var slotCount: ContiguousArray<Int>
  /// Men among them.
  var men: ContiguousArray<Int>
  /// Slots of each session that nobody fills.
  var empty: ContiguousArray<Int>
  /// The sessions of each trainer-week.
  var taught: ContiguousArray<Int>
  var taughtCount: ContiguousArray<Int>
  /// What flows from a trainer to a trainer-week.
  var used: ContiguousArray<Int>
  var load: ContiguousArray<Int>
  /// Node prices: source, trainers, trainer-weeks, sessions, men of sessions.
  var price: ContiguousArray<Int>
  /// Cost of all trainers and empty slots.
  var cost = 0
  var emptySlots = 0

  let stride: Int
  let slotStride: Int
  let firstWeek: Int
  let firstSession: Int
  let firstMen: Int
  let nodes: Int

  init(_ problem: Problem, loadCap: Int) {
    self.problem = problem
    self.loadCap = loadCap
    let (sessions, trainers) = (problem.sessions, problem.trainers)
    let trainerWeeks = trainers * problem.weeks
    stride = (problem.weekCap.max() ?? 0) + 2
    slotStride = problem.mostNeeded + 2
    week = ContiguousArray(repeating: -1, count: sessions)
    held = ContiguousArray(repeating: 0, count: sessions * problem.weeks)
    heldCount = ContiguousArray(repeating: 0, count: problem.weeks)
    slots = ContiguousArray(repeating: 0, count: sessions * slotStride)
    slotCount = ContiguousArray(repeating: 0, count: sessions)
    men = ContiguousArray(repeating: 0, count: sessions)
    empty = ContiguousArray(repeating: 0, count: sessions)
    taught = ContiguousArray(repeating: 0, count: trainerWeeks * stride)
    taughtCount = ContiguousArray(repeating: 0, count: trainerWeeks)
    used = ContiguousArray(repeating: 0, count: trainerWeeks)
    load = problem.lockedLoad
    firstWeek = 1 + trainers
    firstSession = firstWeek + trainerWeeks
    firstMen = firstSession + sessions
    nodes = firstMen + sessions
    price = ContiguousArray(repeating: 0, count: nodes)
  }

  /// The largest number of sessions that one trainer holds.
  var largestLoad: Int { load.max() ?? 0 }

  // MARK: Sessions

  /// Adds a session and the cheapest trainers for it.
  mutating func insert(_ session: Int, week at: Int, search: inout FlowSearch) {
    week[session] = at
    held[at * problem.sessions + heldCount[at]] = session
    heldCount[at] += 1
    setPrices(session, week: at)
    cost += problem.weekCost[session * problem.weeks + at]
    for _ in 0..<problem.need[session] { search.augment(&self, from: firstSession + session) }
  }

  private mutating func setPrices(_ session: Int, week at: Int) {
    let trainers = problem.trainers
    let pair = (session % problem.modules) * problem.weeks + at
    var least = problem.uncovered + price[0]
    var leastMan = Problem.forbidden
    let split = problem.eligibleMen[pair]
    for place in problem.eligibleStart[pair]..<problem.eligibleEnd[pair] {
      let trainer = problem.eligible[place]
      let own = problem.cost[session * trainers + trainer]
      guard own < Problem.forbidden else { continue }
      let value = own + price[firstWeek + at * trainers + trainer]
      if place < split { least = min(least, value) } else { leastMan = min(leastMan, value) }
    }
    if problem.menCap[session] > 0 { least = min(least, leastMan) }
    price[firstSession + session] = least
    price[firstMen + session] = min(leastMan, least + problem.uncovered)
  }

  /// Takes a session out and makes what remains cheapest again.
  mutating func remove(_ session: Int, search: inout FlowSearch) {
    let at = week[session]
    let trainers = problem.trainers
    let base = at * problem.sessions
    var place = base
    while held[place] != session { place += 1 }
    heldCount[at] -= 1
    held[place] = held[base + heldCount[at]]
    week[session] = -1
    cost -= problem.weekCost[session * problem.weeks + at]
    cost -= empty[session] * problem.uncovered
    emptySlots -= empty[session]
    empty[session] = 0
    let count = slotCount[session]
    slotCount[session] = 0
    men[session] = 0
    for slot in 0..<count {
      let trainer = slots[session * slotStride + slot]
      cost -= problem.cost[session * trainers + trainer]
      dropTaught(session, at * trainers + trainer)
    }
    for slot in 0..<count {
      let trainer = slots[session * slotStride + slot]
      let node = at * trainers + trainer
      used[node] -= 1
      search.relieve(&self, from: firstWeek + node, to: 1 + trainer)
      load[trainer] -= 1
      search.relieve(&self, from: 1 + trainer, to: 0)
    }
  }

  /// Changes the load cap and makes the flow cheapest again.
  mutating func setLoadCap(_ cap: Int, search: inout FlowSearch) {
    if cap > loadCap {
      for next in (loadCap + 1)...cap {
        loadCap = next
        for trainer in 0..<problem.trainers where load[trainer] == next - 1 {
          search.relieve(&self, from: 1 + trainer, to: 0)
        }
      }
      return
    }
    while loadCap > cap {
      loadCap -= 1
      for trainer in 0..<problem.trainers where load[trainer] > loadCap {
        // One session goes to somebody else, which also brings the load down.
        search.augment(&self, from: 1 + trainer)
      }
    }
  }

  // MARK: Flow on one arc

  /// Whether a trainer teaches a session.
  @inline(__always)
  func teaches(_ trainer: Int, _ session: Int) -> Bool {
    let base = session * slotStride
    for slot in 0..<slotCount[session] where slots[base + slot] == trainer { return true }
    return false
  }

  @inline(__always)
  mutating func assign(_ trainer: Int, _ session: Int) {
    let node = week[session] * problem.trainers + trainer
    slots[session * slotStride + slotCount[session]] = trainer
    slotCount[session] += 1
    if !problem.isWoman[trainer] { men[session] += 1 }
    taught[node * stride + taughtCount[node]] = session
    taughtCount[node] += 1
    used[node] += 1
    load[trainer] += 1
    cost += problem.cost[session * problem.trainers + trainer]
  }

  @inline(__always)
  mutating func unassign(_ trainer: Int, _ session: Int) {
    let node = week[session] * problem.trainers + trainer
    let base = session * slotStride
    var slot = base
    while slots[slot] != trainer { slot += 1 }
    slotCount[session] -= 1
    slots[slot] = slots[base + slotCount[session]]
    if !problem.isWoman[trainer] { men[session] -= 1 }
    dropTaught(session, node)
    used[node] -= 1
    load[trainer] -= 1
    cost -= problem.cost[session * problem.trainers + trainer]
  }

  private mutating func dropTaught(_ session: Int, _ node: Int) {
    var place = node * stride
    while taught[place] != session { place += 1 }
    taughtCount[node] -= 1
    taught[place] = taught[node * stride + taughtCount[node]]
  }

  /// The schedule as it stands, with locked trainers.
  func schedule(locked: [ScheduledSession]) -> [ScheduledSession] {
    var fixed: [Int: [Int]] = [:]
    for session in locked {
      fixed[session.province * problem.modules + session.module] = session.trainers
    }
    return (0..<problem.sessions).map { session in
      let own = (0..<slotCount[session]).map { slots[session * slotStride + $0] }
      return ScheduledSession(
        province: session / problem.modules, module: session % problem.modules,
        week: week[session] + 1, trainers: (own + (fixed[session] ?? [])).sorted())
    }
  }
}
