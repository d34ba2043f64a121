package spindle.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.study.BackboneCatalog;
import spindle.study.BackboneInfo;

/// The option that names a backbone.
final class BackboneOption {

  @Option(
      names = "--backbone",
      paramLabel = "BACKBONE",
      order = -1,
      description =
          "The bundled backbone, a Hugging Face folder, or the hub name of a model in Hugging Face's"
              + " cache (bundled).")
  private Optional<String> name = Optional.empty();

  /// Returns its name.
  String name() {
    return name.orElse(BackboneCatalog.BUNDLED);
  }

  /// Returns what it is.
  BackboneInfo info(Services services) {
    return services.backbones().get().inspect(name());
  }

  /// Returns the number of its layers.
  int layers(Services services) {
    return info(services).shape().layers();
  }
}
