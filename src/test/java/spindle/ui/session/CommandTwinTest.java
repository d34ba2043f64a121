package spindle.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spindle.study.Device;
import spindle.study.Place;
import spindle.study.Presets;
import spindle.study.RunLimits;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StudyCommand;

class CommandTwinTest {

  private static final Path FILE = Path.of("a study.spindle");

  @Test
  void candidatesNameTheDimensionThatTheyAreOf() {
    Stage stage = Presets.stage(new StageKind.Allocation(), 12, 4, Presets.Extent.PAPER);
    assertEquals(
        Optional.of(
            "java -jar target/spindle.jar study candidates 'a study.spindle'"
                + " --only increasing=increasing --only uniform=uniform"
                + " --only decreasing=decreasing --stage allocation --path main"),
        CommandTwin.of(FILE, new StudyCommand.Edit("main", stage)));
  }

  @Test
  void limitsSayHowManySlotsTrainTogether() {
    Place card = new Place(new Device.Gpu(0), 8, Optional.of(4));
    assertEquals(
        Optional.of(
            "java -jar target/spindle.jar study limit 'a study.spindle' --devices gpu:0=8 --fuse 4"),
        CommandTwin.of(FILE, new StudyCommand.Limit(RunLimits.on(List.of(card)))));
  }

  @Test
  void severalOrdersAreGivenOneAfterTheOther() {
    assertEquals("a && b", CommandTwin.together(List.of("a", "b")));
    assertEquals("", CommandTwin.together(List.of("a", "")), "one of them cannot be typed");
  }
}
