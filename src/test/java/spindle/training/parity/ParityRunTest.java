package spindle.training.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spindle.Resources;
import spindle.study.ParityResult;
import spindle.training.Devices;

/// The bundled reference cases through the engine, in this process.
@Tag("engine")
class ParityRunTest {

  @Test
  void everyBundledCaseEqualsTheReferenceLibraries() throws IOException {
    Path list = Resources.path("/spindle/parity/cases.txt");
    List<String> listed = Files.readAllLines(list);
    List<String> equal = new ArrayList<>();
    List<ParityResult> others = new ArrayList<>();
    try (NDManager manager = Devices.open("cpu")) {
      new ParityRun(manager)
          .run(
              list.resolveSibling(""),
              result -> {
                if (result instanceof ParityResult.Compared compared
                    && compared.verdict() == ParityResult.Verdict.EQUAL) {
                  equal.add(result.name());
                } else {
                  others.add(result);
                }
              });
    }
    assertEquals(List.of(), others);
    assertEquals(listed, equal);
    assertEquals(42, equal.size());
  }
}
