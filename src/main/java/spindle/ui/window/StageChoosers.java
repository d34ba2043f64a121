package spindle.ui.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import spindle.ui.Texts;

/// The choosers of the desktop.
public final class StageChoosers implements Choosers {

  private final Stage stage;
  private final Path studies;

  /// Makes the choosers of a window.
  ///
  /// @param studies folder in which studies are looked for first
  public StageChoosers(Stage stage, Path studies) {
    this.stage = stage;
    this.studies = studies;
  }

  @Override
  public @Nullable File study() {
    FileChooser chooser = files();
    chooser.setTitle(Texts.of("choose.study"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Texts.of("choose.studies"), "*.spindle"),
            new FileChooser.ExtensionFilter(Texts.of("choose.all"), "*"));
    return chooser.showOpenDialog(stage);
  }

  @Override
  public @Nullable File folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Texts.of("choose.folder"));
    return chooser.showDialog(stage);
  }

  @Override
  public @Nullable File examples() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.of("choose.examples"));
    return chooser.showOpenDialog(stage);
  }

  @Override
  public @Nullable File pattern() {
    FileChooser chooser = files();
    chooser.setTitle(Texts.of("choose.pattern"));
    return chooser.showOpenDialog(stage);
  }

  @Override
  public @Nullable File save(String name) {
    FileChooser chooser = files();
    chooser.setTitle(Texts.of("choose.save"));
    chooser.setInitialFileName(name);
    return chooser.showSaveDialog(stage);
  }

  private FileChooser files() {
    FileChooser chooser = new FileChooser();
    if (Files.isDirectory(studies)) {
      chooser.setInitialDirectory(studies.toFile());
    }
    return chooser;
  }
}
