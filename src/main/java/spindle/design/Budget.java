package spindle.design;

/// The share of a backbone's parameters that may be trained, the task head not counted.
///
/// @param fraction share `rho`, above 0 and at most 1
public record Budget(double fraction) {

  /// The paper's budget, 0.5 %.
  public static final Budget PAPER = new Budget(0.005);

  /// Checks the range.
  ///
  /// @throws IllegalArgumentException if the fraction is not above 0 and at most 1
  public Budget {
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "a budget must be above 0 % and at most 100 %: " + fraction);
    }
  }

  /// Returns the budget that `0.5%`, `0.5 %` or `0.005` writes.
  ///
  /// @throws IllegalArgumentException if the text is no number or out of range
  public static Budget parse(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    try {
      java.math.BigDecimal value =
          new java.math.BigDecimal(
              percent ? number.substring(0, number.length() - 1).strip() : number);
      return new Budget((percent ? value.movePointLeft(2) : value).doubleValue());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a budget is a percentage such as 0.5%, not \"" + text + "\"", e);
    }
  }

  /// Returns the number `N = round(rho * T)` of parameters that it allows on a backbone.
  public long parameters(BackboneShape shape) {
    return Math.round(fraction * shape.parameters());
  }
}
