package spindle.peft;

/// What a trainable tensor belongs to; each has a learning rate of its own.
public enum Owner {
  /// An adapter.
  ADAPTER,
  /// A prefix.
  PREFIX,
  /// BitFit: a bias of the backbone, or an added one.
  BITFIT,
  /// A LoRA factor.
  LORA,
  /// The task head, which no budget counts.
  HEAD,
  /// A weight of the backbone under full fine-tuning.
  BACKBONE
}
