package spindle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.design.Stacking;
import spindle.json.Json;
import spindle.study.Candidate;
import spindle.study.CandidateText;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;

/// Shows or changes the candidates of a stage that is not decided.
@Command(
    name = "candidates",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows the candidates of the open stage, or of a later one, or changes them.",
      "A candidate is NAME=CHOICE: of the grouping sizes (mine=2,4,4,2), of the allocation a weight",
      "for each layer, of the groups those tuned (mine=1,3), of a group its strategies (mine=APL);",
      "or a known pattern such as spindle."
    })
final class StudyCandidatesCommand implements Runnable {

  private final StudyOrder order;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(names = "--add", paramLabel = "NAME=CHOICE", description = "One more; repeatable.")
  private List<String> added = List.of();

  @Option(names = "--remove", paramLabel = "NAME", description = "One less; repeatable.")
  private List<String> removed = List.of();

  @Option(
      names = "--only",
      paramLabel = "NAME=CHOICE",
      description = "These in the place of all that there are; repeatable.")
  private List<String> only = List.of();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "grouping, allocation, groups, G1, G2 and so on (the open one).")
  private Optional<String> stage = Optional.empty();

  @Option(names = "--path", paramLabel = "NAME", description = "The path (the current one).")
  private Optional<String> path = Optional.empty();

  @Option(names = "--json", description = "One JSON object a candidate, one a line.")
  private boolean json;

  StudyCandidatesCommand(Services services, Terminal terminal) {
    this.order = new StudyOrder(services, terminal);
    this.terminal = terminal;
  }

  private record Open(String path, Stage stage, Stacking stacking) {

    static Open of(StudyRecords records, StudyPath path, Optional<StageKind> kind) {
      Stage stage =
          kind.map(given -> path.stage(given, records.plan()))
              .or(() -> path.open(records.plan()))
              .orElseThrow(() -> new CommandException("every stage is decided"));
      return new Open(path.name(), stage, records.plan().stacking());
    }
  }

  @Override
  public void run() {
    Optional<StageKind> kind = stage.map(name -> UsageException.check(() -> StageKind.parse(name)));
    Open open = order.ask(file, records -> Open.of(records, StudyGroup.path(records, path), kind));
    if (added.isEmpty() && removed.isEmpty() && only.isEmpty()) {
      open.stage().candidates().forEach(this::print);
    } else {
      Stage changed = UsageException.check(() -> changed(open));
      order.send(file, new StudyCommand.Edit(open.path(), changed));
    }
  }

  private void print(Candidate candidate) {
    terminal
        .out()
        .println(
            json ? Json.line(candidate) : CandidateText.of(candidate).orElseGet(candidate::name));
  }

  private Stage changed(Open open) {
    List<Candidate> candidates = new ArrayList<>(open.stage().candidates());
    if (!only.isEmpty()) {
      candidates.clear();
    }
    only.forEach(text -> candidates.add(parsed(text, open)));
    removed.forEach(name -> candidates.remove(open.stage().candidate(name)));
    added.forEach(text -> candidates.add(parsed(text, open)));
    return new Stage(open.stage().kind(), candidates);
  }

  private static Candidate parsed(String text, Open open) {
    return CandidateText.parse(open.stage().kind(), text, open.stacking());
  }
}
