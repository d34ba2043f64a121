package spindle.study;

import spindle.design.Tuning;

/// A tuning that takes part in a confirmation.
public sealed interface Contender {

  /// Returns the name under which it is shown.
  String name();

  /// It can be trained.
  ///
  /// @param name such as `LoRA`
  /// @param tuning what it trains
  record Ready(String name, Tuning tuning) implements Contender {}

  /// It cannot be trained within the budget.
  ///
  /// @param name such as `Adapter`
  /// @param reason why not
  record Refused(String name, String reason) implements Contender {}
}
