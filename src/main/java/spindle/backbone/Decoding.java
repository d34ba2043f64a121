package spindle.backbone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// How a decoder searches for a text, with the meaning that Hugging Face's `generate` gives each
/// setting.
///
/// Lengths count written tokens, the end token included, the start token not.
///
/// @param beams candidates a text; 1 always takes the likeliest token
/// @param minTokens tokens that are written before the end may come
/// @param maxTokens longest text
/// @param lengthPenalty exponent of the length by which a candidate's log-likelihood is divided; of
///   beams only
/// @param stopping when the search of beams ends
/// @param unrepeated length of token sequences that no text has twice, 0 for no such rule
/// @param forcedFirst the first written token, if it is fixed
/// @param forcedLast the last token of a text that reaches the longest length, if it is fixed
public record Decoding(
    int beams,
    int minTokens,
    int maxTokens,
    double lengthPenalty,
    Stopping stopping,
    int unrepeated,
    OptionalInt forcedFirst,
    OptionalInt forcedLast) {

  private static final int DEFAULT_LENGTH = 20;

  /// When the search of beams ends.
  public enum Stopping {
    /// When no open beam at its present length is better than the worst of as many finished texts
    /// (`early_stopping` false).
    WHEN_BEATEN,
    /// As soon as there are as many finished texts as beams (`early_stopping` true).
    WHEN_FULL,
    /// When no open beam could become better at any length (`early_stopping` never).
    WHEN_HOPELESS
  }

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException naming the value that is out of range
  public Decoding {
    if (beams < 1 || beams > 1000) {
      throw new IllegalArgumentException("beams must be from 1 to 1000: " + beams);
    }
    if (maxTokens < 1 || minTokens < 0) {
      throw new IllegalArgumentException(
          "a text of " + minTokens + " to " + maxTokens + " tokens cannot be");
    }
    if (!Double.isFinite(lengthPenalty) || unrepeated < 0) {
      throw new IllegalArgumentException(
          "length penalty " + lengthPenalty + " or repeat length " + unrepeated + " cannot be");
    }
  }

  /// Returns the search that always takes the likeliest token.
  public static Decoding greedy(int maxTokens) {
    return new Decoding(
        1, 0, maxTokens, 1, Stopping.WHEN_BEATEN, 0, OptionalInt.empty(), OptionalInt.empty());
  }

  /// Reads what a Hugging Face folder wants: its `generation_config.json`, or without one the same
  /// fields of its `config.json`. What neither says is as in [#greedy], with 20 tokens.
  ///
  /// @throws BackboneException if a file is damaged or a value is out of range
  public static Decoding read(Path folder) {
    Path own = folder.resolve("generation_config.json");
    Path file = Files.isRegularFile(own) ? own : folder.resolve("config.json");
    ConfigFields fields = ConfigFields.read(file);
    try {
      return new Decoding(
          fields.size("num_beams", 1),
          Math.max(fields.id("min_new_tokens", 0), fields.id("min_length", 0) - 1),
          longest(fields),
          fields.number("length_penalty", 1),
          stopping(fields),
          fields.id("no_repeat_ngram_size", 0),
          token(fields, "forced_bos_token_id"),
          token(fields, "forced_eos_token_id"));
    } catch (IllegalArgumentException e) {
      throw new BackboneException(
          file.toString(), String.valueOf(e.getMessage()), "correct the generation settings", e);
    }
  }

  /// Returns the same search with another longest text.
  public Decoding withMaxTokens(int tokens) {
    return new Decoding(
        beams, minTokens, tokens, lengthPenalty, stopping, unrepeated, forcedFirst, forcedLast);
  }

  private static int longest(ConfigFields fields) {
    if (fields.has("max_new_tokens")) {
      return fields.size("max_new_tokens");
    }
    return fields.has("max_length") ? fields.size("max_length") - 1 : DEFAULT_LENGTH;
  }

  private static Stopping stopping(ConfigFields fields) {
    if (fields.isText("early_stopping")) {
      fields.require("early_stopping", "never");
      return Stopping.WHEN_HOPELESS;
    }
    return fields.flag("early_stopping", false) ? Stopping.WHEN_FULL : Stopping.WHEN_BEATEN;
  }

  private static OptionalInt token(ConfigFields fields, String name) {
    return fields.has(name) ? OptionalInt.of(fields.id(name)) : OptionalInt.empty();
  }
}
