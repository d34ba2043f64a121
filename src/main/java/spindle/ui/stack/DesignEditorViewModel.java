package spindle.ui.stack;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import spindle.design.Allocation;
import spindle.design.AllocationPattern;
import spindle.design.BackboneShape;
import spindle.design.Design;
import spindle.design.GroupingPattern;
import spindle.design.LayerGrouping;
import spindle.design.Spending;
import spindle.design.Strategy;
import spindle.ui.Texts;

/// A design that is being drawn: its state, its exact parameter count, and the verbs that change
/// it.
///
/// Knows no control. Used on the UI thread only; counting takes well under a millisecond.
public final class DesignEditorViewModel {
  private static final double SLOPE = 1;

  private final Host host;
  private final Freedom freedom;
  private final History<Draft> history;
  private final ReadOnlyObjectWrapper<Draft> draft;
  private final ReadOnlyObjectWrapper<Tally> tally;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper announcement = new ReadOnlyStringWrapper("");

  /// Begins with a design.
  ///
  /// @param budget parameters that the design may have
  /// @param editable parts that the verbs may change; the others are left alone
  /// @throws IllegalArgumentException if design and backbone differ in the number of layers
  public DesignEditorViewModel(BackboneShape shape, long budget, Design first, Set<Part> editable) {
    this(
        new Host(shape, budget, Spending.DEFAULT),
        Draft.of(first),
        Freedom.of(editable, first.grouping().groups()));
  }

  /// Begins with a draft.
  ///
  /// @throws IllegalArgumentException if draft and backbone differ in the number of layers
  public DesignEditorViewModel(Host host, Draft first, Freedom freedom) {
    if (host.shape().layers() != first.grouping().layers()) {
      throw new IllegalArgumentException(
          "a design of "
              + first.grouping().layers()
              + " layers for a backbone of "
              + host.shape().layers());
    }
    this.host = host;
    this.freedom = freedom;
    history = new History<>(first);
    draft = new ReadOnlyObjectWrapper<>(history.present());
    tally = new ReadOnlyObjectWrapper<>(count(history.present()));
  }

  private Tally count(Draft drawn) {
    return Tally.of(drawn, host.shape(), host.budget(), host.spending());
  }

  /// What is drawn.
  public ReadOnlyObjectProperty<Draft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /// The parameters of what is drawn.
  public ReadOnlyObjectProperty<Tally> tallyProperty() {
    return tally.getReadOnlyProperty();
  }

  /// Whether there is something to undo.
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /// Whether there is something to redo.
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /// What the last verb did, in a sentence, for the status bar and screen readers.
  public ReadOnlyStringProperty announcementProperty() {
    return announcement.getReadOnlyProperty();
  }

  /// Returns what is drawn.
  public Draft draft() {
    return draft.get();
  }

  /// Returns the design that is drawn, if it can be trained within the budget.
  public Optional<Design> design() {
    return tally.get().isFeasible() ? draft.get().design() : Optional.empty();
  }

  /// Returns the sizes of the backbone.
  public BackboneShape shape() {
    return host.shape();
  }

  /// Says whether a part may be changed.
  public boolean isEditable(Part part) {
    return freedom.parts().contains(part);
  }

  /// Says whether the strategies of a group may be changed.
  public boolean hasFreeStrategies(int group) {
    return isEditable(Part.STRATEGIES) && freedom.groups().contains(group);
  }

  /// Returns the grouping patterns that a backbone of this depth has.
  public Set<GroupingPattern> groupingPatterns() {
    int groups = draft.get().grouping().groups();
    Set<GroupingPattern> known = EnumSet.noneOf(GroupingPattern.class);
    for (GroupingPattern pattern : GroupingPattern.values()) {
      if (!pattern.groupings(host.shape().layers(), groups).isEmpty()) {
        known.add(pattern);
      }
    }
    return known;
  }

  /// Moves a boundary, as far as its neighbours allow.
  ///
  /// @param index 0 for the boundary between the first two groups
  /// @param layersBefore layers that are to lie before it
  public void moveBoundary(int index, int layersBefore) {
    if (isEditable(Part.GROUPING)) {
      Draft next = draft.get().withBoundary(index, layersBefore);
      change(next, Texts.of("did.boundary", index + 1, next.boundary(index) - 1));
    }
  }

  /// Takes the grouping that stands for a pattern.
  public void choose(GroupingPattern pattern) {
    if (isEditable(Part.GROUPING) && groupingPatterns().contains(pattern)) {
      int groups = draft.get().grouping().groups();
      LayerGrouping grouping = pattern.representative(host.shape().layers(), groups);
      change(draft.get().withGrouping(grouping), Texts.of("did.grouping", grouping.toString()));
    }
  }

  /// Takes the allocation that stands for a pattern; custom and random ones stand for nothing.
  public void choose(AllocationPattern pattern) {
    if (isEditable(Part.ALLOCATION)) {
      int layers = host.shape().layers();
      Allocation next =
          switch (pattern) {
            case INCREASING -> Allocation.increasing(layers, SLOPE);
            case UNIFORM -> Allocation.uniform(layers);
            case DECREASING -> Allocation.decreasing(layers, SLOPE);
            case CUSTOM, RANDOM -> draft.get().allocation();
          };
      change(draft.get().withAllocation(next), Texts.of("did.allocation", pattern.label()));
    }
  }

  /// Sets the weight of a layer, relative to those of the others.
  public void weigh(int layer, double weight) {
    if (isEditable(Part.ALLOCATION)) {
      change(draft.get().withWeight(layer, weight), Texts.of("did.weight", layer));
    }
  }

  /// Switches a group on or off.
  public void toggle(int group) {
    if (isEditable(Part.GROUPS)) {
      Draft next = draft.get().toggled(group);
      String key = next.tuned().contains(group) ? "did.on" : "did.off";
      change(next, Texts.of(key, "G" + (group + 1)));
    }
  }

  /// Adds a strategy to a group and switches the group on, unless groups may not be switched.
  public void add(int group, Strategy strategy) {
    boolean reachable = draft.get().tuned().contains(group) || isEditable(Part.GROUPS);
    if (hasFreeStrategies(group) && reachable) {
      Draft next = draft.get().with(group, strategy);
      change(next, Texts.of("did.added", Texts.name(strategy), "G" + (group + 1)));
    }
  }

  /// Takes a strategy from a group.
  public void remove(int group, Strategy strategy) {
    if (hasFreeStrategies(group)) {
      Draft next = draft.get().without(group, strategy);
      change(next, Texts.of("did.removed", Texts.name(strategy), "G" + (group + 1)));
    }
  }

  /// Adds a strategy to a group, or takes it away if it is there.
  public void flip(int group, Strategy strategy) {
    Draft now = draft.get();
    if (now.tuned().contains(group) && now.strategies().get(group).contains(strategy)) {
      remove(group, strategy);
    } else {
      add(group, strategy);
    }
  }

  /// Begins a gesture, which is undone as a whole.
  public void beginGesture() {
    history.beginGesture();
  }

  /// Ends a gesture.
  public void endGesture() {
    history.endGesture();
    refresh();
  }

  /// Takes the last change back.
  public void undo() {
    history.undo();
    refresh();
    announcement.set(Texts.of("did.undone"));
  }

  /// Does again what was taken back.
  public void redo() {
    history.redo();
    refresh();
    announcement.set(Texts.of("did.redone"));
  }

  private void change(Draft next, String sentence) {
    if (!next.equals(draft.get())) {
      history.go(next);
      refresh();
      announcement.set(sentence);
    }
  }

  private void refresh() {
    Draft present = history.present();
    if (!present.equals(draft.get())) {
      // the count first, so that whoever hears of the draft finds its count
      tally.set(count(present));
      draft.set(present);
    }
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
  }

  /// Returns the weights of the layers, the mean being 1.
  public List<Double> relativeWeights() {
    double mean = draft.get().meanWeight();
    List<Double> weights = draft.get().allocation().weights();
    return IntStream.range(0, weights.size()).mapToObj(i -> weights.get(i) / mean).toList();
  }
}
