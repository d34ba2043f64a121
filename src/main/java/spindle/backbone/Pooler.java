package spindle.backbone;

/// Whether an encoder's parameter count has the dense layer over the first token.
public enum Pooler {
  /// Counted as Hugging Face's `BertModel` and `RobertaModel` do, even where a file lacks it.
  COUNTED,
  /// The backbone has none.
  NONE
}
