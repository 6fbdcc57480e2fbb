package import Document
import Psychometrics
package import Text

extension ChangeResult {
  /// Returns the figures for programs, with the keys of the contract first.
  package func json(in language: Language) -> JSONValue {
    var whole = FigureObject(language)
    whole["matched"] = .int(matched)
    whole["unmatched"] = [
      "preOnly": .int(preOnly), "postOnly": .int(postOnly), "neither": .int(neither),
    ]
    whole["groups"] = .array(groups.map { json($0, language, isGroup: true) })
    if let overall { whole["overall"] = json(overall, language, isGroup: false) }
    whole["maximum"] = .double(maximum)
    whole["maximumFrom"] = isMaximumGiven ? "given" : "highest score seen"
    whole["minimum"] = .double(minimum)
    whole["conventions"] = [
      "gain": "post - pre", "interval": "Student, 95 %, n - 1",
      "wilcoxon": "two-sided, zero differences dropped, exact with ties to n = 50",
      "hedgesG": "d_av * J(n - 1), exact J", "pAdjusted": "Holm over the groups",
      "bootstrap": .string("percentile and BCa, \(request.draws) draws, seed \(request.seed)"),
    ]
    whole["attrition"] = attritionJSON(language)
    if let covariance { whole["ancova"] = ancova(covariance, language) }
    if !forms.isEmpty {
      whole["forms"] = .array(
        forms.map { form in
          var object = FigureObject(language)
          object["form"] = .string(form.name)
          figures(form.change, into: &object)
          return object.value
        })
    }
    if let crossover {
      whole["crossover"] = [
        "change": mean(crossover.change, language),
        "formEffect": mean(crossover.formEffect, language),
      ]
    }
    if let sameLanguage, let otherLanguage {
      whole["languages"] = [
        "same": json(sameLanguage, language, isGroup: false),
        "switched": json(otherLanguage, language, isGroup: false),
      ]
    }
    whole["notes"] = .array(
      notes.map { note in
        ["kind": .string(note.kind.rawValue), "text": .string(note.text.text(in: language))]
      })
    return whole.value
  }

  private func json(_ group: Group, _ language: Language, isGroup: Bool) -> JSONValue {
    var object = FigureObject(language)
    if isGroup {
      object["by"] = .object(
        JSONObject(
          zip(by, group.values).map { name, value in
            JSONObject.Member(name, value.isEmpty ? .null : .string(value))
          }))
    }
    figures(group, into: &object)
    object.set("deviationPre", group.change.deviationPre)
    object.set("deviationPost", group.change.deviationPost)
    object.set("deviationGain", group.change.deviationGain)
    object.set("correlation", group.change.correlation)
    object.set("dAv", group.change.effect.map(\.d))
    object.set("dZ", group.change.effectOfChanges.map(\.d))
    object.set("gZ", group.change.effectOfChanges.map(\.g))
    object.set("hedgesGInterval", group.change.hedgesGInterval)
    object["hedgesGDf"] = .int(group.change.df)
    object["wilcoxonExact"] =
      group.change.signedRank.value.map { .bool($0.isExact) } ?? .null
    object.set("wilcoxonV", group.change.signedRank.map(\.positiveRankSum))
    if let resampling = group.resampling {
      object.set("bcaInterval", resampling.biasCorrected)
    } else {
      object.lack("bcaInterval", .notAsked)
    }
    object.set("normalisedChange", group.normalised.mean.estimate)
    object.set("normalisedChangeInterval", group.normalised.mean.interval)
    object["normalisedChangeLeftOut"] = .int(group.normalised.leftOut)
    object.set("floorPre", group.endsPre.floor)
    object.set("ceilingPre", group.endsPre.ceiling)
    object.set("floorPost", group.endsPost.floor)
    object.set("ceilingPost", group.endsPost.ceiling)
    object["lost"] = .int(group.lost)
    if let clustered = group.clustered {
      var inner = FigureObject(language)
      inner["method"] = "CR2, Satterthwaite df (Bell and McCaffrey)"
      inner["clusters"] = .int(clustered.clusters)
      mean(clustered.mean, into: &inner)
      if let adjusted = group.clusteredPAdjusted {
        inner["pAdjusted"] = .double(adjusted)
      } else if isGroup {
        inner.lack("pAdjusted", clustered.mean.p.reason ?? .notAsked)
      }
      inner.set("designEffect", clustered.designEffect)
      object["clustered"] = inner.value
    }
    if let reliable = group.reliable {
      var inner = FigureObject(language)
      inner["reliability"] = .double(reliable.reliability)
      inner.set("smallestChange", reliable.smallest)
      inner["improved"] = .int(reliable.improved)
      inner["unchanged"] = .int(reliable.unchanged)
      inner["worsened"] = .int(reliable.worsened)
      object["reliableChange"] = inner.value
    }
    if let cut = group.cut { object["cut"] = shares(cut, language, at: request.cut) }
    if let item = group.item { object["mcnemar"] = shares(item, language, at: nil) }
    return object.value
  }

  /// Adds the figures that the contract names.
  private func figures(_ group: Group, into object: inout FigureObject) {
    let change = group.change
    object["n"] = .int(change.n)
    object.set("meanPre", change.meanPre)
    object.set("meanPost", change.meanPost)
    object.set("gain", change.gain)
    object.set("interval", change.interval)
    object.set("t", change.t)
    object["df"] = .int(change.df)
    object.set("p", change.p)
    if let adjusted = group.pAdjusted {
      object["pAdjusted"] = .double(adjusted)
    } else {
      object.lack("pAdjusted", change.p.reason ?? .notAsked)
    }
    object.set("wilcoxonP", change.signedRank.map(\.p))
    object.set("hedgesG", change.hedgesG)
    object.set("classGain", group.classGain.value)
    object.set("classGainInterval", group.classGain.interval)
    if let resampling = group.resampling {
      object.set("bootstrapInterval", resampling.percentile)
    } else {
      object.lack("bootstrapInterval", .notAsked)
    }
  }

  private func mean(_ mean: MeanEstimate, _ language: Language) -> JSONValue {
    var object = FigureObject(language)
    self.mean(mean, into: &object)
    return object.value
  }

  private func mean(_ mean: MeanEstimate, into object: inout FigureObject) {
    object.set("estimate", mean.estimate)
    object.set("standardError", mean.standardError)
    object.set("interval", mean.interval)
    object.set("t", mean.t)
    object.set("df", mean.df)
    object.set("p", mean.p)
  }

  private func shares(
    _ shares: PairedShares, _ language: Language, at cut: Double?
  ) -> JSONValue {
    var object = FigureObject(language)
    if let cut { object["score"] = .double(cut) }
    object.set("before", shares.before.value)
    object.set("beforeInterval", shares.before.interval)
    object.set("after", shares.after.value)
    object.set("afterInterval", shares.after.interval)
    object.set("difference", shares.difference)
    object.set("interval", shares.interval)
    object["gained"] = .int(shares.gained)
    object["lost"] = .int(shares.lost)
    object.set("p", shares.p)
    return object.value
  }

  private func attritionJSON(_ language: Language) -> JSONValue {
    [
      "levels": .array(
        attrition.levels.map { level in
          var object = FigureObject(language)
          object["low"] = .double(level.low)
          object["high"] = .double(level.high)
          object["n"] = .int(level.n)
          object["lost"] = .int(level.lost.count)
          object.set("share", level.lost.value)
          object.set("interval", level.lost.interval)
          return object.value
        }),
      "stayedLessLost": mean(attrition.difference, language),
    ]
  }

  private func ancova(_ covariance: CovarianceAnalysis, _ language: Language) -> JSONValue {
    func test(_ test: Estimate<CovarianceAnalysis.Test>) -> JSONValue {
      var object = FigureObject(language)
      object.set("f", test.map(\.f))
      object.set("df1", test.map(\.df1))
      object.set("df2", test.map(\.df2))
      object.set("p", test.map(\.p))
      return object.value
    }
    var object = FigureObject(language)
    object["slopes"] = test(covariance.slopes)
    object["groups"] = test(covariance.groups)
    object.set("slope", covariance.slope)
    if covariance.groups.reason == .slopesDiffer {
      object.lack("adjustedMeans", .slopesDiffer)
      return object.value
    }
    object["adjustedMeans"] = .array(
      zip(groups.filter { $0.change.n > 0 }, covariance.adjustedMeans).map { group, mean in
        var inner = FigureObject(language)
        inner["by"] = .object(
          JSONObject(
            zip(by, group.values).map { name, value in
              JSONObject.Member(name, value.isEmpty ? .null : .string(value))
            }))
        inner.set("mean", mean)
        return inner.value
      })
    return object.value
  }
}
