package spindle.ui.setup;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import spindle.design.Precision;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.task.Metric;
import spindle.ui.setup.SetupOptions.Criterion;
import spindle.ui.setup.SetupOptions.Judging;
import spindle.ui.setup.SetupOptions.Layout;
import spindle.ui.setup.SetupOptions.Own;
import spindle.ui.setup.SetupOptions.Sampling;
import spindle.ui.setup.SetupOptions.Stacks;

/// The lists of the form and what is chosen in each. Used on the UI thread only.
final class OptionsModel {

  private final ObjectProperty<Sampling> sampling = new SimpleObjectProperty<>(Sampling.PAIRED);
  private final ObjectProperty<Own> own = new SimpleObjectProperty<>(Own.LABELLED);
  private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ENDING);
  private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.ROUGE_L);
  private final ObjectProperty<Precision> precision = new SimpleObjectProperty<>(Precision.FLOAT32);
  private final ObjectProperty<Stacks> stacks = new SimpleObjectProperty<>(Stacks.ONE);
  private final ObjectProperty<Criterion> criterion =
      new SimpleObjectProperty<>(Judging.USUAL.criterion());
  private final ObjectProperty<Protocol.Diverged> diverged =
      new SimpleObjectProperty<>(Judging.USUAL.diverged());
  private final ObjectProperty<Presets.Extent> candidates =
      new SimpleObjectProperty<>(Judging.USUAL.candidates());

  /// How designs are drawn.
  ObjectProperty<Sampling> sampling() {
    return sampling;
  }

  /// What the user's own files hold.
  ObjectProperty<Own> own() {
    return own;
  }

  /// How those files are laid out.
  ObjectProperty<Layout> layout() {
    return layout;
  }

  /// What ranks designs that write texts.
  ObjectProperty<Metric> metric() {
    return metric;
  }

  /// The format in which frozen weights are multiplied.
  ObjectProperty<Precision> precision() {
    return precision;
  }

  /// How encoder and decoder are grouped.
  ObjectProperty<Stacks> stacks() {
    return stacks;
  }

  /// The number by which candidates are compared.
  ObjectProperty<Criterion> criterion() {
    return criterion;
  }

  /// What a diverged training counts as.
  ObjectProperty<Protocol.Diverged> diverged() {
    return diverged;
  }

  /// With which candidates a stage begins.
  ObjectProperty<Presets.Extent> candidates() {
    return candidates;
  }

  /// Has a listener called when another choice is made.
  void listen(InvalidationListener changed) {
    List.of(sampling, own, layout, metric, precision, stacks, criterion, diverged, candidates)
        .forEach(property -> property.addListener(changed));
  }

  /// Returns what is chosen now.
  SetupOptions now() {
    return new SetupOptions(
        sampling.get(),
        own.get(),
        layout.get(),
        metric.get(),
        precision.get(),
        stacks.get(),
        new Judging(criterion.get(), diverged.get(), candidates.get()));
  }
}
