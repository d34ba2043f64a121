package spindle.ui.explorer;

/// What became of the user's last order, in a sentence.
///
/// @param text the sentence; empty if nothing was ordered yet
/// @param tone whether it was done
public record Told(String text, Tone tone) {

  /// Nothing was ordered yet.
  public static final Told NOTHING = new Told("", Tone.DONE);

  /// How an order ended.
  public enum Tone {
    /// It was carried out.
    DONE,
    /// It was not, and nothing was changed.
    REFUSED
  }
}
