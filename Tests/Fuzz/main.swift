import Archive
import Glibc
import QuestionFormats
import Text

// Throws changed files at the readers of question formats. Every input depends on the seed and its
// number alone, so a crash can be made again:
//   sala-fuzz FORMAT FIRST COUNT SEED          reads that many inputs, one line of counts at the end
//   sala-fuzz FORMAT FIRST COUNT SEED --write  writes the one input FIRST to standard output

/// Ends the process where one input takes longer than this, in seconds: that is a hang.
let longest: UInt32 = 20
/// The most memory that the process may ask for, in bytes.
let mostMemory: UInt = 2 << 30

let arguments = CommandLine.arguments
guard arguments.count >= 5, let format = QuestionFormat(rawValue: arguments[1]),
  let first = Int(arguments[2]), let count = Int(arguments[3]), let seed = UInt64(arguments[4])
else {
  print("usage: sala-fuzz FORMAT FIRST COUNT SEED [--write]")
  exit(2)
}

var limit = rlimit(rlim_cur: mostMemory, rlim_max: mostMemory)
setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)

let corpus = FuzzCorpus(format: format, seed: seed)
if arguments.last == "--write" {
  for file in corpus.input(first).files { _ = write(STDOUT_FILENO, file.bytes, file.bytes.count) }
  exit(0)
}
var items = 0
var findings = 0
var wrong = 0
for index in first..<(first + count) {
  alarm(longest)
  let bank = QuestionFormats.read(corpus.input(index), format: format)
  items += bank.items.count
  findings += bank.findings.count
  // Every question that was seen is an item or lost whole.
  if bank.count != bank.items.count + bank.lost.count(where: \.isWhole) { wrong += 1 }
}
print(
  "\(format.rawValue): \(count) inputs, \(items) items, \(findings) findings, \(wrong) miscounted")
exit(wrong == 0 ? 0 : 1)
