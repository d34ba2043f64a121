package spindle.backbone;

import java.util.List;
import java.util.regex.Pattern;
import spindle.design.Family;

/// The canonical names of a family's tensors: Hugging Face's, without the family's prefix and with
/// today's names of the layer norms.
final class TensorNames {

  private static final List<String> HEADS =
      List.of(
          "cls.",
          "lm_head.",
          "classifier.",
          "classification_head.",
          "classification_heads.",
          "score.",
          "qa_outputs.",
          "final_logits_bias");

  /// Buffers that older versions saved, and a table in the original T5 files that nothing reads.
  private static final Pattern UNUSED =
      Pattern.compile(
          "embeddings\\.(position_ids|token_type_ids)|(encoder|decoder)\\.version"
              + "|decoder\\.block\\.0\\.layer\\.1\\.EncDecAttention\\.relative_attention_bias\\.weight");

  private TensorNames() {}

  /// Returns the canonical name of a tensor of a file.
  static String canonical(Family family, String name) {
    String prefix = prefix(family);
    String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    if (bare.endsWith("LayerNorm.gamma")) {
      return bare.substring(0, bare.length() - "gamma".length()) + "weight";
    }
    if (bare.endsWith("LayerNorm.beta")) {
      return bare.substring(0, bare.length() - "beta".length()) + "bias";
    }
    return bare;
  }

  /// Returns the prefix that Hugging Face's models with a head put before the backbone's names.
  static String prefix(Family family) {
    return switch (family) {
      case BERT -> "bert.";
      case ROBERTA -> "roberta.";
      case BART -> "model.";
      case T5 -> "transformer.";
    };
  }

  /// Says whether a canonical name belongs to a task or language-model head.
  static boolean isHead(String canonical) {
    return HEADS.stream().anyMatch(canonical::startsWith);
  }

  /// Says whether a tensor is nothing but a leftover.
  static boolean isUnused(String canonical) {
    return UNUSED.matcher(canonical).matches();
  }

  /// Says whether a tensor is a copy of the token table of an encoder-decoder.
  static boolean isTokenTableCopy(Family family, String canonical) {
    return (family == Family.BART || family == Family.T5)
        && (canonical.equals("encoder.embed_tokens.weight")
            || canonical.equals("decoder.embed_tokens.weight"));
  }
}
