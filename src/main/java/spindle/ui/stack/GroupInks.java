package spindle.ui.stack;

import java.util.List;
import spindle.ui.plot.Ink;

/// The colours of groups where no stylesheet reaches: the same as `-group-1` to `-group-8`.
public final class GroupInks {
  /// First to eighth group; they repeat.
  public static final List<Ink> ALL =
      List.of(
          Ink.of(0x3b7ddd),
          Ink.of(0x1f9e84),
          Ink.of(0xd27a00),
          Ink.of(0x8a5cd0),
          Ink.of(0xd6478f),
          Ink.of(0x7f8c2a),
          Ink.of(0x1a94bd),
          Ink.of(0xd9574a));

  private GroupInks() {}

  /// Returns the colour of a group, counted from 0.
  static Ink of(int group) {
    return ALL.get(Math.floorMod(group, ALL.size()));
  }
}
