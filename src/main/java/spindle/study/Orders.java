package spindle.study;

import java.util.List;
import java.util.Optional;

/// Carries out the commands that change what is recorded of a study, in the hands of its owner.
///
/// Those that speak of running trials need an engine and are refused here.
public final class Orders {

  private final StudyOwner owner;
  private final PatternWriter patterns;

  /// Makes it for an owner.
  public Orders(StudyOwner owner, PatternWriter patterns) {
    this.owner = owner;
    this.patterns = patterns;
  }

  /// Carries out a command and says what became of it; a refused one has changed nothing.
  public CommandAnswer carryOut(StudyCommand command) {
    try {
      return new CommandAnswer.Done(done(command));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return new CommandAnswer.Refused(String.valueOf(e.getMessage()));
    }
  }

  private String done(StudyCommand command) {
    return switch (command) {
      case StudyCommand.Start _,
          StudyCommand.Pause _,
          StudyCommand.Resume _,
          StudyCommand.Stop _,
          StudyCommand.Cancel _ ->
          throw new IllegalStateException("the study is not running");
      case StudyCommand.Retry(String key) -> retry(key);
      case StudyCommand.Limit(RunLimits limits) -> {
        owner.change(limits);
        yield "the limits are changed";
      }
      case StudyCommand.Compare(Protocol protocol) -> {
        owner.change(protocol);
        yield "candidates are compared anew";
      }
      case StudyCommand.Keep(String path, StageKind stage) ->
          decided(study().keep(open(path, stage)));
      case StudyCommand.Override(String path, StageKind stage, String candidate, String reason) ->
          decided(study().override(open(path, stage), candidate, reason));
      case StudyCommand.Edit(String path, Stage stage) -> {
        owner.save(owner.path(path).with(stage, owner.plan()));
        yield "stage " + stage.kind().id() + " has " + stage.candidates().size() + " candidates";
      }
      case StudyCommand.Fork(String path, StageKind from, String name) -> fork(path, from, name);
      case StudyCommand.Confirm(String path, ConfirmationPlan plan) -> confirm(path, plan);
      case StudyCommand.Export(String path, java.nio.file.Path file) -> {
        patterns.write(study(), owner.path(path), file);
        yield "the pattern of path " + path + " is in " + file;
      }
    };
  }

  private Study study() {
    return new Study(owner.plan(), new Ledger(owner));
  }

  private String retry(String key) {
    List<TrialOutcome> ends = owner.attempts(key);
    TrialSpec trial =
        owner
            .trial(key)
            .orElseThrow(() -> new IllegalArgumentException("there is no trial " + key));
    Optional<TrialOutcome> result = Retries.result(trial, ends);
    if (result.isEmpty() || result.get() instanceof TrialOutcome.Scored) {
      throw new IllegalStateException("only a trial that ended without a score is tried again");
    }
    owner.setAside(key);
    return "trial " + key + " will be tried again";
  }

  private StudyPath open(String name, StageKind stage) {
    StudyPath path = owner.path(name);
    Optional<Stage> open = path.open(owner.plan());
    if (open.isEmpty()) {
      throw new IllegalStateException("every stage of path " + name + " is decided");
    }
    if (!open.get().kind().equals(stage)) {
      throw new IllegalStateException(
          "stage %s of path %s is not the open one, which is %s"
              .formatted(stage.id(), name, open.get().kind().id()));
    }
    return path;
  }

  private String decided(StudyPath path) {
    owner.save(path);
    Decision decision = path.decisions().getLast();
    return sentence(decision);
  }

  /// Returns what was decided and why, in a sentence.
  static String sentence(Decision decision) {
    String start = "stage " + decision.stage().kind().id() + ": " + decision.chosen();
    return switch (decision.basis()) {
      case Decision.Basis.Kept() -> start + " is kept (" + decision.evidence().sentence() + ")";
      case Decision.Basis.Overridden(String reason) ->
          start
              + " is chosen because \""
              + reason
              + "\" (the data said: "
              + decision.evidence().sentence()
              + ")";
    };
  }

  private String fork(String path, StageKind from, String name) {
    if (owner.paths().stream().anyMatch(other -> other.name().equals(name))) {
      throw new IllegalArgumentException("there is a path " + name + " already");
    }
    owner.save(owner.path(path).fork(name, from));
    return "path %s leaves path %s before stage %s".formatted(name, path, from.id());
  }

  private String confirm(String path, ConfirmationPlan plan) {
    if (Pattern.of(owner.plan(), owner.path(path)) instanceof Pattern.Incomplete(var missing)) {
      throw new IllegalStateException(
          "path %s has no pattern to confirm yet; open: %s"
              .formatted(path, String.join(", ", missing.stream().map(StageKind::id).toList())));
    }
    owner.confirm(path, plan);
    return "the pattern of path %s will be confirmed with %d seeds"
        .formatted(path, plan.repetitions());
  }
}
