// swift-tools-version: 6.2

import PackageDescription

// MARK: - Settings

/// What every target is compiled with: nothing implicit, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The same, for every target that owns no C library: unsafe code does not compile there.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

// MARK: - Dependencies

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

// MARK: - Package

let package = Package(
  name: "sala",
  products: [.executable(name: "sala", targets: ["sala"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: C libraries
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CTerminal"),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    // Opens Pango when asked; links nothing.
    .target(name: "CPango", linkerSettings: [.linkedLibrary("m")]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(
      name: "CResources",
      exclude: [
        "answers.js", "bits.js", "breaks.js", "cmi5.js", "course.js", "feedback.js", "lms.js",
        "local.js", "page.css", "page.js", "questions.js", "responses.js", "runtime.js",
        "scorm12.js", "scorm2004.js", "state.js", "state1.js", "statements.js", "visit.js",
        "words.js", "xapi.js",
      ]),

    .target(name: "CSchemas", exclude: ["cartridge", "cmi5", "scorm12", "scorm2004"]),
    .target(
      name: "CPreview",
      exclude: [
        "api.js", "done.html", "lms.css", "lms.html", "lms.js", "model12.js", "model2004.js",
        "values.js", "words.js",
      ]),
    .target(name: "CQuizPage", exclude: ["quiz.css", "quiz.js"]),
    .target(name: "CPaper", exclude: ["paper.css"]),
    .target(name: "CSockets"),

    // MARK: Leaves
    .target(name: "Text", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "Source", dependencies: ["Text", yams], swiftSettings: safe),
    .target(name: "XML", dependencies: ["CLibXML2", "Text"], swiftSettings: strict),
    .target(name: "Archive", dependencies: ["CLibZip", "Text"], swiftSettings: strict),
    .target(name: "Markup", dependencies: ["CCMarkGFM", "Text"], swiftSettings: strict),
    .target(name: "Document", dependencies: ["Text"], swiftSettings: safe),
    .target(name: "LocalServer", dependencies: ["CSockets"], swiftSettings: strict),
    .target(name: "Psychometrics", swiftSettings: safe),
    .target(name: "Scheduling", swiftSettings: safe),
    .target(name: "Shaping", dependencies: ["CPango", "Text"], swiftSettings: strict),

    .target(
      name: "Inspection", dependencies: ["Archive", "CSchemas", "Text", "XML"],
      swiftSettings: strict),

    // MARK: The field
    .target(name: "Assessment", dependencies: ["Source", "Text"], swiftSettings: safe),
    .target(
      name: "QuestionFormats", dependencies: ["Archive", "Assessment", "Source", "Text", "XML"],
      swiftSettings: safe),
    .target(name: "Situation", dependencies: ["Source", "Text"], swiftSettings: safe),
    .target(
      name: "Curriculum", dependencies: ["Assessment", "Markup", "Situation", "Source", "Text"],
      swiftSettings: safe),
    .target(
      name: "Cascade", dependencies: ["Curriculum", "Document", "Scheduling", "Source", "Text"],
      swiftSettings: safe),
    .target(
      name: "Records",
      dependencies: ["Assessment", "Source", "Text", crypto, cryptoExtras, grdb],
      swiftSettings: strict),
    .target(
      name: "Packaging",
      dependencies: [
        "Archive",
        "Assessment",
        "CResources",
        "Curriculum",
        "Inspection",
        "Markup",
        "Source",
        "Text",
        "XML",
      ],
      swiftSettings: strict),
    .target(
      name: "Preview",
      dependencies: ["Archive", "CPreview", "Document", "LocalServer", "Text", "XML"],
      swiftSettings: strict),
    .target(
      name: "Analysis", dependencies: ["Document", "Psychometrics", "Source", "Text"],
      swiftSettings: safe),
    .target(
      name: "Reporting",
      dependencies: [
        "Analysis",
        "Assessment",
        "Curriculum",
        "Document",
        "Psychometrics",
        "Records",
        "Text",
        "XML",
      ],
      swiftSettings: safe),
    .target(
      name: "QuizPage", dependencies: ["Assessment", "CQuizPage", "LocalServer", "Markup", "Text"],
      swiftSettings: strict),
    .target(
      name: "Paper", dependencies: ["Assessment", "CPaper", "Markup", "Text"],
      swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["Assessment", "CTerminal", "Source", "Text"],
      swiftSettings: strict),

    // MARK: The program
    .target(
      name: "SalaCommand",
      dependencies: [
        "Analysis",
        "Archive",
        "Assessment",
        "Cascade",
        "Curriculum",
        "Document",
        "Inspection",
        "Markup",
        "Packaging",
        "Paper",
        "Preview",
        "Psychometrics",
        "QuestionFormats",
        "QuizPage",
        "Records",
        "Reporting",
        "Scheduling",
        "Shaping",
        "Situation",
        "Source",
        "Terminal",
        "Text",
        argumentParser,
      ],
      swiftSettings: safe),
    .executableTarget(name: "sala", dependencies: ["SalaCommand"], swiftSettings: safe),

    // MARK: Long counts
    .executableTarget(
      name: "SalaFuzz",
      dependencies: [
        "Archive", "Assessment", "Inspection", "QuestionFormats", "Records", "Source", "Text",
      ],
      path: "Tests/Fuzz", swiftSettings: strict),

    // MARK: Tests
    .testTarget(
      name: "TextTests", dependencies: ["Text"], exclude: ["Gold"], swiftSettings: strict),
    .testTarget(name: "ShapingTests", dependencies: ["Shaping", "Text"], swiftSettings: strict),
    .testTarget(name: "SourceTests", dependencies: ["Source", "Text"], swiftSettings: strict),
    .testTarget(name: "XMLTests", dependencies: ["Text", "XML"], swiftSettings: strict),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "Text"], swiftSettings: strict),
    .testTarget(
      name: "InspectionTests", dependencies: ["Archive", "Inspection", "Text", "XML"],
      swiftSettings: strict),
    .testTarget(name: "LocalServerTests", dependencies: ["LocalServer"], swiftSettings: strict),
    .testTarget(name: "MarkupTests", dependencies: ["Markup", "Text"], swiftSettings: strict),
    .testTarget(name: "DocumentTests", dependencies: ["Document", "Text"], swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Document", "Psychometrics", "Source", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "SchedulingTests", dependencies: ["Scheduling", "Text"], swiftSettings: strict),
    .testTarget(name: "PsychometricsTests", dependencies: ["Psychometrics"], swiftSettings: strict),
    .testTarget(
      name: "AssessmentTests",
      dependencies: ["Assessment", "Source", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "QuestionFormatsTests",
      dependencies: ["Archive", "Assessment", "QuestionFormats", "Source", "Text", "XML"],
      swiftSettings: strict),
    .testTarget(
      name: "SituationTests",
      dependencies: ["Situation", "Source", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "CurriculumTests",
      dependencies: ["Assessment", "Curriculum", "Markup", "Situation", "Source", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "CascadeTests",
      dependencies: ["Cascade", "Curriculum", "Document", "Scheduling", "Source", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Assessment", "Records", "Source", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "PackagingTests",
      dependencies: [
        "Archive",
        "Assessment",
        "Curriculum",
        "Inspection",
        "Markup",
        "Packaging",
        "Source",
        "Text",
        "XML",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PreviewTests",
      dependencies: ["Archive", "CSockets", "Document", "LocalServer", "Preview", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "QuizPageTests",
      dependencies: [
        "Assessment", "CSockets", "LocalServer", "Markup", "QuizPage", "Source", "Text",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PaperTests", dependencies: ["Assessment", "Markup", "Paper", "Source", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Assessment",
        "Curriculum",
        "Document",
        "Psychometrics",
        "Records",
        "Reporting",
        "Text",
        "XML",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Assessment", "Source", "Terminal", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "SalaCommandTests",
      dependencies: [
        "Assessment",
        "Curriculum",
        "Inspection",
        "QuizPage",
        "Records",
        "SalaCommand",
        "Source",
        "Terminal",
        "Text",
        argumentParser,
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
