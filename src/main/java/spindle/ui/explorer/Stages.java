package spindle.ui.explorer;

import spindle.study.Presets;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;

/// The candidates that a dimension has on a path, decided or not.
final class Stages {
  private Stages() {}

  static Stage of(StudyPlan plan, StudyPath path, StageKind kind) {
    return path.edited().stream()
        .filter(stage -> stage.kind().equals(kind))
        .findFirst()
        .or(() -> path.decision(kind).map(decision -> decision.stage()))
        .orElseGet(() -> Presets.stage(kind, plan.stacking(), plan.protocol().presets()));
  }
}
