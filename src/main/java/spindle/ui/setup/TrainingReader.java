package spindle.ui.setup;

import java.util.Optional;
import java.util.stream.Stream;
import spindle.design.Precision;
import spindle.study.LearningRates;
import spindle.study.TrainingSettings;
import spindle.ui.Texts;

/// Reads from the form how a trial is trained.
final class TrainingReader {

  private final FieldReader fields;

  TrainingReader(FieldReader fields) {
    this.fields = fields;
  }

  /// Returns the settings, if nothing is wrong with them.
  Optional<TrainingSettings> settings() {
    Optional<Integer> examples = fields.number(SetupField.EXAMPLES, 1);
    Optional<Integer> epochs = fields.number(SetupField.EPOCHS, 1);
    Optional<Integer> batch = fields.number(SetupField.BATCH, 1);
    Optional<Integer> micro = micro(batch);
    Optional<Integer> tokens = fields.number(SetupField.TOKENS, 4);
    Optional<LearningRates> rates = rates();
    Optional<Double> warmup = share(SetupField.WARMUP);
    Optional<Double> decay = share(SetupField.DECAY);
    Optional<Double> clip =
        fields.decimal(
            SetupField.CLIP,
            x -> x > 0 && x < Double.POSITIVE_INFINITY,
            Texts.of("setup.positive"));
    Optional<Integer> scored = fields.several(SetupField.SCORED);
    if (!Stream.of(examples, epochs, batch, micro, tokens, rates, warmup, decay, clip)
        .allMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    return Optional.of(
        new TrainingSettings(
            examples.get(),
            epochs.get(),
            batch.get(),
            micro.get(),
            tokens.get(),
            rates.get(),
            warmup.get(),
            decay.get(),
            clip.get(),
            scored,
            Optional.of(fields.values().options().precision())
                .filter(format -> format != Precision.FLOAT32)));
  }

  private Optional<Integer> micro(Optional<Integer> batch) {
    Optional<Integer> micro = fields.several(SetupField.MICRO);
    if (batch.isPresent() && micro.filter(size -> size > batch.get()).isPresent()) {
      fields.tell(SetupField.MICRO, Texts.of("setup.micro.many", batch.get()));
      return Optional.empty();
    }
    return fields.optional(SetupField.MICRO).isEmpty() ? batch : micro;
  }

  private Optional<LearningRates> rates() {
    Optional<Double> adapter = rate(SetupField.ADAPTER);
    Optional<Double> prefix = rate(SetupField.PREFIX);
    Optional<Double> bitfit = rate(SetupField.BITFIT);
    Optional<Double> lora = rate(SetupField.LORA);
    Optional<Double> head = rate(SetupField.HEAD);
    Optional<Double> full = rate(SetupField.FULL);
    if (!Stream.of(adapter, prefix, bitfit, lora, head, full).allMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    return Optional.of(
        new LearningRates(
            adapter.get(), prefix.get(), bitfit.get(), lora.get(), head.get(), full.get()));
  }

  private Optional<Double> rate(SetupField field) {
    return fields.decimal(field, x -> x > 0 && x <= 10, Texts.of("setup.rate.range"));
  }

  private Optional<Double> share(SetupField field) {
    return fields.decimal(field, x -> x >= 0 && x < 1, Texts.of("setup.share.range"));
  }
}
