package spindle.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading safetensors files, sound and damaged.
class SafetensorsFileTest {

  private static final String A = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

  @TempDir Path folder;

  @Test
  void aWrittenFileReadsBackAsItWas() {
    Path file = folder.resolve("model.safetensors");
    NamedTensor numbers = NamedTensor.of("w", List.of(2L, 2L), new float[] {1, -2, 3.5f, 0});
    NamedTensor ids = NamedTensor.of("ids", List.of(3L), new long[] {1, 2, -1});
    NamedTensor scalar = NamedTensor.of("scalar", List.of(), new float[] {7});
    NamedTensor empty = NamedTensor.of("empty \"\\\n", List.of(0L, 4L), new float[] {});

    SafetensorsWriter.write(file, List.of(numbers, ids, scalar, empty));

    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertEquals(
          List.of("w", "ids", "scalar", "empty \"\\\n"), List.copyOf(read.tensors().keySet()));
      assertEquals(Map.of("format", "pt"), read.metadata());
      assertEquals(List.of(2L, 2L), read.tensor("w").shape());
      assertEquals(numbers.floats(), read.tensor("w").floats());
      assertEquals(ids.longs(), read.tensor("ids").longs());
      assertEquals(7, read.tensor("scalar").floats().get(0));
      assertEquals(0, read.tensor("empty \"\\\n").floats().capacity());
    }
  }

  @Test
  void tensorsOutliveTheClosedFile() {
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(file, List.of(NamedTensor.of("w", List.of(1L), new float[] {4})));
    SafetensorsFile read = SafetensorsFile.open(file);
    NamedTensor kept = read.tensor("w");

    read.close();

    assertThrows(IllegalStateException.class, read::tensors);
    assertEquals(4, kept.floats().get(0));
  }

  @Test
  void aFileOfMoreThanTwoGibibytesIsMapped() throws IOException {
    Path file = folder.resolve("large.safetensors");
    long first = 3L << 30;
    String header =
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]},%s}"
            .formatted(
                first,
                first,
                "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}"
                    .formatted(first, first + 4));
    Files.write(file, bytes(header, new byte[0]));
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(8 + header.length() + first);
      sparse.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
    }

    SafetensorsFile read = SafetensorsFile.open(file);

    assertEquals(1f, read.tensor("b").floats().get(0));
    assertEquals(first, read.tensor("a").elements());
    assertSentence(assertThrows(WeightsException.class, () -> read.tensor("a").data()), "a:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}         | tensor a
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}         | gap
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}         | begin and an end
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,16]}}      | begin and an end
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}        | not negative
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,1e1]}}       | whole numbers
          {"a":{"dtype":"F32","shape":[NaN],"data_offsets":[0,8]}}       | no JSON value
          {"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}       | whole numbers
          {"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}       | whole numbers
          {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}        | not negative
          {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}} | larger than
          {"a":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,8]}} | tensor a
          {"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}} | 9 axes
          {"a":{"dtype":"F33","shape":[2],"data_offsets":[0,8]}}         | unknown dtype F33
          {"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}     | unknown dtype F8_E4M3
          {"a":{"dtype":4,"shape":[2],"data_offsets":[0,8]}}             | dtype
          {"a":{"shape":[2],"data_offsets":[0,8]}}                       | dtype
          {"a":{"dtype":"F32","data_offsets":[0,8]}}                     | shape
          {"a":{"dtype":"F32","shape":[2]}}                              | data_offsets
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}}   | unknown field x
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}         | 4 bytes after
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}        | cut off
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | overlap
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | second time
          {"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}} | second time
          {"a":7}                                                        | not an object
          {"__metadata__":{"format":1}}                                  | format is not a string
          {"__metadata__":"pt"}                                          | not an object
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}x        | after the end
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}        | header
          {"a":{"dtype":"F32","shape":[[[[[[[[[[2]]]]]]]]]],"data_offsets":[0,8]}} | deeper
          {"a\\uD8":{}}                                                  | escape
          [1]                                                            | header
          {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}} | whole numbers
          """)
  void aFaultyHeaderIsNamed(String header, String named) throws IOException {
    Path file = folder.resolve("faulty.safetensors");
    Files.write(file, bytes(header, new byte[8]));

    WeightsException refused =
        assertThrows(WeightsException.class, () -> SafetensorsFile.open(file));

    assertSentence(refused, named);
    assertSentence(refused, "faulty.safetensors");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, 9999, 17L << 20})
  void anImpossibleHeaderLengthIsRefused(long length) throws IOException {
    Path file = folder.resolve("faulty.safetensors");
    byte[] bytes = bytes("{" + A + "}", new byte[8]);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    Files.write(file, bytes);

    assertSentence(
        assertThrows(WeightsException.class, () -> SafetensorsFile.open(file)), "first 8 bytes");
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = bytes("{" + A + "}", new byte[8]);
    Path file = folder.resolve("cut.safetensors");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertSentence(
          assertThrows(WeightsException.class, () -> SafetensorsFile.open(file)),
          "cut.safetensors");
    }
  }

  @Test
  void anyFlippedBitOfTheHeaderIsReadOrRefusedInOneLine() throws IOException {
    byte[] whole = bytes("{\"__metadata__\":{\"format\":\"pt\"}," + A + "}", new byte[8]);
    Path file = folder.resolve("flipped.safetensors");
    int refused = 0;
    for (int bit = 0; bit < 8 * (whole.length - 8); bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, flipped);
      try {
        SafetensorsFile.open(file).tensors().values().forEach(NamedTensor::data);
      } catch (WeightsException e) {
        refused++;
        assertSentence(e, "flipped.safetensors");
      }
    }
    assertTrue(refused > 100, refused + " refused");
  }

  @Test
  void whatIsNoFileIsNamed() {
    Path missing = folder.resolve("missing.safetensors");
    assertSentence(
        assertThrows(WeightsException.class, () -> SafetensorsFile.open(missing)), "no such file");
    assertSentence(
        assertThrows(WeightsException.class, () -> SafetensorsFile.open(folder)), "no file");
  }

  @Test
  void aTensorThatIsNotThereIsNamed() {
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(file, List.of(NamedTensor.of("w", List.of(1L), new float[] {4})));
    SafetensorsFile read = SafetensorsFile.open(file);
    assertSentence(assertThrows(WeightsException.class, () -> read.tensor("v")), "no tensor v");
  }

  static byte[] bytes(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }

  static void assertSentence(RuntimeException refused, String named) {
    String message = refused.getMessage();
    if (message == null) {
      fail("no message");
      return;
    }
    assertTrue(message.contains(named), message);
    assertTrue(message.contains("; "), message);
    assertFalse(message.chars().anyMatch(Character::isISOControl), message);
    assertTrue(message.length() < 2000, message);
  }
}
