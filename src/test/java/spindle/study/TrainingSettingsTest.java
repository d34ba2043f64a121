package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import spindle.design.Precision;

/// How a trial is trained.
final class TrainingSettingsTest {

  @Test
  void aConfirmationIsScoredOnTheWholeSplitInTheFormatOfTheStudy() {
    TrainingSettings study =
        StudyFixtures.SETTINGS.withScored(Optional.of(200)).withPrecision(Precision.BFLOAT16);
    TrainingSettings confirmation = study.forConfirmation(500, 7);
    assertEquals(Optional.empty(), confirmation.scored());
    assertEquals(Optional.of(Precision.BFLOAT16), confirmation.precision());
    assertEquals(500, confirmation.examples());
    assertEquals(7, confirmation.epochs());
  }
}
