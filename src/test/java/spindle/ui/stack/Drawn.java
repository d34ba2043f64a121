package spindle.ui.stack;

import java.util.EnumSet;
import spindle.design.BackboneShape;
import spindle.design.Design;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.Preset;

/// Designs and backbones for tests of the editor.
public final class Drawn {
  /// The sizes of bert-base.
  public static final BackboneShape BERT =
      new BackboneShape(Family.BERT, 12, 0, 768, 768, 3072, 12, FeedForward.PLAIN, 109_482_240);

  private Drawn() {}

  /// Returns an editor of the paper's design for bert-base at 0.5 %, with all parts editable.
  public static DesignEditorViewModel s4() {
    return of(547_411);
  }

  /// Returns the same with another budget.
  public static DesignEditorViewModel of(long budget) {
    Design design = Preset.S4.design(12).orElseThrow();
    return new DesignEditorViewModel(BERT, budget, design, EnumSet.allOf(Part.class));
  }
}
