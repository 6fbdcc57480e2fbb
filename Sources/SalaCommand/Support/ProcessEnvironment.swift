import FoundationEssentials

/// Returns the environment of this process; read once, at the program's entry.
func processEnvironment() -> [String: String] {
  ProcessInfo.processInfo.environment
}
