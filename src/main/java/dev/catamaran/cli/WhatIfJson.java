package dev.catamaran.cli;

import static dev.catamaran.cli.FindingJson.textOrNull;

import dev.catamaran.json.Json;
import dev.catamaran.plan.whatif.Course;
import dev.catamaran.plan.whatif.Shift;
import dev.catamaran.plan.whatif.Supposition;
import dev.catamaran.plan.whatif.WhatIf;
import java.util.List;

/** What would be otherwise, as {@code catamaran/v1} JSON. */
final class WhatIfJson {
  private WhatIfJson() {}

  static Json.Obj document(List<Supposition> suppositions, WhatIf whatIf) {
    return FindingJson.versioned()
        .with("project", whatIf.after().project().text())
        .with("suppose", Json.Arr.ofTexts(suppositions.stream().map(Supposition::text).toList()))
        .with("breaks", FindingJson.array(whatIf.breaks()))
        .with("mends", FindingJson.array(whatIf.mends()))
        .with("changes", Json.array(whatIf.shifts().stream().map(WhatIfJson::shift).toList()))
        .with(
            "course",
            Json.object()
                .with("smooth", whatIf.course().smooth())
                .with(
                    "steps",
                    Json.array(whatIf.course().steps().stream().map(WhatIfJson::step).toList())));
  }

  private static Json.Obj shift(Shift shift) {
    return Json.object()
        .with("service", shift.service().text())
        .with("subject", shift.subject())
        .with("before", textOrNull(shift.before()))
        .with("after", textOrNull(shift.after()))
        .with("trend", shift.trend().word())
        .with("reason", shift.reason());
  }

  private static Json.Obj step(Course.Step step) {
    return Json.object()
        .with("what", step.what())
        .with("why", Json.Arr.ofTexts(step.why()))
        .with("down", Json.Arr.ofTexts(step.down()))
        .with("refusals", FindingJson.array(step.refusals()));
  }
}
