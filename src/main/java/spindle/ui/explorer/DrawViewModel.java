package spindle.ui.explorer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import spindle.design.AllocationChoice;
import spindle.design.DesignSpace;
import spindle.design.GroupingChoice;
import spindle.design.Strategy;
import spindle.design.StrategySet;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;
import spindle.study.Candidate;
import spindle.study.Candidate.Constraint;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.ui.Texts;
import spindle.ui.session.CandidateNames;
import spindle.ui.stack.DesignEditorViewModel;
import spindle.ui.stack.Draft;
import spindle.ui.stack.Freedom;
import spindle.ui.stack.Host;
import spindle.ui.stack.Part;

/// A candidate that is being drawn. What of the design is decided already cannot be changed; what
/// was changed becomes a candidate of its dimension.
final class DrawViewModel {
  private final StudyPlan plan;
  private final StudyPath path;
  private final StageKind shown;
  private final Draft first;
  private final DesignEditorViewModel editor;
  private final StringProperty name = new SimpleStringProperty("");

  /// Begins with a candidate, or with what the path has decided alone.
  ///
  /// @param shown the open dimension
  /// @param from name of the candidate of that dimension to begin with
  DrawViewModel(StudyPlan plan, StudyPath path, StageKind shown, Optional<String> from) {
    this.plan = plan;
    this.path = path;
    this.shown = shown;
    DesignSpace space = path.space(plan);
    Stage stage = Stages.of(plan, path, shown);
    DesignSpace begun = from.map(n -> stage.candidate(n).constraint().within(space)).orElse(space);
    this.first = filled(Draft.of(begun));
    this.editor =
        new DesignEditorViewModel(
            new Host(
                plan.subject().shape(), plan.subject().parameters(), plan.subject().spending()),
            first,
            freedom());
    name.set(freeName());
  }

  /// Groups without decided strategies get LoRA, so that the drawing can be counted.
  private static Draft filled(Draft draft) {
    Draft full = draft;
    for (int group = 0; group < draft.grouping().groups(); group++) {
      if (draft.strategies().get(group).isEmpty()) {
        boolean frozen = !draft.tuned().contains(group);
        full = full.with(group, Strategy.LORA);
        full = frozen ? full.toggled(group) : full;
      }
    }
    return full;
  }

  private Freedom freedom() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    Set<Integer> groups = new HashSet<>();
    for (StageKind kind : undecided()) {
      switch (kind) {
        case StageKind.Grouping() -> parts.add(Part.GROUPING);
        case StageKind.Allocation() -> parts.add(Part.ALLOCATION);
        case StageKind.Tuned() -> parts.add(Part.GROUPS);
        case StageKind.Strategies(int group) -> {
          parts.add(Part.STRATEGIES);
          groups.add(group);
        }
      }
    }
    return new Freedom(parts, groups);
  }

  private List<StageKind> undecided() {
    return plan.order().stream().filter(kind -> path.decision(kind).isEmpty()).toList();
  }

  private String freeName() {
    Set<String> taken = new HashSet<>();
    undecided()
        .forEach(
            kind -> Stages.of(plan, path, kind).candidates().forEach(c -> taken.add(c.name())));
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> "drawn-" + i)
        .filter(free -> !taken.contains(free))
        .findFirst()
        .orElseThrow();
  }

  /// The drawing.
  DesignEditorViewModel editor() {
    return editor;
  }

  /// Name of the candidate.
  StringProperty nameProperty() {
    return name;
  }

  /// Returns the dimensions that get the drawing as a candidate: those in which something was
  /// changed to what no candidate is yet, or the open one if there are none.
  List<StageKind> dimensions() {
    List<StageKind> changed =
        undecided().stream().filter(kind -> isChanged(kind) && same(kind).isEmpty()).toList();
    return changed.isEmpty() ? List.of(shown) : changed;
  }

  private boolean isChanged(StageKind kind) {
    Draft now = editor.draft();
    return switch (kind) {
      case StageKind.Grouping() -> !now.grouping().equals(first.grouping());
      case StageKind.Allocation() -> !now.allocation().equals(first.allocation());
      case StageKind.Tuned() -> !now.tuned().isEmpty() && !now.tuned().equals(first.tuned());
      case StageKind.Strategies(int group) ->
          now.tuned().contains(group)
              && !now.strategies().get(group).isEmpty()
              && !now.strategies().get(group).equals(first.strategies().get(group));
    };
  }

  /// Returns why the drawing cannot be saved, in a sentence; empty if it can.
  Optional<String> problem() {
    if (name.get().isBlank()) {
      return Optional.of(Texts.of("explorer.draw.noName"));
    }
    boolean bare =
        shown instanceof StageKind.Strategies(int group)
            && editor.draft().strategies().get(group).isEmpty();
    if (bare || editor.design().isEmpty()) {
      return Optional.of(Texts.of("explorer.draw.refused"));
    }
    for (StageKind kind : dimensions()) {
      for (Candidate other : Stages.of(plan, path, kind).candidates()) {
        if (other.name().equals(name.get().strip())) {
          return Optional.of(Texts.of("explorer.draw.taken", other.name()));
        }
      }
    }
    return dimensions().stream()
        .flatMap(kind ->
            same(kind).stream()
                .map(other ->
                    Texts.of(
                        "explorer.draw.same", CandidateNames.of(other), StageWords.title(kind))))
        .findFirst();
  }

  /// Returns the candidate of a dimension that is what was drawn, if there is one.
  private Optional<Candidate> same(StageKind kind) {
    return Stages.of(plan, path, kind).candidates().stream()
        .filter(other -> other.constraint().equals(constraint(kind)))
        .findFirst();
  }

  /// Returns the dimensions with the drawn candidate among theirs.
  List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    for (StageKind kind : dimensions()) {
      List<Candidate> candidates = new ArrayList<>(Stages.of(plan, path, kind).candidates());
      candidates.add(new Candidate(name.get().strip(), constraint(kind)));
      stages.add(new Stage(kind, candidates));
    }
    return stages;
  }

  private Constraint constraint(StageKind kind) {
    Draft draft = editor.draft();
    return switch (kind) {
      case StageKind.Grouping() ->
          new Constraint.Grouping(new GroupingChoice.Fixed(draft.grouping()));
      case StageKind.Allocation() ->
          new Constraint.Allocation(new AllocationChoice.Fixed(draft.allocation()));
      case StageKind.Tuned() ->
          new Constraint.Tuned(new TunedChoice.Fixed(new TunedGroups(draft.tuned())));
      case StageKind.Strategies(int group) ->
          new Constraint.Strategies(group, new StrategySet(draft.strategies().get(group)));
    };
  }
}
