package spindle.ui.confirm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import spindle.export.PatternExport;
import spindle.export.PatternFile;
import spindle.json.Json;
import spindle.study.Confirmation;
import spindle.study.ConfirmationPlan;
import spindle.study.ConfirmationResult;
import spindle.study.ConfirmationResult.Confirmed;
import spindle.study.Contender;
import spindle.study.Interval;
import spindle.study.StudyPath;
import spindle.study.TrialSpec;
import spindle.ui.Texts;
import spindle.ui.plot.Scores;
import spindle.ui.session.CandidateNames;
import spindle.ui.session.StudySnapshot;
import spindle.ui.stack.StackPlot;

/// Derives what the page of confirmation shows. Takes milliseconds to some hundred of them: not for
/// the UI thread.
final class ConfirmMaker {
  /// Contenders besides random search: the pattern and five baselines.
  private static final int CONTENDERS = 6;

  private static final int REPETITIONS = 5;
  private static final double POINTS = 100;

  private final StudySnapshot study;
  private final StudyPath path;

  /// @param wanted name of the path to be shown; empty for the one that is worked on
  ConfirmMaker(StudySnapshot study, Optional<String> wanted) {
    this.study = study;
    this.path =
        study.path(
            wanted
                .filter(name -> study.paths().stream().anyMatch(p -> p.name().equals(name)))
                .orElse(study.current()));
  }

  ConfirmPage page() {
    Optional<ConfirmationPlan> asked = Optional.ofNullable(study.confirmations().get(path.name()));
    return new ConfirmPage(
        study.paths().stream().map(StudyPath::name).toList(),
        path.name(),
        chosen(),
        Optional.of(asked.orElseGet(this::proposal)),
        asked.flatMap(this::standing),
        path.decisions().stream().map(decision -> decision.stage().kind()).toList(),
        CONTENDERS * study.plan().subject().tasks().size(),
        study.runs() ? ConfirmPage.Engine.RUNS : ConfirmPage.Engine.IDLE);
  }

  private ConfirmationPlan proposal() {
    return new ConfirmationPlan(
        study.plan().subject().settings(), REPETITIONS, ConfirmationPlan.Control.NONE);
  }

  private ConfirmPage.Chosen chosen() {
    try {
      PatternFile file = PatternExport.of(study.plan(), path);
      return new ConfirmPage.Chosen.Found(
          Json.pretty(file),
          StackPlot.of(file.design().design()),
          file.design().design().toString(),
          Texts.of(
              "budget.total",
              Texts.count(file.budget().used()),
              Texts.count(file.budget().parameters())));
    } catch (IllegalArgumentException e) { // it names what is open, or what cannot be paid
      return new ConfirmPage.Chosen.Missing(String.valueOf(e.getMessage()));
    }
  }

  private Optional<ConfirmPage.Standing> standing(ConfirmationPlan plan) {
    return Confirmation.of(study.study(), path, plan).map(test -> standing(plan, test));
  }

  private ConfirmPage.Standing standing(ConfirmationPlan plan, Confirmation test) {
    Set<String> ids = new HashSet<>();
    test.runs().forEach(run -> run.trials().stream().map(TrialSpec::id).forEach(ids::add));
    int open = test.wanted().size();
    ConfirmationResult result = test.result();
    return new ConfirmPage.Standing(
        plan,
        Math.max(0, ids.size() - open),
        ids.size(),
        rows(test.contenders(), result),
        scores(result));
  }

  private static List<ConfirmPage.Row> rows(List<Contender> contenders, ConfirmationResult result) {
    int pattern =
        result.contenders().stream().mapToInt(Confirmed::repetitions).findFirst().orElse(0);
    List<ConfirmPage.Row> rows = new ArrayList<>();
    for (Contender contender : contenders) {
      Optional<Confirmed> found =
          result.contenders().stream().filter(c -> c.name().equals(contender.name())).findFirst();
      rows.add(
          switch (contender) {
            case Contender.Ready ready ->
                found
                    .map(one -> row(one, Math.min(pattern, one.repetitions())))
                    .orElseGet(() -> ConfirmMaker.row(ready.name(), ""));
            case Contender.Refused(String name, String why) -> row(name, why);
          });
    }
    return rows;
  }

  private static ConfirmPage.Row row(String name, String note) {
    return new ConfirmPage.Row(CandidateNames.capitalised(name), 0, "", "", "", note);
  }

  /// @param shared seeds that it and the pattern have a score of, at most
  private static ConfirmPage.Row row(Confirmed one, int shared) {
    boolean several = shared > 1; // one seed says nothing of how sure its score is
    String ahead =
        one.ahead()
            .map(lead -> range(signed(lead.difference()), lead.interval(), several))
            .orElse("");
    String p =
        one.adjusted().isPresent() && several
            ? String.format(Locale.ROOT, "%.3f", one.adjusted().getAsDouble())
            : "";
    return new ConfirmPage.Row(
        CandidateNames.capitalised(one.name()),
        one.repetitions(),
        range(points(one.mean()), one.interval(), one.repetitions() > 1),
        ahead,
        p,
        "");
  }

  private static String range(String middle, Interval interval, boolean known) {
    return known
        ? Texts.of("confirm.range", middle, points(interval.low()), points(interval.high()))
        : middle;
  }

  private static String points(double score) {
    return String.format(Locale.ROOT, "%.1f", POINTS * score);
  }

  private static String signed(double score) {
    return String.format(Locale.ROOT, "%+.1f", POINTS * score);
  }

  private static Scores scores(ConfirmationResult result) {
    List<Scores.Candidate> candidates =
        IntStream.range(0, result.contenders().size())
            .mapToObj(i -> candidate(result.contenders().get(i), i))
            .toList();
    return new Scores(candidates, Texts.of("explorer.score"));
  }

  private static Scores.Candidate candidate(Confirmed one, int index) {
    return new Scores.Candidate(
        CandidateNames.capitalised(one.name()),
        List.of(),
        Optional.of(
            new Scores.Interval(
                POINTS * one.mean(),
                POINTS * one.interval().low(),
                POINTS * one.interval().high())),
        Optional.empty(),
        index == 0 ? Scores.Emphasis.LEADING : Scores.Emphasis.PLAIN,
        index);
  }
}
