package spindle.design;

/// A way of making a frozen layer trainable, without its size; [PeftModule] is the sized form.
public enum Strategy {
  /// Bottleneck adapter (Houlsby et al., 2019; Pfeiffer et al., 2021).
  ADAPTER('A'),
  /// Trainable keys and values before those of the text (Li and Liang, 2021).
  PREFIX('P'),
  /// The layer's own biases (Ben Zaken et al., 2022).
  BITFIT('B'),
  /// Low-rank updates of projections (Hu et al., 2022).
  LORA('L');

  private final char letter;

  Strategy(char letter) {
    this.letter = letter;
  }

  /// Returns the paper's letter: A, P, B or L.
  public char letter() {
    return letter;
  }
}
