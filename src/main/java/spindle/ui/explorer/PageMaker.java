package spindle.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spindle.design.TunedChoice;
import spindle.study.Decision;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StageProgress;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.ui.Texts;
import spindle.ui.explorer.ExplorerPage.Activity;
import spindle.ui.explorer.ExplorerPage.Fact;
import spindle.ui.session.CandidateNames;
import spindle.ui.session.StudySnapshot;
import spindle.ui.stack.Draft;

/// Derives what the explorer shows from what is recorded. Takes milliseconds to some tens of them:
/// not for the UI thread.
final class PageMaker {
  private final StudySnapshot study;
  private final Wish wish;
  private final StudyPath path;
  private final Optional<Stage> open;
  private final Activity activity;

  private PageMaker(StudySnapshot study, Wish wish) {
    this.study = study;
    this.wish = wish;
    String name =
        wish.path()
            .filter(wanted -> study.paths().stream().anyMatch(p -> p.name().equals(wanted)))
            .orElse(study.current());
    this.path = study.path(name);
    this.open = path.open(study.plan());
    this.activity = activity(study);
  }

  static ExplorerPage of(StudySnapshot study, Wish wish) {
    return new PageMaker(study, wish).page();
  }

  private static Activity activity(StudySnapshot study) {
    if (!study.runs()) {
      return Activity.IDLE;
    }
    return switch (study.state().phase()) {
      case IDLE -> Activity.IDLE;
      case RUNNING -> Activity.RUNNING;
      case PAUSED -> Activity.PAUSED;
    };
  }

  private ExplorerPage page() {
    Optional<StageKind> shown = shown();
    return new ExplorerPage(
        study.paths().stream().map(this::item).toList(),
        path.name(),
        steps(shown),
        shown.flatMap(this::board),
        pattern(),
        activity,
        status());
  }

  private String status() {
    String doing = study.runs() ? study.state().text() : Texts.of("explorer.notRunning");
    return path.name().equals(study.current()) && open.isPresent()
        ? Texts.of("explorer.status", doing, study.forecast().sentence())
        : doing;
  }

  private PathItem item(StudyPath other) {
    Optional<String> origin =
        other
            .parent()
            .map(parent ->
                Texts.of(
                    "explorer.path.origin",
                    parent,
                    other.decisions().stream()
                        .map(Decision::chosen)
                        .reduce((_, last) -> last)
                        .orElse(Texts.of("explorer.path.start"))));
    return new PathItem(other.name(), origin, other.name().equals(path.name()));
  }

  /// The wanted dimension, else the open one, else the last decided one.
  private Optional<StageKind> shown() {
    return wish.stage()
        .filter(study.plan().order()::contains)
        .or(() -> open.map(Stage::kind))
        .or(() -> path.decisions().reversed().stream().map(d -> d.stage().kind()).findFirst());
  }

  private List<StepItem> steps(Optional<StageKind> shown) {
    List<StepItem> steps = new ArrayList<>();
    for (StageKind kind : study.plan().order()) {
      StepState state = state(kind);
      boolean is = shown.filter(kind::equals).isPresent();
      steps.add(new StepItem(kind, StageWords.title(kind), detail(kind, state), state, is));
    }
    return steps;
  }

  private StepState state(StageKind kind) {
    Optional<Decision> decision = path.decision(kind);
    if (decision.isPresent()) {
      return switch (decision.get().basis()) {
        case Decision.Basis.Kept() -> StepState.DECIDED;
        case Decision.Basis.Overridden _ -> StepState.OVERRIDDEN;
      };
    }
    if (open.filter(stage -> stage.kind().equals(kind)).isPresent()) {
      boolean trains = activity == Activity.RUNNING && path.name().equals(study.current());
      return trains ? StepState.RUNNING : StepState.OPEN;
    }
    return isPassed(kind) ? StepState.PASSED : StepState.LATER;
  }

  private boolean isPassed(StageKind kind) {
    return kind instanceof StageKind.Strategies(int group)
        && path.space(study.plan()).tuned() instanceof TunedChoice.Fixed(var tuned)
        && !tuned.contains(group);
  }

  private String detail(StageKind kind, StepState state) {
    return switch (state) {
      case DECIDED, OVERRIDDEN ->
          path.decision(kind).map(d -> CandidateNames.of(d.candidate())).orElseThrow();
      case OPEN ->
          Texts.of("explorer.step.open", Stages.of(study.plan(), path, kind).candidates().size());
      case RUNNING -> Texts.of("explorer.step.running");
      case LATER -> Texts.of("explorer.step.later");
      case PASSED -> Texts.of("explorer.step.passed");
    };
  }

  private Optional<StageBoard> board(StageKind kind) {
    StudyPlan plan = study.plan();
    Optional<StageProgress> progress =
        path.decision(kind)
            .map(decision -> study.study().decided(path, decision))
            .or(() ->
                open.filter(stage -> stage.kind().equals(kind))
                    .flatMap(_ -> study.study().open(path)));
    return progress.map(found ->
        new BoardMaker(plan, path, state(kind), found).board(wish.overlay(), path.decision(kind)));
  }

  private List<Fact> pattern() {
    Draft draft = Draft.of(path.space(study.plan()));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(new StageKind.Grouping(), draft.grouping().toString()));
    facts.add(fact(new StageKind.Allocation(), draft.allocation().pattern().label()));
    facts.add(
        fact(
            new StageKind.Tuned(),
            String.join(" ", draft.tuned().stream().map(group -> "G" + (group + 1)).toList())));
    IntStream.range(0, draft.grouping().groups())
        .mapToObj(group ->
            fact(
                new StageKind.Strategies(group),
                String.join(
                    " + ", draft.strategies().get(group).stream().map(Texts::name).toList())))
        .forEach(facts::add);
    return facts;
  }

  private Fact fact(StageKind kind, String value) {
    String name =
        kind instanceof StageKind.Strategies(int group)
            ? "G" + (group + 1)
            : StageWords.title(kind);
    if (isPassed(kind)) {
      return new Fact(name, Texts.of("group.frozen"));
    }
    boolean known = path.decision(kind).isPresent() || !study.plan().order().contains(kind);
    return new Fact(name, known ? value : Texts.of("explorer.fact.open"));
  }
}
