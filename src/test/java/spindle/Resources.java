package spindle;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/// Files among the resources.
public final class Resources {

  private Resources() {}

  /// Returns a file or folder.
  ///
  /// @param name begins with a slash
  public static Path path(String name) {
    URL url = Resources.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException("no resource " + name);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
