package spindle.ui.confirm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.study.StageKind;
import spindle.ui.Texts;
import spindle.ui.explorer.StageWords;
import spindle.ui.plot.EdfPlot;
import spindle.ui.plot.MeanPlot;
import spindle.ui.plot.Palette;
import spindle.ui.plot.Plot;
import spindle.ui.plot.PlotFile;
import spindle.ui.plot.StripPlot;

/// Saves the page's plots as PNG with twice the pixels, SVG or PDF.
final class PlotSaver {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;

  private final ConfirmViewModel model;
  private final FileChoice files;

  PlotSaver(ConfirmViewModel model, FileChoice files) {
    this.model = model;
    this.files = files;
  }

  /// A form of file.
  enum Format {
    /// Pixels, twice as many in each direction.
    PNG,
    /// Vectors for the web.
    SVG,
    /// Vectors for paper.
    PDF
  }

  private record Source(String title, String file, Consumer<Consumer<Plot>> plot) {}

  /// Returns the menu with every plot in every form.
  MenuButton menu() {
    MenuButton button =
        new MenuButton(Texts.of("confirm.plots"), new FontIcon(Feather.BAR_CHART_2));
    button.setId("confirm-plots");
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(Texts.of("confirm.plots.tip")));
    button.getItems().add(new MenuItem()); // an empty menu never shows
    button.setOnShowing(_ -> button.getItems().setAll(menus()));
    return button;
  }

  private List<Menu> menus() {
    return sources().stream()
        .map(source -> {
          Menu menu = new Menu(source.title());
          for (Format format : Format.values()) {
            MenuItem item = new MenuItem(format.name());
            item.setOnAction(_ -> source.plot().accept(plot -> save(plot, source.file(), format)));
            menu.getItems().add(item);
          }
          return menu;
        })
        .toList();
  }

  private List<Source> sources() {
    ConfirmPage page = model.page();
    List<Source> sources = new ArrayList<>();
    if (page.pattern() instanceof ConfirmPage.Chosen.Found found) {
      sources.add(
          new Source(
              Texts.of("confirm.plot.pattern"), "pattern", use -> use.accept(found.picture())));
    }
    page.confirmation()
        .ifPresent(standing ->
            sources.add(
                new Source(
                    Texts.of("confirm.plot.confirmation"),
                    "confirmation",
                    use -> use.accept(new MeanPlot(standing.scores())))));
    for (StageKind kind : page.decided()) {
      String title = StageWords.title(kind);
      sources.add(
          new Source(
              Texts.of("confirm.plot.scores", title),
              "scores-" + kind.id(),
              use -> model.scores(kind, scores -> use.accept(new StripPlot(scores)))));
      sources.add(
          new Source(
              Texts.of("confirm.plot.edf", title),
              "edf-" + kind.id(),
              use ->
                  model.scores(
                      kind,
                      scores -> use.accept(new EdfPlot(scores, Texts.of("explorer.share"))))));
    }
    return sources;
  }

  /// Draws a plot and saves it where the user says.
  void save(Plot plot, String name, Format format) {
    PlotFile drawn = new PlotFile(plot, WIDTH, HEIGHT, Palette.PAPER);
    String file = name + "." + format.name().toLowerCase(java.util.Locale.ROOT);
    files
        .save(file)
        .ifPresent(path -> {
          switch (format) {
            case PNG -> model.save(path, drawn.png());
            case SVG -> model.save(path, drawn.svg());
            case PDF -> model.save(path, drawn.pdf());
          }
        });
  }
}
