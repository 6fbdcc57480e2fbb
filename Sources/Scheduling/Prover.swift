/// Proves that no schedule costs less than the best one known, load cap by load cap, by bounds and
/// by branching over the weeks of sessions.
struct Prover {
  private let problem: Problem
  private var proofs: [Proof]
  /// The cost that a schedule still worth finding has at most.
  var threshold: Int
  /// A schedule found on the way, until somebody takes it.
  var found: TrainerFlow?
  private var search: FlowSearch
  private(set) var evaluations = 0
  /// Whether branching has begun; until then only root bounds are raised.
  private(set) var isBranching = false
  /// Whether branching is tried at all.
  let mayBranch: Bool
  /// Where all provinces are alike, the module whose weeks rise from province to province without
  /// loss: one of many schedules that differ only in names is enough.
  private let alignedModule: Int?
  private static let rootEvaluations = 900
  private static let nodeEvaluations = 40

  /// What is known for one load cap.
  private struct Proof {
    let cap: Int
    /// A cost that no schedule with this cap goes below.
    var bound: Int
    var relaxation: Relaxation
    var ascent = Relaxation.Ascent()
    var allowed: ContiguousArray<Bool>
    var rootLeft = Prover.rootEvaluations
    var nodes: [Node] = []
    var isClosed = false
  }

  /// A part of the search tree: the weeks that are still allowed.
  private struct Node {
    var allowed: ContiguousArray<Bool>
    var prices: ContiguousArray<Double>
    var bound: Int
  }

  /// Begins with load caps, each with a cost that no schedule with that cap goes below.
  init(_ problem: Problem, caps: [(cap: Int, bound: Int)], threshold: Int, mayBranch: Bool) {
    self.problem = problem
    self.threshold = threshold
    self.mayBranch = mayBranch
    alignedModule = problem.mayStayEmpty ? problem.scarcestModuleOfLikeProvinces : nil
    let allowed = ContiguousArray(problem.weekCost.map { $0 < Problem.forbidden })
    proofs = caps.map {
      var proof = Proof(
        cap: $0.cap, bound: $0.bound, relaxation: Relaxation(problem, cap: $0.cap),
        allowed: allowed)
      if problem.mayStayEmpty {
        proof.ascent.decay = 0.996
        proof.rootLeft = 1500
      }
      return proof
    }
    search = FlowSearch(nodes: TrainerFlow(problem, loadCap: 0).nodes)
  }

  /// A cost that no schedule goes below, at most `threshold` + 1.
  var bound: Int {
    proofs.lazy.map { $0.isClosed ? threshold + 1 : min($0.bound, threshold + 1) }.min()
      ?? threshold + 1
  }

  /// Whether nothing below the threshold is left.
  var isDone: Bool { proofs.allSatisfy { $0.isClosed || $0.bound > threshold } }

  /// Whether more evaluations can change anything.
  var isUseful: Bool { !isDone && (mayBranch || hasRoots) }

  private var hasRoots: Bool {
    proofs.contains { !$0.isClosed && $0.bound <= threshold && $0.rootLeft > 0 }
  }

  /// The caps that may still hold a better schedule.
  var openCaps: ClosedRange<Int>? {
    let open = proofs.filter { !$0.isClosed && $0.bound <= threshold }.map(\.cap)
    guard let low = open.min(), let high = open.max() else { return nil }
    return low...high
  }

  // MARK: Work

  /// Works for about so many evaluations.
  mutating func run(evaluations budget: Int) {
    let end = evaluations + budget
    while evaluations < end, found == nil {
      let open = proofs.indices.filter { !proofs[$0].isClosed && proofs[$0].bound <= threshold }
      if open.isEmpty { return }
      let byBound = open.sorted {
        (proofs[$0].bound, proofs[$0].cap) < (proofs[$1].bound, proofs[$1].cap)
      }
      if let root = byBound.first(where: { proofs[$0].rootLeft > 0 }) {
        raise(root)
      } else if mayBranch, let first = byBound.first {
        isBranching = true
        branch(first)
      } else {
        return
      }
    }
  }

  private static func whole(_ bound: Int) -> Int {
    let unit = 1 << Relaxation.shift
    return bound >= 0 ? (bound + unit - 1) / unit : bound / unit
  }

  private mutating func raise(_ index: Int) {
    var proof = proofs[index]
    defer { proofs[index] = proof }
    let count = min(60, proof.rootLeft)
    let before = proof.relaxation.evaluations
    let value = proof.relaxation.improve(
      &proof.allowed, evaluations: count, threshold: threshold, state: &proof.ascent)
    let spent = proof.relaxation.evaluations - before
    evaluations += max(1, spent)
    proof.rootLeft -= count
    if spent < count { proof.rootLeft = 0 }
    if value >= Relaxation.none || value > threshold << Relaxation.shift {
      proof.isClosed = true
      return
    }
    proof.bound = max(proof.bound, Self.whole(value))
    if proof.rootLeft == 0 {
      proof.nodes = [
        Node(allowed: proof.allowed, prices: proof.relaxation.prices, bound: proof.bound)
      ]
    }
  }

  private mutating func branch(_ index: Int) {
    guard var node = proofs[index].nodes.popLast() else {
      proofs[index].isClosed = true
      return
    }
    defer {
      if proofs[index].nodes.isEmpty {
        proofs[index].isClosed = true
      } else {
        let least = proofs[index].nodes.lazy.map(\.bound).min() ?? 0
        proofs[index].bound = max(proofs[index].bound, least)
      }
    }
    if node.bound > threshold { return }
    proofs[index].relaxation.use(node.prices)
    var ascent = Relaxation.Ascent()
    ascent.step = 0.5
    if problem.mayStayEmpty {
      ascent.step = 0.2
      ascent.decay = 0.96
    }
    let before = proofs[index].relaxation.evaluations
    let value = proofs[index].relaxation.improve(
      &node.allowed, evaluations: problem.mayStayEmpty ? 120 : Self.nodeEvaluations,
      threshold: threshold, state: &ascent)
    // One more at the best prices, for the choice that goes with them.
    var last = value
    if value <= threshold << Relaxation.shift {
      last = proofs[index].relaxation.evaluate(&node.allowed, threshold: threshold)
    }
    evaluations += max(1, proofs[index].relaxation.evaluations - before)
    if value > threshold << Relaxation.shift || last > threshold << Relaxation.shift { return }
    node.bound = max(node.bound, Self.whole(value))
    node.prices = proofs[index].relaxation.prices
    repair(index)
    if node.bound > threshold { return }
    split(node, index)
  }

  /// Gives the weeks of the relaxed choice their best trainers; perhaps that is a better schedule.
  private mutating func repair(_ index: Int) {
    var flow = TrainerFlow(problem, loadCap: proofs[index].cap)
    for session in 0..<problem.sessions {
      flow.insert(session, week: proofs[index].relaxation.weeks[session], search: &search)
    }
    guard flow.emptySlots == 0 else { return }
    let cost = flow.cost + problem.loadWeight * flow.largestLoad
    if cost <= threshold {
      threshold = cost - 1
      found = flow
    }
  }

  private mutating func split(_ node: Node, _ index: Int) {
    let weeks = problem.weeks
    let empty = problem.mayStayEmpty ? problem.uncovered << Relaxation.shift : Problem.forbidden
    var best = (score: -1, session: -1)
    for session in 0..<problem.sessions {
      let isAligned = session % problem.modules == alignedModule
      let open = (0..<weeks).count { node.allowed[session * weeks + $0] }
      if open < 2 { continue }
      let score =
        (isAligned ? 1_000_000 : 0)
        + 1000 * proofs[index].relaxation.excess(of: session, empty: empty) + open
      if score > best.score { best = (score, session) }
    }
    // With every week fixed the flow has already said all.
    guard best.session >= 0 else { return }
    let week = proofs[index].relaxation.weeks[best.session]
    var other = node
    other.allowed[best.session * weeks + week] = false
    var same = node
    for place in 0..<weeks where place != week {
      same.allowed[best.session * weeks + place] = false
    }
    align(&other.allowed)
    align(&same.allowed)
    proofs[index].nodes.append(other)
    proofs[index].nodes.append(same)
  }

  /// Strikes out weeks of the aligned module that would not rise from province to province.
  private func align(_ allowed: inout ContiguousArray<Bool>) {
    guard let module = alignedModule else { return }
    let weeks = problem.weeks
    var first = 0
    for province in 0..<problem.provinces {
      let base = (province * problem.modules + module) * weeks
      for week in 0..<min(first, weeks) { allowed[base + week] = false }
      first = (0..<weeks).first { allowed[base + $0] } ?? weeks
    }
    var last = weeks - 1
    for province in (0..<problem.provinces).reversed() {
      let base = (province * problem.modules + module) * weeks
      for week in 0..<weeks where week > last { allowed[base + week] = false }
      last = (0..<weeks).last { allowed[base + $0] } ?? -1
    }
  }
}
