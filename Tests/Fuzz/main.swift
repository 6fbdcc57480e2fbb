import Glibc
import QuestionFormats

// Throws changed files at the readers of question formats, and changed archives and manifests at the
// inspection of packages (FORMAT `archive` and `manifest`). Every input depends on the seed and its
// number alone, so a crash can be made again:
//   sala-fuzz FORMAT FIRST COUNT SEED          reads that many inputs, one line of counts at the end
//   sala-fuzz FORMAT FIRST COUNT SEED --write  writes the one input FIRST to standard output
//   sala-fuzz histories FIRST COUNT SEED       lets four stores write, merge and forget

/// The most memory that the process may ask for, in bytes.
let mostMemory: UInt = 2 << 30

let arguments = CommandLine.arguments
guard arguments.count >= 5, let first = Int(arguments[2]), let count = Int(arguments[3]),
  let seed = UInt64(arguments[4])
else {
  print("usage: sala-fuzz FORMAT FIRST COUNT SEED [--write]")
  exit(2)
}

var limit = rlimit(rlim_cur: mostMemory, rlim_max: mostMemory)
setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)

let run = FuzzRun(
  first: first, count: count, seed: seed, isWriting: arguments.last == "--write")
if let kind = InspectionCorpus.Kind(rawValue: arguments[1]) { exit(run.inspect(kind)) }
if let format = QuestionFormat(rawValue: arguments[1]) { exit(run.read(format)) }
if arguments[1] == "histories" {
  // Stores in memory, where the machine has such a folder: nothing here is to be kept.
  let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
  let histories = Histories(folder: "\(base)/sala-histories-\(getpid())", seed: seed)
  let failed = histories.run(first: first, count: count) { print($0) }
  rmdir(histories.folder)
  print("histories: \(count), failed: \(failed)")
  exit(failed == 0 ? 0 : 1)
}
print("no such format: \(arguments[1])")
exit(2)
