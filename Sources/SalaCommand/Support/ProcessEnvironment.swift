import FoundationEssentials

/// Returns the environment of this process, and in `SALA_PROGRAM` where the program lies; read
/// once, at the program's entry.
func processEnvironment() -> [String: String] {
  var environment = ProcessInfo.processInfo.environment
  environment["SALA_PROGRAM"] =
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return environment
}
