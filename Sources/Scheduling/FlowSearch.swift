/// The shortest-path searches that keep a trainer flow cheapest, with their working space.
struct FlowSearch {
  private var distance: ContiguousArray<Int>
  private var stamp: ContiguousArray<Int32>
  private var next: ContiguousArray<Int32>
  private var epoch: Int32 = 0
  private var touched: ContiguousArray<Int> = []
  private var heap = SearchHeap()

  init(nodes: Int) {
    distance = ContiguousArray(repeating: 0, count: nodes)
    stamp = ContiguousArray(repeating: 0, count: nodes)
    next = ContiguousArray(repeating: 0, count: nodes)
  }

  private mutating func begin(_ node: Int) {
    epoch &+= 1
    if epoch == .max {
      for index in stamp.indices { stamp[index] = 0 }
      epoch = 1
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    distance[node] = 0
    stamp[node] = epoch
    next[node] = -1
    touched.append(node)
    heap.push(0, node)
  }

  /// Offers a way of length `length` to `node` through `from`, unless it is `limit` or longer.
  @inline(__always)
  private mutating func offer(_ node: Int, _ length: Int, from: Int, below limit: Int) {
    if length >= limit { return }
    if stamp[node] == epoch {
      if distance[node] <= length { return }
    } else {
      stamp[node] = epoch
      touched.append(node)
    }
    distance[node] = length
    next[node] = Int32(truncatingIfNeeded: from)
    heap.push(length, node)
  }

  // MARK: One more unit

  /// Brings one more unit to `start` on the cheapest way.
  mutating func augment(_ flow: inout TrainerFlow, from start: Int) {
    begin(start)
    let problem = flow.problem
    let trainers = problem.trainers
    var limit = SearchHeap.longest
    while let (length, node) = heap.pop() {
      if length > distance[node] { continue }
      if node == 0 { break }
      let base = length &- flow.price[node]
      if node >= flow.firstSession {
        let isMen = node >= flow.firstMen
        let session = node - (isMen ? flow.firstMen : flow.firstSession)
        let at = flow.week[session]
        let pair = (session % problem.modules) &* problem.weeks &+ at
        let split = problem.eligibleMen[pair]
        let range =
          isMen ? split..<problem.eligibleEnd[pair] : problem.eligibleStart[pair]..<split
        let weekBase = flow.firstWeek &+ at &* trainers
        let costBase = session &* trainers
        for place in range {
          let trainer = problem.eligible[place]
          let target = weekBase &+ trainer
          let reduced = base &+ problem.cost[costBase &+ trainer] &+ flow.price[target]
          if reduced < limit, !flow.teaches(trainer, session) {
            offer(target, reduced, from: node, below: limit)
          }
        }
        if isMen {
          if flow.men[session] > 0 {
            let target = flow.firstSession + session
            offer(target, base &+ flow.price[target], from: node, below: limit)
          }
        } else {
          if flow.men[session] < problem.menCap[session] {
            let target = flow.firstMen + session
            offer(target, base &+ flow.price[target], from: node, below: limit)
          }
          let whole = base &+ problem.uncovered &+ flow.price[0]
          offer(0, whole, from: node, below: limit)
          if stamp[0] == epoch { limit = distance[0] }
        }
      } else if node >= flow.firstWeek {
        let pair = node - flow.firstWeek
        let trainer = pair % trainers
        if flow.used[pair] < problem.weekCap[pair] {
          offer(1 + trainer, base &+ flow.price[1 + trainer], from: node, below: limit)
        }
        let first = problem.isWoman[trainer] ? flow.firstSession : flow.firstMen
        for place in 0..<flow.taughtCount[pair] {
          let session = flow.taught[pair &* flow.stride &+ place]
          let target = first &+ session
          let own = problem.cost[session &* trainers &+ trainer]
          offer(target, base &- own &+ flow.price[target], from: node, below: limit)
        }
      } else {
        let trainer = node - 1
        if flow.load[trainer] < flow.loadCap {
          offer(0, base &+ flow.price[0], from: node, below: limit)
          if stamp[0] == epoch { limit = distance[0] }
        }
        for at in 0..<problem.weeks {
          let pair = at &* trainers &+ trainer
          if flow.used[pair] > 0 {
            let target = flow.firstWeek + pair
            offer(target, base &+ flow.price[target], from: node, below: limit)
          }
        }
      }
    }
    let whole = distance[0]
    for node in touched where distance[node] < whole {
      flow.price[node] &+= whole &- distance[node]
    }
    // Follow the way back from the source and turn it round.
    var path: ContiguousArray<Int> = []
    var node = 0
    while node >= 0 {
      path.append(node)
      node = Int(next[node])
    }
    var index = path.count - 1
    while index > 0 {
      push(&flow, from: path[index], to: path[index - 1])
      index -= 1
    }
  }

  /// Sends one unit along an arc from the node that takes to the node that gives.
  private func push(_ flow: inout TrainerFlow, from taker: Int, to giver: Int) {
    let trainers = flow.problem.trainers
    if taker >= flow.firstSession {
      let session = taker - (taker >= flow.firstMen ? flow.firstMen : flow.firstSession)
      if giver == 0 {
        flow.empty[session] += 1
        flow.emptySlots += 1
        flow.cost += flow.problem.uncovered
      } else if giver >= flow.firstWeek && giver < flow.firstSession {
        flow.assign((giver - flow.firstWeek) % trainers, session)
      }
    } else if giver >= flow.firstSession {
      let session = giver - (giver >= flow.firstMen ? flow.firstMen : flow.firstSession)
      if taker == 0 {
        flow.empty[session] -= 1
        flow.emptySlots -= 1
        flow.cost -= flow.problem.uncovered
      } else if taker >= flow.firstWeek {
        flow.unassign((taker - flow.firstWeek) % trainers, session)
      }
    }
  }

  // MARK: Room that came free

  /// Makes the flow cheapest again after the arc from `taker` to `giver` got room for one unit.
  ///
  /// The arc may now be too cheap. The shortest way from the giver back to the taker, searched
  /// from the taker and no further than the arc is too cheap, either closes a circle that saves
  /// something, which is then used, or shows that none does.
  mutating func relieve(_ flow: inout TrainerFlow, from taker: Int, to giver: Int) {
    let bound = flow.price[taker] - flow.price[giver]
    if bound <= 0 { return }
    begin(taker)
    let problem = flow.problem
    let trainers = problem.trainers
    var limit = bound
    var found = false
    while let (length, node) = heap.pop() {
      if length > distance[node] { continue }
      if node == giver {
        found = true
        break
      }
      if length >= limit { break }
      let base = length &+ flow.price[node]
      if node >= flow.firstSession {
        let isMen = node >= flow.firstMen
        let session = node - (isMen ? flow.firstMen : flow.firstSession)
        let at = flow.week[session]
        for slot in 0..<flow.slotCount[session] {
          let trainer = flow.slots[session &* flow.slotStride &+ slot]
          if problem.isWoman[trainer] == isMen { continue }
          let from = flow.firstWeek &+ at &* trainers &+ trainer
          let own = problem.cost[session &* trainers &+ trainer]
          offer(from, base &- own &- flow.price[from], from: node, below: limit)
        }
        if isMen {
          if flow.men[session] < problem.menCap[session] {
            let from = flow.firstSession + session
            offer(from, base &- flow.price[from], from: node, below: limit)
          }
        } else {
          if flow.men[session] > 0 {
            let from = flow.firstMen + session
            offer(from, base &- flow.price[from], from: node, below: limit)
          }
          if flow.empty[session] > 0 {
            offer(0, base &- problem.uncovered &- flow.price[0], from: node, below: limit)
          }
        }
      } else if node >= flow.firstWeek {
        let pair = node - flow.firstWeek
        let trainer = pair % trainers
        let at = pair / trainers
        if flow.used[pair] > 0 {
          offer(1 + trainer, base &- flow.price[1 + trainer], from: node, below: limit)
        }
        let first = problem.isWoman[trainer] ? flow.firstSession : flow.firstMen
        let heldBase = at &* problem.sessions
        for place in 0..<flow.heldCount[at] {
          let session = flow.held[heldBase &+ place]
          let own = problem.cost[session &* trainers &+ trainer]
          if own >= Problem.forbidden { continue }
          let from = first &+ session
          let reduced = base &+ own &- flow.price[from]
          if reduced < limit, problem.competent[(session % problem.modules) &* trainers &+ trainer],
            !flow.teaches(trainer, session)
          {
            offer(from, reduced, from: node, below: limit)
          }
        }
      } else if node > 0 {
        let trainer = node - 1
        for at in 0..<problem.weeks {
          let pair = at &* trainers &+ trainer
          if flow.used[pair] < problem.weekCap[pair] {
            let from = flow.firstWeek &+ pair
            // The freed arc itself must not close a circle with the arc against it.
            if from == taker && node == giver { continue }
            offer(from, base &- flow.price[from], from: node, below: limit)
          }
        }
        if flow.load[trainer] > problem.lockedLoad[trainer] {
          offer(0, base &- flow.price[0], from: node, below: limit)
        }
      } else {
        for trainer in 0..<trainers where flow.load[trainer] < flow.loadCap {
          offer(1 + trainer, base &- flow.price[1 + trainer], from: 0, below: limit)
        }
        for at in 0..<problem.weeks {
          for place in 0..<flow.heldCount[at] {
            let from = flow.firstSession &+ flow.held[at &* problem.sessions &+ place]
            offer(from, base &+ problem.uncovered &- flow.price[from], from: 0, below: limit)
          }
        }
      }
      if stamp[giver] == epoch { limit = min(limit, distance[giver] + 1) }
    }
    let change = found ? distance[giver] : bound
    for node in touched where distance[node] < change {
      flow.price[node] &-= change &- distance[node]
    }
    guard found else { return }
    var node = giver
    while node != taker {
      let following = Int(next[node])
      push(&flow, from: node, to: following)
      node = following
    }
  }
}

/// A binary heap of nodes by length; old entries are left in place and skipped when they come up.
struct SearchHeap {
  private var entries: ContiguousArray<Int> = []
  private static let nodeBits = 18

  /// The largest number of nodes that an entry can name.
  static let mostNodes = 1 << nodeBits
  /// The largest length that an entry can hold.
  static let longest = Int.max >> nodeBits

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func push(_ length: Int, _ node: Int) {
    let entry = length << Self.nodeBits | node
    var place = entries.count
    entries.append(entry)
    while place > 0 {
      let parent = (place &- 1) >> 1
      let other = entries[parent]
      if other <= entry { break }
      entries[place] = other
      place = parent
    }
    entries[place] = entry
  }

  @inline(__always)
  mutating func pop() -> (length: Int, node: Int)? {
    guard let top = entries.first else { return nil }
    let last = entries.removeLast()
    let count = entries.count
    if count > 0 {
      var place = 0
      while true {
        var child = 2 &* place &+ 1
        if child >= count { break }
        if child &+ 1 < count, entries[child &+ 1] < entries[child] { child &+= 1 }
        if entries[child] >= last { break }
        entries[place] = entries[child]
        place = child
      }
      entries[place] = last
    }
    return (top >> Self.nodeBits, top & (Self.mostNodes - 1))
  }
}
