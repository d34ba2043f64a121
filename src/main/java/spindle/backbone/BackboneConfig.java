package spindle.backbone;

import java.nio.file.Path;
import spindle.design.BackboneShape;

/// What a Hugging Face `config.json` says about a backbone, as far as its mathematics needs it.
///
/// @param modelType Hugging Face's name of the architecture: bert, roberta, xlm-roberta, bart, t5
/// @param shape sizes; its parameters are counted from this configuration: everything but task and
///   language-model heads, tied tables once
/// @param vocabulary rows `V` of the token table
/// @param tokenTypes rows of the token-type table, 0 if there is none
/// @param positions how the order of tokens is known
/// @param normEpsilon constant under the root of the layer norms
/// @param activation nonlinearity of the feed-forward block
/// @param padId token that fills up short texts
/// @param decoderStartId first token of the decoder, -1 for an encoder alone
/// @param endId token that ends a text, which BART's classifier reads; -1 if there is none
/// @param embeddingScale factor on token embeddings (BART's `scale_embedding`)
/// @param outputScale factor between decoder and language-model head (T5 with a tied head)
/// @param pooler whether the count has a pooler; [Pooler#NONE] for families without
public record BackboneConfig(
    String modelType,
    BackboneShape shape,
    int vocabulary,
    int tokenTypes,
    Positions positions,
    double normEpsilon,
    Activation activation,
    int padId,
    int decoderStartId,
    int endId,
    Scale embeddingScale,
    Scale outputScale,
    Pooler pooler) {

  /// Checks what the shape does not check.
  ///
  /// @throws IllegalArgumentException naming the value that is out of range
  public BackboneConfig {
    if (vocabulary < 1 || tokenTypes < 0) {
      throw new IllegalArgumentException(
          vocabulary + " tokens and " + tokenTypes + " token types cannot be");
    }
    if (padId < 0 || padId >= vocabulary || endId >= vocabulary || decoderStartId >= vocabulary) {
      throw new IllegalArgumentException(
          "padding, end or decoder start token lies outside the vocabulary of " + vocabulary);
    }
    if (!(normEpsilon > 0 && normEpsilon < 1)) {
      throw new IllegalArgumentException("layer norm epsilon " + normEpsilon + " cannot be");
    }
  }

  /// Reads a `config.json`.
  ///
  /// @throws BackboneException if it is missing or damaged, of an unknown architecture, or has a
  ///   setting that Spindle does not compute; the message names the field
  public static BackboneConfig read(Path file) {
    return ConfigReader.read(file);
  }

  /// Returns the longest text in tokens, `Integer.MAX_VALUE` with relative positions.
  public int maxTokens() {
    return switch (positions) {
      case Positions.Learned(int rows, int offset) -> rows - offset;
      case Positions.Relative _ -> Integer.MAX_VALUE;
    };
  }

  /// Returns this configuration with another parameter count.
  BackboneConfig withParameters(long parameters) {
    BackboneShape counted =
        new BackboneShape(
            shape.family(),
            shape.encoderLayers(),
            shape.decoderLayers(),
            shape.hidden(),
            shape.attention(),
            shape.inner(),
            shape.heads(),
            shape.feedForward(),
            parameters);
    return new BackboneConfig(
        modelType,
        counted,
        vocabulary,
        tokenTypes,
        positions,
        normEpsilon,
        activation,
        padId,
        decoderStartId,
        endId,
        embeddingScale,
        outputScale,
        pooler);
  }
}
