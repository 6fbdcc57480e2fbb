/// The program.
package enum Sala {
  /// Runs the program.
  package static func main() {}
}
