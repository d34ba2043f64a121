package spindle.ui.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import spindle.design.DesignSpace;
import spindle.study.Candidate;
import spindle.study.Decision;
import spindle.study.Draw;
import spindle.study.Entry;
import spindle.study.Race;
import spindle.study.Stage;
import spindle.study.StageProgress;
import spindle.study.Standing;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.Verdict;
import spindle.ui.Texts;
import spindle.ui.explorer.CandidateView.State;
import spindle.ui.plot.Scores;
import spindle.ui.plot.Scores.Emphasis;
import spindle.ui.session.CandidateNames;
import spindle.ui.stack.Draft;
import spindle.ui.stack.StackPlot;

/// Makes the board of one dimension.
final class BoardMaker {
  /// Scores are shown in points, a hundred to one, as verdicts say them.
  private static final double POINTS = 100;

  private final StudyPlan plan;
  private final StudyPath path;
  private final StepState state;
  private final StageProgress progress;
  private final Verdict verdict;
  private final Map<String, DotView> dots = new HashMap<>();
  private final Map<String, List<Scores.Dot>> scored = new HashMap<>();

  BoardMaker(StudyPlan plan, StudyPath path, StepState state, StageProgress progress) {
    this.plan = plan;
    this.path = path;
    this.state = state;
    this.progress = progress;
    this.verdict = progress.verdict();
  }

  StageBoard board(Wish.Overlay overlay, Optional<Decision> decision) {
    progress.entries().forEach(this::add);
    Stage stage = progress.stage();
    List<CandidateView> candidates =
        IntStream.range(0, stage.candidates().size())
            .mapToObj(index -> view(stage.candidates().get(index), index, overlay, decision))
            .toList();
    return new StageBoard(
        stage, state, candidates, dots, verdict, decision.map(this::sentence), keep(decision));
  }

  private void add(Entry entry) {
    String name = entry.slot().candidate();
    Double score = progress.table().of(name).scores().get(entry.slot().draw());
    if (score == null || !(entry.draw() instanceof Draw.Drawn drawn) || entry.trials().isEmpty()) {
      return;
    }
    String trial = entry.trials().getFirst().id();
    double points = POINTS * score;
    scored
        .computeIfAbsent(name, _ -> new java.util.ArrayList<>())
        .add(new Scores.Dot(trial, points));
    dots.put(
        trial,
        new DotView(
            trial,
            CandidateNames.of(progress.stage().candidate(name)),
            entry.slot().draw(),
            points,
            drawn.design().toString(),
            drawn.solution().actual(),
            StackPlot.of(drawn.design()).withBorder(plan.subject().shape().border())));
  }

  private CandidateView view(
      Candidate candidate, int index, Wish.Overlay overlay, Optional<Decision> decision) {
    String name = candidate.name();
    Optional<Standing> standing =
        verdict.standings().stream().filter(s -> s.candidate().equals(name)).findFirst();
    State where = where(name, decision);
    Scores.Candidate scores =
        new Scores.Candidate(
            CandidateNames.of(candidate),
            StageWords.brief(candidate),
            scored.getOrDefault(name, List.of()),
            standing.map(BoardMaker::interval),
            overlay == Wish.Overlay.REPORTED
                ? Reported.mean(progress.stage().kind(), name, plan.groups())
                : Optional.empty(),
            emphasis(where),
            index);
    return new CandidateView(
        name,
        CandidateNames.of(candidate),
        picture(candidate),
        scores,
        where,
        words(name, where),
        standing.map(Standing::probabilityBest),
        progress.table().of(name).unscored().size());
  }

  private static Scores.Interval interval(Standing standing) {
    return new Scores.Interval(
        POINTS * standing.value(),
        POINTS * standing.interval().low(),
        POINTS * standing.interval().high());
  }

  private StackPlot picture(Candidate candidate) {
    DesignSpace before = path.space(plan);
    return StackPlot.of(Draft.of(candidate.constraint().within(before)))
        .withBorder(plan.subject().shape().border());
  }

  private State where(String name, Optional<Decision> decision) {
    if (decision.isPresent()) {
      return decision.get().chosen().equals(name) ? State.CHOSEN : State.PASSED;
    }
    if (droppedAfter(name).isPresent()) {
      return State.DROPPED;
    }
    if (scored.getOrDefault(name, List.of()).isEmpty()) {
      return State.WAITING;
    }
    return verdict.leader().filter(name::equals).isPresent() ? State.LEADING : State.RACING;
  }

  private OptionalInt droppedAfter(String name) {
    return progress.race().dropped().stream()
        .filter(drop -> drop.candidate().equals(name))
        .mapToInt(Race.Dropped::round)
        .findFirst();
  }

  private static Emphasis emphasis(State where) {
    return switch (where) {
      case LEADING, CHOSEN -> Emphasis.LEADING;
      case DROPPED -> Emphasis.DROPPED;
      case WAITING, RACING, PASSED -> Emphasis.PLAIN;
    };
  }

  private String words(String name, State where) {
    return switch (where) {
      case WAITING -> Texts.of("explorer.card.waiting");
      case RACING -> Texts.of("explorer.card.racing");
      case LEADING -> Texts.of("explorer.card.leading");
      case DROPPED -> Texts.of("explorer.card.dropped", droppedAfter(name).orElse(0));
      case CHOSEN ->
          Texts.of(
              state == StepState.OVERRIDDEN ? "explorer.card.overridden" : "explorer.card.kept");
      case PASSED ->
          droppedAfter(name).isPresent()
              ? Texts.of("explorer.card.dropped", droppedAfter(name).getAsInt())
              : Texts.of("explorer.card.passed");
    };
  }

  private String sentence(Decision decision) {
    String chosen = CandidateNames.of(decision.candidate());
    String evidence = CandidateNames.sentence(decision.stage(), decision.evidence().conclusion());
    return switch (decision.basis()) {
      case Decision.Basis.Kept() -> Texts.of("explorer.decided.kept", chosen, evidence);
      case Decision.Basis.Overridden(String reason) ->
          Texts.of("explorer.decided.overridden", chosen, reason, evidence);
    };
  }

  private StageBoard.Keep keep(Optional<Decision> decision) {
    if (decision.isPresent()) {
      return new StageBoard.Keep.Refused(Texts.of("explorer.keep.decided"));
    }
    if (progress.race().state() == Race.State.SAMPLING) {
      return new StageBoard.Keep.Refused(Texts.of("explorer.keep.sampling"));
    }
    List<Candidate> candidates = progress.stage().candidates();
    Optional<String> only =
        candidates.size() == 1 ? Optional.of(candidates.getFirst().name()) : Optional.empty();
    return verdict
        .leader()
        .or(() -> only)
        .<StageBoard.Keep>map(StageBoard.Keep.Possible::new)
        .orElseGet(() -> new StageBoard.Keep.Refused(Texts.of("explorer.keep.unmeasured")));
  }
}
