/// What stands in sequencing.
extension SCORM2004Grammar {
  static let sequencing: [SCORM2004Element] = [
    SCORM2004Element(
      name: "imsss:sequencingCollection", parents: ["cp:manifest"], requirement: "REQ_30.9",
      children: [atLeastOnce("imsss:sequencing", "REQ_32.1")]),
    SCORM2004Element(
      name: "imsss:sequencing",
      parents: ["cp:item", "cp:organization", "imsss:sequencingCollection"],
      requirement: "REQ_31",
      children: [
        atMostOnce("imsss:controlMode", "REQ_31.5"),
        atMostOnce("imsss:sequencingRules", "REQ_31.6"),
        atMostOnce("imsss:limitConditions", "REQ_31.7"),
        atMostOnce("imsss:auxiliaryResources", "REQ_31.8"),
        atMostOnce("imsss:rollupRules", "REQ_31.9"), atMostOnce("imsss:objectives", "REQ_31.10"),
        atMostOnce("imsss:randomizationControls", "REQ_31.11"),
        atMostOnce("imsss:deliveryControls", "REQ_31.12"),
        atMostOnce("adlseq:constrainedChoiceConsiderations", "REQ_31.13"),
        atMostOnce("adlseq:rollupConsiderations", "REQ_31.14"),
        atMostOnce("adlseq:objectives", "REQ_31.15"),
      ],
      attributes: [attribute("ID", .any, "REQ_31.3"), attribute("IDRef", .any, "REQ_31.4")]),
    SCORM2004Element(
      name: "imsss:controlMode", parents: ["imsss:sequencing"], requirement: "REQ_31.5.7",
      attributes: [
        attribute("choice", .truth, "REQ_31.5.1.2"),
        attribute("choiceExit", .truth, "REQ_31.5.2.2"),
        attribute("flow", .truth, "REQ_31.5.3.2"),
        attribute("forwardOnly", .truth, "REQ_31.5.4.2"),
        attribute("useCurrentAttemptObjectiveInfo", .truth, "REQ_31.5.5.2"),
        attribute("useCurrentAttemptProgressInfo", .truth, "REQ_31.5.6.2"),
      ]),
    SCORM2004Element(
      name: "imsss:limitConditions", parents: ["imsss:sequencing"], requirement: "REQ_31.7.8",
      attributes: [
        attribute("attemptLimit", .count, "REQ_31.7.1.1"),
        attribute("attemptAbsoluteDurationLimit", .span, "REQ_31.7.2.1"),
        attribute("attemptExperiencedDurationLimit", .span, "REQ_31.7.3.1"),
        attribute("activityAbsoluteDurationLimit", .span, "REQ_31.7.4.1"),
        attribute("activityExperiencedDurationLimit", .span, "REQ_31.7.5.1"),
        attribute("beginTimeLimit", .any, "REQ_31.7.6.1"),
        attribute("endTimeLimit", .any, "REQ_31.7.7.1"),
      ]),
    SCORM2004Element(
      name: "imsss:auxiliaryResources", parents: ["imsss:sequencing"],
      requirement: "REQ_31.8.3"),
    SCORM2004Element(
      name: "imsss:auxiliaryResource", parents: ["imsss:auxiliaryResources"],
      requirement: "REQ_31.8",
      attributes: [
        attribute("auxiliaryResourceID", .name, "REQ_31.8", isRequired: true),
        attribute("purpose", .any, "REQ_31.8", isRequired: true),
      ]),
    SCORM2004Element(
      name: "imsss:randomizationControls", parents: ["imsss:sequencing"],
      requirement: "REQ_31.11.5",
      attributes: [
        attribute("randomizationTiming", .words(timings), "REQ_31.11.1.1"),
        attribute("selectCount", .count, "REQ_31.11.2.1"),
        attribute("reorderChildren", .truth, "REQ_31.11.3.2"),
        attribute("selectionTiming", .words(timings), "REQ_31.11.4.1"),
      ]),
    SCORM2004Element(
      name: "imsss:deliveryControls", parents: ["imsss:sequencing"], requirement: "REQ_31.12.4",
      attributes: [
        attribute("tracked", .truth, "REQ_31.12.1.2"),
        attribute("completionSetByContent", .truth, "REQ_31.12.2.2"),
        attribute("objectiveSetByContent", .truth, "REQ_31.12.3.2"),
      ]),
    SCORM2004Element(
      name: "adlseq:constrainedChoiceConsiderations", parents: ["imsss:sequencing"],
      requirement: "REQ_31.13.1",
      attributes: [
        attribute("preventActivation", .truth, "REQ_31.13.2.2"),
        attribute("constrainChoice", .truth, "REQ_31.13.3.2"),
      ]),
    SCORM2004Element(
      name: "adlseq:rollupConsiderations", parents: ["imsss:sequencing"],
      requirement: "REQ_31.14.1",
      attributes: [
        attribute("requiredForSatisfied", .words(considerations), "REQ_31.14.2.2"),
        attribute("requiredForNotSatisfied", .words(considerations), "REQ_31.14.3.2"),
        attribute("requiredForCompleted", .words(considerations), "REQ_31.14.4.2"),
        attribute("requiredForIncomplete", .words(considerations), "REQ_31.14.5.2"),
        attribute("measureSatisfactionIfActive", .truth, "REQ_31.14.6.2"),
      ]),
  ]

  static let rules: [SCORM2004Element] =
    [
      SCORM2004Element(
        name: "imsss:sequencingRules", parents: ["imsss:sequencing"], requirement: "REQ_31.6.4"),
      rule("imsss:preConditionRule", "REQ_31.6.1"), rule("imsss:exitConditionRule", "REQ_31.6.2"),
      rule("imsss:postConditionRule", "REQ_31.6.3"),
      SCORM2004Element(
        name: "imsss:ruleConditions", parents: actions.keys.sorted(),
        requirement: "REQ_31.6.3.1.3",
        children: [atLeastOnce("imsss:ruleCondition", "REQ_31.6.3.1.2")],
        attributes: [attribute("conditionCombination", .words(combinations), "REQ_31.6.3.1.1.1")]),
      SCORM2004Element(
        name: "imsss:ruleCondition", parents: ["imsss:ruleConditions"],
        requirement: "REQ_31.6.3.1.2.5",
        attributes: [
          attribute("referencedObjective", .name, "REQ_31.6.3.1.2.1.2"),
          attribute("measureThreshold", .decimal(-1...1), "REQ_31.6.3.1.2.2.1"),
          attribute("operator", .words(operators), "REQ_31.6.3.1.2.3.1"),
          attribute(
            "condition",
            .words(
              rollupConditions + [
                "objectiveMeasureGreaterThan", "objectiveMeasureLessThan", "always",
              ]), "REQ_31.6.3.1.2.4.1", isRequired: true),
        ]),
      // Which actions there are depends on the rule.
      SCORM2004Element(
        name: "imsss:ruleAction", parents: actions.keys.sorted(), requirement: "REQ_31.6.3.2.2",
        attributes: [attribute("action", .any, "REQ_31.6.3.2.1", isRequired: true)]),
      SCORM2004Element(
        name: "imsss:rollupRules", parents: ["imsss:sequencing"], requirement: "REQ_31.9.5",
        attributes: [
          attribute("rollupObjectiveSatisfied", .truth, "REQ_31.9.1.2"),
          attribute("rollupProgressCompletion", .truth, "REQ_31.9.2.2"),
          attribute("objectiveMeasureWeight", .decimal(0...1), "REQ_31.9.3.1"),
        ]),
      SCORM2004Element(
        name: "imsss:rollupRule", parents: ["imsss:rollupRules"], requirement: "REQ_31.9.4.6",
        children: [
          once("imsss:rollupConditions", "REQ_31.9.4.4"),
          once("imsss:rollupAction", "REQ_31.9.4.5"),
        ],
        attributes: [
          attribute(
            "childActivitySet", .words(["all", "any", "none", "atLeastCount", "atLeastPercent"]),
            "REQ_31.9.4.1.1"),
          attribute("minimumCount", .count, "REQ_31.9.4.2.1"),
          attribute("minimumPercent", .decimal(0...1), "REQ_31.9.4.3.1"),
        ]),
      SCORM2004Element(
        name: "imsss:rollupConditions", parents: ["imsss:rollupRule"],
        requirement: "REQ_31.9.4.4.3",
        children: [atLeastOnce("imsss:rollupCondition", "REQ_31.9.4.4.2")],
        attributes: [attribute("conditionCombination", .words(combinations), "REQ_31.9.4.4.1.1")]),
      SCORM2004Element(
        name: "imsss:rollupCondition", parents: ["imsss:rollupConditions"],
        requirement: "REQ_31.9.4.4.2.3",
        attributes: [
          attribute("operator", .words(operators), "REQ_31.9.4.4.2.1.1"),
          attribute(
            "condition", .words(rollupConditions), "REQ_31.9.4.4.2.2.1", isRequired: true),
        ]),
      SCORM2004Element(
        name: "imsss:rollupAction", parents: ["imsss:rollupRule"], requirement: "REQ_31.9.4.5.2",
        attributes: [
          attribute(
            "action", .words(["satisfied", "notSatisfied", "completed", "incomplete"]),
            "REQ_31.9.4.5.1.1", isRequired: true)
        ]),
    ]

  static let objectives: [SCORM2004Element] = [
    // That there is one primary objective has a rule of its own.
    SCORM2004Element(
      name: "imsss:objectives", parents: ["imsss:sequencing"], requirement: "REQ_31.10.3"),
    SCORM2004Element(
      name: "imsss:primaryObjective", parents: ["imsss:objectives"], requirement: "REQ_31.10.1.5",
      children: [atMostOnce("imsss:minNormalizedMeasure", "REQ_31.10.1.3")],
      attributes: [
        attribute("satisfiedByMeasure", .truth, "REQ_31.10.1.1.2"),
        attribute("objectiveID", .name, "REQ_31.10.1.2.4"),
      ]),
    SCORM2004Element(
      name: "imsss:objective", parents: ["imsss:objectives"], requirement: "REQ_31.10.2.5",
      children: [atMostOnce("imsss:minNormalizedMeasure", "REQ_31.10.2.3")],
      attributes: [
        attribute("satisfiedByMeasure", .truth, "REQ_31.10.2.1.2"),
        attribute("objectiveID", .name, "REQ_31.10.2.2", isRequired: true),
      ]),
    SCORM2004Element(
      name: "imsss:minNormalizedMeasure", parents: ["imsss:primaryObjective", "imsss:objective"],
      requirement: "REQ_31.10.2.3.3", text: (.decimal(-1...1), .normalizedMeasure)),
    SCORM2004Element(
      name: "imsss:mapInfo", parents: ["imsss:primaryObjective", "imsss:objective"],
      requirement: "REQ_31.10.2.4.6",
      attributes: [
        attribute("targetObjectiveID", .name, "REQ_31.10.2.4.1", isRequired: true),
        attribute("readSatisfiedStatus", .truth, "REQ_31.10.2.4.2.2"),
        attribute("readNormalizedMeasure", .truth, "REQ_31.10.2.4.3.2"),
        attribute("writeSatisfiedStatus", .truth, "REQ_31.10.2.4.4.2"),
        attribute("writeNormalizedMeasure", .truth, "REQ_31.10.2.4.5.2"),
      ]),
    SCORM2004Element(
      name: "adlseq:objectives", parents: ["imsss:sequencing"], requirement: "REQ_31.15.1",
      children: [atLeastOnce("adlseq:objective", "REQ_31.15.2")], isOfFourth: true),
    SCORM2004Element(
      name: "adlseq:objective", parents: ["adlseq:objectives"], requirement: "REQ_31.15.2.3",
      children: [atLeastOnce("adlseq:mapInfo", "REQ_31.15.2.2")],
      attributes: [attribute("objectiveID", .name, "REQ_31.15.2.1", isRequired: true)],
      isOfFourth: true),
    SCORM2004Element(
      name: "adlseq:mapInfo", parents: ["adlseq:objective"], requirement: "REQ_31.15.2.2.14",
      attributes: [
        attribute("targetObjectiveID", .name, "REQ_31.15.2.2.1", isRequired: true)
      ]
        + (extendedReads + extendedWrites).enumerated().map { index, name in
          attribute(name, .truth, "REQ_31.15.2.2.\(index + 2).2")
        }, isOfFourth: true),
  ]

  /// What a rule of each kind does.
  static let actions: [String: (words: [String], requirement: String)] = [
    "imsss:preConditionRule": (
      ["skip", "disabled", "hiddenFromChoice", "stopForwardTraversal"], "REQ_31.6.1.2.1.1"
    ),
    "imsss:exitConditionRule": (["exit"], "REQ_31.6.2.2.1.1"),
    "imsss:postConditionRule": (
      ["exitParent", "exitAll", "retry", "retryAll", "continue", "previous"], "REQ_31.6.3.2.1.1"
    ),
  ]

  /// What an objective reads from a global one, and what it writes.
  static let reads = ["readSatisfiedStatus", "readNormalizedMeasure"]
  static let writes = ["writeSatisfiedStatus", "writeNormalizedMeasure"]
  /// The same for what ADL added.
  static let extendedReads = [
    "readRawScore", "readMinScore", "readMaxScore", "readCompletionStatus", "readProgressMeasure",
  ]
  static let extendedWrites = [
    "writeRawScore", "writeMinScore", "writeMaxScore", "writeCompletionStatus",
    "writeProgressMeasure",
  ]

  /// Conditions and limits that ADL advises against, because LMSs differ in them.
  static let cautious: Set<String> = ["timeLimitExceeded", "outsideAvailableTimeRange"]
  static let cautiousLimits = [
    "attemptExperiencedDurationLimit", "activityAbsoluteDurationLimit",
    "activityExperiencedDurationLimit", "beginTimeLimit", "endTimeLimit",
  ]

  private static let timings = ["never", "once", "onEachNewAttempt"]
  private static let considerations = ["always", "ifAttempted", "ifNotSkipped", "ifNotSuspended"]
  private static let combinations = ["all", "any"]
  private static let operators = ["not", "noOp"]
  private static let rollupConditions = [
    "satisfied", "objectiveStatusKnown", "objectiveMeasureKnown", "completed",
    "activityProgressKnown", "attempted", "attemptLimitExceeded", "timeLimitExceeded",
    "outsideAvailableTimeRange",
  ]

  private static func rule(_ name: String, _ requirement: String) -> SCORM2004Element {
    SCORM2004Element(
      name: name, parents: ["imsss:sequencingRules"], requirement: "\(requirement).3",
      children: [
        once("imsss:ruleConditions", "\(requirement).1"),
        once("imsss:ruleAction", "\(requirement).2"),
      ])
  }
}
