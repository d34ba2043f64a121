package spindle.ui.settings;

/// A device that can be trained on.
///
/// @param id how settings name it, such as `gpu:0`
/// @param name how the user knows it
public record DeviceChoice(String id, String name) {
  @Override
  public String toString() {
    return name;
  }
}
