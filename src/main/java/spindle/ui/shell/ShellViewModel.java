package spindle.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the window's frame shows: which page, of which study, and what happened last.
public final class ShellViewModel {
  private final List<String> pages;
  private final ReadOnlyStringWrapper page;
  private final StringProperty study = new SimpleStringProperty("");
  private final StringProperty status = new SimpleStringProperty("");
  private final StringProperty progress = new SimpleStringProperty("");

  /// Begins at the first page.
  ///
  /// @param pages ids of the pages in the order of the navigation, never empty
  /// @throws IllegalArgumentException if there is no page
  public ShellViewModel(List<String> pages) {
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("the window needs a page");
    }
    this.pages = List.copyOf(pages);
    this.page = new ReadOnlyStringWrapper(pages.getFirst());
  }

  /// Id of the page that is shown.
  public ReadOnlyStringProperty pageProperty() {
    return page.getReadOnlyProperty();
  }

  /// Name of the open study; empty if none is open.
  public StringProperty studyProperty() {
    return study;
  }

  /// What happened last, in a sentence.
  public StringProperty statusProperty() {
    return status;
  }

  /// What runs in the background, such as `6 of 10 designs trained`; empty if nothing does.
  public StringProperty progressProperty() {
    return progress;
  }

  /// Returns the ids of the pages.
  public List<String> pages() {
    return pages;
  }

  /// Goes to a page.
  ///
  /// @throws IllegalArgumentException if there is no such page
  public void go(String id) {
    if (!pages.contains(id)) {
      throw new IllegalArgumentException("no page " + id + " among " + pages);
    }
    page.set(id);
  }

  /// Goes to the page of a number, counted from 1 as on the keyboard, if there is one.
  public void go(int number) {
    at(number).ifPresent(this::go);
  }

  private Optional<String> at(int number) {
    return number >= 1 && number <= pages.size()
        ? Optional.of(pages.get(number - 1))
        : Optional.empty();
  }
}
