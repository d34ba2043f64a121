package spindle.ui.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import spindle.ui.Texts;

/// The parts of a view that its FXML names, the file of the same name in the same package.
///
/// A view asks for its parts by name and type, so that they are final fields and never null.
public final class Views {
  private final Parent view;
  private final Map<String, Object> parts;

  private Views(Parent view, Map<String, Object> parts) {
    this.view = view;
    this.parts = parts;
  }

  /// Fills a view, which is the root of its FXML.
  ///
  /// @throws IllegalStateException if the program was built without the file
  public static Views load(Parent view) {
    URL file = view.getClass().getResource(view.getClass().getSimpleName() + ".fxml");
    if (file == null) {
      throw new IllegalStateException("the program lacks the view of " + view.getClass());
    }
    FXMLLoader loader = new FXMLLoader(file, Texts.bundle());
    loader.setRoot(view);
    loader.setClassLoader(view.getClass().getClassLoader());
    try {
      loader.load();
      return new Views(view, loader.getNamespace());
    } catch (IOException e) {
      throw new UncheckedIOException("the view " + file + " cannot be loaded", e);
    }
  }

  /// Returns the part of an `fx:id`.
  ///
  /// @throws IllegalStateException if the FXML has no such part or it is of another type
  public <T> T part(String id, Class<T> type) {
    Object part = parts.get(id);
    if (!type.isInstance(part)) {
      throw new IllegalStateException(
          "the view of " + view.getClass() + " has no " + type.getSimpleName() + " " + id);
    }
    return type.cast(part);
  }
}
