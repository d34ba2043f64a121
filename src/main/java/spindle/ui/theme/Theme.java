package spindle.ui.theme;

/// A look of the window that the user can choose.
public enum Theme {
  /// Dark text on white.
  LIGHT,
  /// Light text on near black.
  DARK,
  /// Light or dark, as the desktop says, also when it changes.
  SYSTEM
}
