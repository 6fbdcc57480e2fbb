// swift-tools-version: 6.2

import PackageDescription

// The numerics alone, so that their tests run in release without building the rest again.
let package = Package(
  name: "numerics",
  targets: [
    .target(
      name: "Psychometrics",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
      ]),
    .testTarget(name: "PsychometricsTests", dependencies: ["Psychometrics"]),
  ],
  swiftLanguageModes: [.v6]
)
