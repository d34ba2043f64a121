package spindle.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spindle.weights.StrictJson.Value;

/// The checked header of a safetensors file: where each tensor lies in the data that follows it.
///
/// @param entries tensors in the order of the header
/// @param metadata the strings under `__metadata__`
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

  /// Where a tensor lies.
  ///
  /// @param begin first byte, counted from the end of the header
  /// @param end byte after the last
  record Entry(String name, DType type, List<Long> shape, long begin, long end) {}

  private static final String METADATA = "__metadata__";
  private static final int MOST_AXES = 8;
  static final String REMEDY = "the file is damaged, download or make it again";

  /// Reads a header and checks it against the number of data bytes that follow it: the tensors must
  /// fill them without gap or overlap.
  ///
  /// @throws WeightsException naming the file and the tensor
  static SafetensorsHeader parse(String file, String json, long dataBytes) {
    Value.Members members;
    try {
      members = StrictJson.object(json);
    } catch (StrictJson.Fault e) {
      throw new WeightsException(file + ", header", String.valueOf(e.getMessage()), REMEDY, e);
    }
    List<Entry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    members
        .map()
        .forEach((name, value) -> {
          if (name.equals(METADATA)) {
            metadata.putAll(metadata(file, value));
          } else {
            entries.add(new EntryReader(file + ", tensor " + name).read(name, value));
          }
        });
    checkLayout(file, entries, dataBytes);
    return new SafetensorsHeader(List.copyOf(entries), Map.copyOf(metadata));
  }

  private static Map<String, String> metadata(String file, Value value) {
    Map<String, String> read = new LinkedHashMap<>();
    if (!(value instanceof Value.Members(var members))) {
      throw new WeightsException(file + ", " + METADATA, "it is not an object", REMEDY);
    }
    members.forEach((key, text) -> {
      if (!(text instanceof Value.Text(String string))) {
        throw new WeightsException(file + ", " + METADATA, key + " is not a string", REMEDY);
      }
      read.put(key, string);
    });
    return read;
  }

  private static void checkLayout(String file, List<Entry> entries, long dataBytes) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long at = 0;
    for (Entry entry : sorted) {
      String place = file + ", tensor " + entry.name();
      if (entry.end() > dataBytes) {
        throw new WeightsException(
            place,
            "its data end at byte " + entry.end() + " of " + dataBytes + ", the file is cut off",
            "download or make it again");
      }
      if (entry.begin() != at) {
        String fault = entry.begin() < at ? "overlap the tensor before" : "leave a gap before them";
        throw new WeightsException(place, "its data_offsets " + fault, REMEDY);
      }
      at = entry.end();
    }
    if (at != dataBytes) {
      throw new WeightsException(
          file, (dataBytes - at) + " bytes after the last tensor belong to none", REMEDY);
    }
  }

  /// Reads one member of the header.
  ///
  /// @param place file and tensor, for messages
  private record EntryReader(String place) {

    Entry read(String name, Value value) {
      if (!(value instanceof Value.Members(var members))) {
        throw fault("it is not an object");
      }
      for (String key : members.keySet()) {
        if (!List.of("dtype", "shape", "data_offsets").contains(key)) {
          throw fault("unknown field " + key);
        }
      }
      DType type = type(members);
      List<Long> shape = numbers(members, "shape");
      List<Long> offsets = numbers(members, "data_offsets");
      if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
        throw fault("data_offsets must be a begin and an end, not " + offsets);
      }
      if (shape.size() > MOST_AXES) {
        throw fault("shape has " + shape.size() + " axes, at most " + MOST_AXES + " are read");
      }
      Entry entry = new Entry(name, type, shape, offsets.get(0), offsets.get(1));
      checkSize(entry);
      return entry;
    }

    private void checkSize(Entry entry) {
      long size;
      try {
        size = NamedTensor.byteSize(entry.type(), entry.shape());
      } catch (IllegalArgumentException e) {
        throw fault(String.valueOf(e.getMessage()));
      }
      if (entry.end() - entry.begin() != size) {
        throw fault(
            "%s%s takes %d bytes, data_offsets give %d"
                .formatted(entry.type(), entry.shape(), size, entry.end() - entry.begin()));
      }
    }

    private DType type(Map<String, Value> members) {
      if (!(members.get("dtype") instanceof Value.Text(String code))) {
        throw fault("dtype is missing or not a string");
      }
      return DType.of(code)
          .orElseThrow(() ->
              new WeightsException(
                  place,
                  "unknown dtype " + code,
                  "save the model as float32, float16 or bfloat16"));
    }

    private List<Long> numbers(Map<String, Value> members, String key) {
      if (!(members.get(key) instanceof Value.Elements(var list))) {
        throw fault(key + " is missing or not a list");
      }
      List<Long> numbers = new ArrayList<>();
      for (Value element : list) {
        if (!(element instanceof Value.Whole(long number)) || number < 0) {
          throw fault(key + " must hold whole numbers that are not negative");
        }
        numbers.add(number);
      }
      return List.copyOf(numbers);
    }

    private WeightsException fault(String what) {
      return new WeightsException(place, what, REMEDY);
    }
  }
}
