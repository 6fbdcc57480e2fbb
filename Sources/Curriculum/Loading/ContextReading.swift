import Source
import Text

extension CurriculumReader {
  /// Returns the overlays of every province that has a folder.
  func contexts(of curriculum: Curriculum) -> [ProvinceContext] {
    tree.names(in: folder + "/contexts").map { province in
      if !Province.all.contains(where: { $0.id == province }) {
        collector.add(
          CurriculumMessages.unknownProvince(
            SourceLocation(file: "\(folder)/contexts/\(province)"), province))
      }
      return ProvinceContext(
        id: province, title: Province.title(province),
        blocks: overlays(of: province, curriculum: curriculum))
    }
  }

  private func overlays(of province: String, curriculum: Curriculum) -> [ProvinceContext.Overlay] {
    let base = "\(folder)/contexts/\(province)/modules"
    return tree.names(in: base).flatMap { module in
      let names = tree.names(in: "\(base)/\(module)/lessons").filter { $0.hasSuffix(".md") }
      let slugs = Set(names.compactMap { $0.split(separator: ".").first.map(String.init) })
      return slugs.sorted().flatMap { slug in
        overlay(slug, module: module, base: base, province: province, curriculum: curriculum)
      }
    }
  }

  private func overlay(
    _ slug: String, module: String, base: String, province: String, curriculum: Curriculum
  ) -> [ProvinceContext.Overlay] {
    let parts = Language.allCases.map {
      lessonFile(
        "\(base)/\(module)/lessons/\(slug).\($0.rawValue).md", language: $0, isOverlay: true)
    }
    for part in parts.compactMap({ $0 }) { countStatus(part.map) }
    for (language, part) in zip(Language.allCases, parts)
    where part == nil && curriculum.languages.contains(language) {
      let other = "\(base)/\(module)/lessons/\(slug).\(language.other.rawValue).md"
      collector.add(
        CurriculumMessages.missingLessonFile(
          SourceLocation(file: other), sibling: SiblingPath.path(other, in: language),
          language: language))
    }
    let target = curriculum.modules.first { $0.folder == module }?.lessons
      .first { $0.slug == slug }
    let blocks = joinBlocks(english: parts[0], khmer: parts[1], context: province)
    for block in blocks where target?.blocks.contains(where: { $0.id == block.id }) != true {
      let place = block.locations[.english] ?? block.locations[.khmer]
      let known = target?.blocks.map(\.id) ?? []
      collector.add(
        CurriculumMessages.overlayMisses(
          place ?? SourceLocation(file: base), block: block.id, known: known,
          file: files[place?.file ?? ""]))
    }
    return blocks.map { ProvinceContext.Overlay(module: module, lesson: slug, block: $0) }
  }
}
