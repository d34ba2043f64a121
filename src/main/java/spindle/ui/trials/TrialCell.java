package spindle.ui.trials;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell of the table: one field of a training, numbers to the right.
final class TrialCell extends TableCell<TrialRow, TrialRow> {
  private final TrialField field;

  TrialCell(TrialField field) {
    this.field = field;
    setAlignment(
        switch (field.kind()) {
          case TEXT -> Pos.CENTER_LEFT;
          case NUMBER -> Pos.CENTER_RIGHT;
        });
  }

  @Override
  protected void updateItem(@Nullable TrialRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(empty || row == null ? null : field.text(row));
  }
}
