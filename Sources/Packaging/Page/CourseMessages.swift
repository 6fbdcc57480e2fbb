import Text

/// The words of the manifest and of the page that shows the others.
extension PageMessages {
  static let modules = LocalizedText(en: "Modules", km: "ម៉ូឌុល")
}
