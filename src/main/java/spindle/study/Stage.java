package spindle.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A dimension with the candidates that compete in it.
///
/// @param kind the dimension
/// @param candidates in the order in which they are shown, at least one
public record Stage(StageKind kind, List<Candidate> candidates) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no candidate, two have one name, or one belongs
  ///   to another dimension
  public Stage {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("stage " + kind.id() + " needs at least one candidate");
    }
    Set<String> names = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!names.add(candidate.name())) {
        throw new IllegalArgumentException(
            "two candidates of stage " + kind.id() + " are called " + candidate.name());
      }
      if (!candidate.constraint().kind().equals(kind)) {
        throw new IllegalArgumentException(
            candidate.name() + " is no candidate of stage " + kind.id());
      }
    }
  }

  /// Returns a candidate.
  ///
  /// @throws IllegalArgumentException naming the candidates if there is none of that name
  public Candidate candidate(String name) {
    return candidates.stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "stage "
                    + kind.id()
                    + " has no candidate \""
                    + name
                    + "\" (it has: "
                    + String.join(", ", candidates.stream().map(Candidate::name).toList())
                    + ")"));
  }
}
