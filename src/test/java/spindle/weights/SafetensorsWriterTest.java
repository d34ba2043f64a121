package spindle.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writing files whole or not at all.
class SafetensorsWriterTest {

  @TempDir Path folder;

  @Test
  void theHeaderIsTheOneThatHuggingFaceWrites() throws IOException {
    Path file = folder.resolve("new").resolve("model.safetensors");

    SafetensorsWriter.write(
        file,
        List.of(
            NamedTensor.of("b", List.of(2L), new float[] {1, 2}),
            NamedTensor.of("a", List.of(), new long[] {3})));

    byte[] bytes = Files.readAllBytes(file);
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"a\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[8,16]}}";
    int padded = (header.length() + 7) / 8 * 8;
    byte[] expected =
        SafetensorsFileTest.bytes(
            header + " ".repeat(padded - header.length()),
            new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40, 3, 0, 0, 0, 0, 0, 0, 0});
    assertArrayEquals(expected, bytes);
  }

  @Test
  void aNameMayBeUsedOnce() {
    NamedTensor one = NamedTensor.of("a", List.of(1L), new float[] {1});
    Path file = folder.resolve("model.safetensors");
    assertThrows(
        IllegalArgumentException.class, () -> SafetensorsWriter.write(file, List.of(one, one)));
    assertThrows(
        IllegalArgumentException.class,
        () -> SafetensorsWriter.write(file, List.of(one.withName("__metadata__"))));
  }

  @Test
  void aFailureKeepsTheOldFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("model.safetensors");
    AtomicFile.write(file, "old".getBytes(StandardCharsets.UTF_8));

    WeightsException refused =
        assertThrows(
            WeightsException.class,
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      AtomicFile.writeFully(channel, ByteBuffer.wrap(new byte[100]));
                      throw new IOException("no space left");
                    }));

    SafetensorsFileTest.assertSentence(refused, "no space left");
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), children());
  }

  @Test
  void aTargetThatCannotBeReplacedIsNamedAndNothingIsLeft() throws IOException {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("inside"));

    WeightsException refused =
        assertThrows(WeightsException.class, () -> AtomicFile.write(taken, new byte[1]));

    SafetensorsFileTest.assertSentence(refused, "taken");
    assertEquals(List.of(taken), children());
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    SafetensorsFileTest.assertSentence(
        assertThrows(
            WeightsException.class, () -> AtomicFile.write(file.resolve("model"), new byte[1])),
        "cannot be written");
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
