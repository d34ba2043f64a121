package spindle.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spindle.design.BackboneShape;
import spindle.design.Spending;
import spindle.json.DesignFile;
import spindle.json.Json;
import spindle.study.Criterion;
import spindle.study.Interval;
import spindle.study.SamplingPlan;
import spindle.study.TrainingSettings;

/// The pattern that a study has found, with all that led to it, as it is written to a file.
///
/// The file's form is fixed by the JSON Schema `spindle/export/pattern.schema.json`.
///
/// @param schemaVersion version of the form
/// @param backbone on which it was found
/// @param budget within what
/// @param groups number of groups
/// @param tasks on what, and how trials were trained
/// @param comparison how candidates were compared
/// @param seed of the study
/// @param path name of the path through the study
/// @param decisions in the order in which they were taken
/// @param design the concrete design, with the modules of every layer
public record PatternFile(
    int schemaVersion,
    Host backbone,
    Use budget,
    int groups,
    Training tasks,
    Comparing comparison,
    long seed,
    String path,
    List<Choice> decisions,
    DesignFile design) {

  /// The version of the form that this program writes and reads.
  public static final int SCHEMA_VERSION = 1;

  /// A backbone.
  ///
  /// @param name as the study names it
  /// @param shape its sizes
  public record Host(String name, BackboneShape shape) {}

  /// A budget.
  ///
  /// @param share of the backbone's parameters, above 0 and at most 1
  /// @param parameters that it allows
  /// @param used parameters of the design's modules
  /// @param spending how a layer's share became sizes
  public record Use(double share, long parameters, long used, Spending spending) {}

  /// What was trained.
  ///
  /// @param names of the tasks
  /// @param settings of every trial
  public record Training(List<String> names, TrainingSettings settings) {
    /// Copies the list.
    public Training {
      names = List.copyOf(names);
    }
  }

  /// How candidates were compared.
  ///
  /// @param sampling how many designs were trained
  /// @param criterion by what number
  public record Comparing(SamplingPlan sampling, Criterion criterion) {}

  /// A decision with its evidence.
  ///
  /// @param stage name of the dimension
  /// @param chosen name of the candidate
  /// @param basis on what ground
  /// @param reason of an override
  /// @param verdict what the data said, in a sentence
  /// @param candidates the evidence, for each that was measured
  public record Choice(
      String stage,
      String chosen,
      Basis basis,
      Optional<String> reason,
      String verdict,
      List<Evidence> candidates) {
    /// Copies the list.
    public Choice {
      candidates = List.copyOf(candidates);
    }
  }

  /// The ground of a decision.
  public enum Basis {
    /// The data.
    KEPT,
    /// The user.
    OVERRIDDEN
  }

  /// What was measured of a candidate.
  ///
  /// @param name of the candidate
  /// @param designs measured
  /// @param value the criterion of their scores, by default the mean
  /// @param interval of the value, 95 %
  /// @param probabilityBest that it is the best of all
  /// @param behind how far the leader is ahead; missing for the leader
  /// @param behindInterval of that, 95 %
  /// @param droppedAfter designs after which it left the race; missing if it stayed
  public record Evidence(
      String name,
      int designs,
      double value,
      Interval interval,
      double probabilityBest,
      Optional<Double> behind,
      Optional<Interval> behindInterval,
      Optional<Integer> droppedAfter) {}

  /// Checks version, list and design.
  ///
  /// @throws IllegalArgumentException saying what does not fit
  public PatternFile {
    decisions = List.copyOf(decisions);
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schema version %d is not one that this program reads (%d)"
              .formatted(schemaVersion, SCHEMA_VERSION));
    }
    if (design.design().layers() != backbone.shape().layers()) {
      throw new IllegalArgumentException(
          "the design has %d layers but the backbone has %d"
              .formatted(design.design().layers(), backbone.shape().layers()));
    }
  }

  /// Reads a file.
  ///
  /// @throws spindle.json.JsonException naming line, column and field if it is no pattern
  public static PatternFile read(Path file) {
    return Json.read(file, PatternFile.class);
  }
}
