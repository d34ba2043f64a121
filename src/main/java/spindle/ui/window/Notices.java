package spindle.ui.window;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.Decision;
import spindle.study.StudyPath;
import spindle.ui.Texts;
import spindle.ui.session.CandidateNames;
import spindle.ui.session.EngineLife;
import spindle.ui.session.OutcomeWords;
import spindle.ui.session.StageNames;
import spindle.ui.session.Standing;
import spindle.ui.session.StudySnapshot;
import spindle.ui.settings.Settings.Notifications;

/// What the desktop is told of the open study, by the user's choice. Used on the UI thread.
final class Notices {

  private final Supplier<Notifications> wanted;
  private final Consumer<String> desktop;
  private Optional<Standing> before = Optional.empty();
  private Map<AttemptId, Attempt> attempts = Map.of();

  Notices(Supplier<Notifications> wanted, Consumer<String> desktop) {
    this.wanted = wanted;
    this.desktop = desktop;
  }

  /// Takes note of how the study stands; the first time of each study says nothing.
  void take(Standing now) {
    boolean same = before.filter(old -> old.study().file().equals(now.study().file())).isPresent();
    if (same && wanted.get() != Notifications.OFF) {
      tell(before.orElseThrow(), now);
    }
    attempts = byId(now.study());
    before = Optional.of(now);
  }

  private void tell(Standing old, Standing now) {
    StudySnapshot study = now.study();
    for (StudyPath path : study.paths()) {
      int known =
          old.study().paths().stream()
              .filter(other -> other.name().equals(path.name()))
              .mapToInt(other -> other.decisions().size())
              .findFirst()
              .orElse(path.decisions().size());
      path.decisions().stream().skip(known).forEach(this::decided);
    }
    String name = name(study.file());
    if (old.engine() != now.engine()) {
      switch (now.engine()) {
        case LOST, SILENT -> desktop.accept(Texts.of("notice.lost", name));
        case NONE -> {
          if (study.forecast().atMost() == 0) {
            desktop.accept(Texts.of("notice.done", name));
          }
        }
        case STARTING, RUNS -> {}
      }
    }
    if (wanted.get() == Notifications.ALL && now.engine() == EngineLife.RUNS) {
      study.attempts().forEach(this::ended);
    }
  }

  private void decided(Decision decision) {
    String stage = StageNames.of(decision.stage().kind().id());
    desktop.accept(Texts.of("notice.decided", stage, CandidateNames.of(decision.candidate())));
  }

  private void ended(Attempt attempt) {
    Attempt old = attempts.get(attempt.id());
    if (attempt.end().isPresent() && old != null && old.end().isEmpty()) {
      String words = OutcomeWords.sentence(attempt.end().get().outcome());
      desktop.accept(Texts.of("notice.trial", attempt.id().trial().substring(0, 8), words));
    }
  }

  private static Map<AttemptId, Attempt> byId(StudySnapshot study) {
    Map<AttemptId, Attempt> byId = new HashMap<>();
    study.attempts().forEach(attempt -> byId.put(attempt.id(), attempt));
    return byId;
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.spindle$", "");
  }
}
