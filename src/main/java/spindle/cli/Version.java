package spindle.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` says: the version of the jar and of the Java that runs it.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "spindle " + (version == null ? "(not from a jar)" : version),
      "Java " + Runtime.version() + " on " + System.getProperty("os.name", "an unknown system")
    };
  }
}
