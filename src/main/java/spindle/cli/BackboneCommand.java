package spindle.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.design.BackboneShape;
import spindle.study.BackboneCatalog;
import spindle.study.BackboneInfo;

/// Tells which backbones there are and what they are.
@Command(
    name = "backbone",
    mixinStandardHelpOptions = true,
    description = "Tells which backbones there are and what they are.")
final class BackboneCommand implements Runnable {

  private final Services services;
  private final Terminal terminal;

  BackboneCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new UsageException("list or inspect is missing");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Lists the backbones that are known by name; any Hugging Face folder works too.")
  void list(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
    for (BackboneInfo info : services.backbones().get().list()) {
      terminal.out().println(json ? line(info) : brief(info));
    }
  }

  @Command(
      name = "inspect",
      mixinStandardHelpOptions = true,
      description = "Tells a backbone's architecture and sizes.")
  void inspect(
      @Parameters(
              arity = "0..1",
              paramLabel = "BACKBONE",
              defaultValue = BackboneCatalog.BUNDLED,
              description = {
                "The bundled backbone, a Hugging Face folder, or the hub name of a model in",
                "Hugging Face's cache (${DEFAULT-VALUE})."
              })
          String backbone,
      @Option(names = "--json", description = "One JSON object.") boolean json) {
    BackboneInfo info = services.backbones().get().inspect(backbone);
    terminal.out().println(json ? line(info) : full(info));
  }

  private static String brief(BackboneInfo info) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %d layers, %,d parameters",
        info.name(),
        info.shape().family(),
        info.shape().layers(),
        info.shape().parameters());
  }

  private static String full(BackboneInfo info) {
    BackboneShape shape = info.shape();
    return String.format(
        Locale.ROOT,
        """
        backbone      %s
        folder        %s
        family        %s
        layers        %d encoder, %d decoder
        hidden        %d
        attention     %d in %d heads
        inner         %d, %s
        parameters    %,d
        vocabulary    %,d
        longest text  %,d tokens\
        """,
        info.name(),
        info.folder(),
        shape.family(),
        shape.encoderLayers(),
        shape.decoderLayers(),
        shape.hidden(),
        shape.attention(),
        shape.heads(),
        shape.inner(),
        shape.feedForward().name().toLowerCase(Locale.ROOT),
        shape.parameters(),
        info.vocabulary(),
        info.maxTokens());
  }

  private static String line(BackboneInfo info) {
    BackboneShape shape = info.shape();
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("backbone", info.name());
    line.put("folder", info.folder().toString());
    line.put("family", shape.family().name());
    line.put("encoderLayers", shape.encoderLayers());
    line.put("decoderLayers", shape.decoderLayers());
    line.put("hidden", shape.hidden());
    line.put("attention", shape.attention());
    line.put("heads", shape.heads());
    line.put("inner", shape.inner());
    line.put("feedForward", shape.feedForward().name());
    line.put("parameters", shape.parameters());
    line.put("vocabulary", info.vocabulary());
    line.put("maxTokens", info.maxTokens());
    return line.toString();
  }
}
