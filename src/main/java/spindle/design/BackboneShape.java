package spindle.design;

import java.util.Optional;

/// The sizes of a backbone that parameter counts depend on.
///
/// Layers are numbered in forward order: the encoder's first, then the decoder's.
///
/// @param family architecture
/// @param encoderLayers layers of the encoder, at least 1
/// @param decoderLayers layers of the decoder, 0 for an encoder alone
/// @param hidden width `d` of the residual stream
/// @param attention inner width `d_a` of attention, heads times head size; `d` but for some T5
/// @param inner width `d_ff` of the feed-forward block
/// @param heads attention heads `h`; divides `attention`
/// @param feedForward form of the feed-forward block
/// @param parameters number of parameters `T` of the whole backbone without a task head
public record BackboneShape(
    Family family,
    int encoderLayers,
    int decoderLayers,
    int hidden,
    int attention,
    int inner,
    int heads,
    FeedForward feedForward,
    long parameters) {

  /// Checks the sizes.
  ///
  /// @throws IllegalArgumentException naming the size that is out of range
  public BackboneShape {
    requirePositive("encoder layers", encoderLayers);
    if (decoderLayers < 0) {
      throw new IllegalArgumentException("decoder layers must not be negative: " + decoderLayers);
    }
    requirePositive("hidden", hidden);
    requirePositive("attention", attention);
    requirePositive("inner", inner);
    requirePositive("heads", heads);
    requirePositive("parameters", parameters);
    if (attention % heads != 0) {
      throw new IllegalArgumentException(
          "attention width " + attention + " is not a multiple of " + heads + " heads");
    }
  }

  /// Returns the number of layers `L` of encoder and decoder together.
  public int layers() {
    return encoderLayers + decoderLayers;
  }

  /// Returns the first layer of the decoder, where there is one.
  public Optional<Integer> border() {
    return decoderLayers == 0 ? Optional.empty() : Optional.of(encoderLayers);
  }

  /// Says whether a layer, counted from 0 in forward order, belongs to the decoder.
  public boolean isDecoder(int layer) {
    return layer >= encoderLayers;
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
  }
}
