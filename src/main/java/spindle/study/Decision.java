package spindle.study;

/// A decided dimension, with what was known when it was decided.
///
/// @param stage the dimension and its candidates
/// @param chosen name of the candidate that was kept
/// @param basis on what ground
/// @param evidence the verdict at that time
public record Decision(Stage stage, String chosen, Basis basis, Verdict evidence) {

  /// Checks that the candidate is one of the stage.
  ///
  /// @throws IllegalArgumentException if it is not, naming those that are
  public Decision {
    stage.candidate(chosen);
  }

  /// The ground of a decision.
  public sealed interface Basis {
    /// The candidate that led when the stage ended. Whether it leads beyond doubt, the evidence
    /// says.
    record Kept() implements Basis {}

    /// The user's choice.
    ///
    /// @param reason in the user's words, not blank
    record Overridden(String reason) implements Basis {
      /// Checks the reason.
      ///
      /// @throws IllegalArgumentException if it is blank
      public Overridden {
        if (reason.isBlank()) {
          throw new IllegalArgumentException("an override needs a reason");
        }
      }
    }
  }

  /// Returns the candidate that was kept.
  public Candidate candidate() {
    return stage.candidate(chosen);
  }
}
