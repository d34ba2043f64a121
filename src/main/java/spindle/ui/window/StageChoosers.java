package spindle.ui.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import spindle.export.TableFormat;
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

  @Override
  public @Nullable File table(String name) {
    FileChooser chooser = files();
    chooser.setTitle(Texts.of("choose.save"));
    chooser.setInitialFileName(name);
    for (TableFormat format : TableFormat.values()) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(words(format), "*" + format.ending()));
    }
    File file = chooser.showSaveDialog(stage);
    return file == null || TableFormat.of(file.toPath()).isPresent()
        ? file
        : new File(file.getPath() + ending(chooser.getSelectedExtensionFilter()));
  }

  /// The desktop may not tell which filter was chosen.
  private static String ending(FileChooser.@Nullable ExtensionFilter chosen) {
    return chosen == null
        ? TableFormat.CSV.ending()
        : chosen.getExtensions().getFirst().substring(1);
  }

  private static String words(TableFormat format) {
    return switch (format) {
      case CSV -> Texts.of("choose.csv");
      case JSON -> Texts.of("choose.json");
      case JSON_LINES -> Texts.of("choose.jsonLines");
      case PARQUET -> Texts.of("choose.parquet");
    };
  }

  private FileChooser files() {
    FileChooser chooser = new FileChooser();
    if (Files.isDirectory(studies)) {
      chooser.setInitialDirectory(studies.toFile());
    }
    return chooser;
  }
}
