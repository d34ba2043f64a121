package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spindle.design.Stacking;

/// Candidates as text.
final class CandidateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          grouping mine=2,4,4,2
          grouping s=spindle
          allocation heavy=increasing
          allocation own=0.25,0.25,0.5
          groups ends=1,4
          G2 rich=APL
          """)
  void aCandidateIsTheSameAfterItIsCopiedAndTyped(String stage, String text) {
    StageKind kind = StageKind.parse(stage);
    Candidate candidate = CandidateText.parse(kind, text, Stacking.one(12, 4));
    assertEquals(Optional.of(text), CandidateText.of(candidate));
    assertEquals(kind, candidate.constraint().kind());
  }

  @Test
  void allPresetsHaveAText() {
    for (StageKind kind : StageKind.paper(4)) {
      for (Candidate preset : Presets.stage(kind, 12, 4, Presets.Extent.PAPER).candidates()) {
        String text = CandidateText.of(preset).orElseThrow();
        assertEquals(preset, CandidateText.parse(kind, text, Stacking.one(12, 4)));
      }
    }
  }

  @Test
  void withoutANameTheChoiceIsTheName() {
    assertEquals(
        "3,3,3,3",
        CandidateText.parse(new StageKind.Grouping(), "3,3,3,3", Stacking.one(12, 4)).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"grouping x=2,four", "allocation x=wavy", "groups x=G9x", "G1 x=Q"})
  void whatCannotBeReadIsRefused(String stage, String text) {
    StageKind kind = StageKind.parse(stage);
    assertThrows(
        IllegalArgumentException.class, () -> CandidateText.parse(kind, text, Stacking.one(12, 4)));
  }
}
