package spindle.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.study.Device;
import spindle.study.ParityCheck;
import spindle.study.ParityResult;

/// Proves that this machine computes what the reference libraries compute.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Proves that a device computes what the reference libraries compute.",
    footer = {
      "",
      "Each case below FOLDER holds a small backbone, a tuned module, a batch and the numbers that",
      "the reference libraries gave. Without FOLDER the cases of the program are run.",
      "The exit code is 1 if a case differs or cannot be read; skipped cases are no failure."
    })
final class DoctorCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Option(names = "--parity", description = "Compare logits, loss, hidden states and gradients.")
  private boolean parity;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Cases to run.")
  private List<Path> folders = List.of();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "cpu",
      description = "Where to compute: cpu, gpu, gpu:1 (${DEFAULT-VALUE}).")
  private Device device = new Device.Cpu();

  @Option(names = "--json", description = "Print one JSON object for each case, one a line.")
  private boolean json;

  DoctorCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!parity) {
      throw new UsageException("doctor needs --parity, its only examination");
    }
    List<ParityResult> results = new ArrayList<>();
    Consumer<ParityResult> show =
        result -> {
          results.add(result);
          terminal.out().println(json ? line(result) : text(result));
        };
    ParityCheck check = services.parity().get();
    if (folders.isEmpty()) {
      check.runBundled(device, show);
    } else {
      check.run(existing(folders.getFirst()), device, show);
    }
    long wrong = results.stream().filter(DoctorCommand::isWrong).count();
    terminal.err().printf("%d cases, %d wrong%n", results.size(), wrong);
    if (results.isEmpty()) {
      throw new CommandException("no case was found");
    }
    return wrong == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandException(folder + ": there is no such folder");
    }
    return folder;
  }

  private static boolean isWrong(ParityResult result) {
    return switch (result) {
      case ParityResult.Compared compared -> compared.verdict() == ParityResult.Verdict.DIFFERENT;
      case ParityResult.Skipped _ -> false;
      case ParityResult.Broken _ -> true;
    };
  }

  private static String line(ParityResult result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("case", result.name());
    switch (result) {
      case ParityResult.Compared c ->
          line.put("family", c.family())
              .put("logits", c.logits())
              .put("loss", c.loss())
              .put("hidden", boxed(c.hidden()))
              .put("gradients", boxed(c.gradients()))
              .put("ok", c.verdict() == ParityResult.Verdict.EQUAL);
      case ParityResult.Skipped s ->
          line.put("family", s.family()).put("skipped", true).put("reason", s.reason());
      case ParityResult.Broken b ->
          line.put("family", b.family()).put("ok", false).put("message", b.message());
    }
    return line.toString();
  }

  private static String text(ParityResult result) {
    return switch (result) {
      case ParityResult.Compared c ->
          String.format(
              Locale.ROOT,
              "%-9s %-28s logits %.1e  loss %.1e%s%s",
              c.verdict().name().toLowerCase(Locale.ROOT),
              c.name(),
              c.logits(),
              c.loss(),
              measured("hidden", c.hidden()),
              measured("gradients", c.gradients()));
      case ParityResult.Skipped s -> "skipped   " + s.name() + ": " + s.reason();
      case ParityResult.Broken b -> "broken    " + b.name() + ": " + b.message();
    };
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static String measured(String name, OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "  %s %.1e", name, value.getAsDouble())
        : "";
  }
}
