package spindle.ui.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackGeometryTest {

  @Test
  void columnsFillTheWidthExactly() {
    for (double width : new double[] {300, 640, 1500}) {
      StackGeometry places = new StackGeometry(List.of(2, 4, 4, 2), width);
      assertEquals(0, places.columnX(0));
      assertEquals(width, places.columnX(11) + places.column(), 1e-9);
      assertEquals(width, places.groupX(3) + places.groupWidth(3), 1e-9);
    }
  }

  @Test
  void boundariesLieBetweenTheirGroups() {
    StackGeometry places = new StackGeometry(List.of(1, 5, 5, 1), 700);
    for (int i = 0; i < 3; i++) {
      assertTrue(places.groupX(i) + places.groupWidth(i) < places.boundaryX(i));
      assertTrue(places.boundaryX(i) < places.groupX(i + 1));
    }
  }

  @Test
  void theMouseOnAColumnFindsItsLayer() {
    StackGeometry places = new StackGeometry(List.of(2, 4, 4, 2), 640);
    for (int layer = 0; layer < 12; layer++) {
      assertEquals(layer, places.layerAt(places.columnX(layer) + places.column() / 2));
    }
  }

  @Test
  void aBoundaryUnderTheMouseStaysWhereItIs() {
    StackGeometry places = new StackGeometry(List.of(2, 4, 4, 2), 640);
    for (int i = 0; i < 3; i++) {
      assertEquals(places.start(i + 1), places.layersBefore(places.boundaryX(i)));
    }
  }

  @Test
  void fortyEightLayersStillHaveColumns() {
    StackGeometry places = new StackGeometry(Collections.nCopies(8, 6), 500);
    assertTrue(places.column() >= 4, "column: " + places.column());
  }
}
