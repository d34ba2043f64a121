package spindle.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import spindle.weights.StrictJson.Value;

/// The weights of a Hugging Face model folder: `model.safetensors`, or the shards that
/// `model.safetensors.index.json` names.
///
/// @param files the safetensors files, in name order
/// @param tensors all tensors by name
public record SafetensorsFolder(List<Path> files, Map<String, NamedTensor> tensors) {

  private static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";
  private static final long LONGEST_INDEX = 16L << 20;

  /// Copies the lists.
  public SafetensorsFolder {
    files = List.copyOf(files);
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /// Opens the weights of a folder and checks every header.
  ///
  /// Pickled weights (`pytorch_model.bin`) are never read, since reading them runs code.
  ///
  /// @throws WeightsException if a file is missing or damaged, or files contradict each other
  public static SafetensorsFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new WeightsException(
          folder.toString(), "there is no such folder", "name a Hugging Face model folder");
    }
    Path single = folder.resolve(SINGLE);
    if (Files.exists(single)) {
      return new SafetensorsFolder(List.of(single), SafetensorsFile.open(single).tensors());
    }
    Path index = folder.resolve(INDEX);
    if (Files.exists(index)) {
      return sharded(folder, index);
    }
    if (Files.exists(folder.resolve("pytorch_model.bin"))
        || Files.exists(folder.resolve("pytorch_model.bin.index.json"))) {
      throw new WeightsException(
          folder.resolve("pytorch_model.bin").toString(),
          "pickled weights are never read, because reading them runs the code inside",
          "save the model with save_pretrained(folder, safe_serialization=True) in Python");
    }
    throw new WeightsException(
        folder.toString(), "it has no " + SINGLE, "name a folder that holds the model's weights");
  }

  private static SafetensorsFolder sharded(Path folder, Path index) {
    Map<String, String> shardOf = weightMap(index);
    List<Path> files = new ArrayList<>();
    Map<String, NamedTensor> all = new LinkedHashMap<>();
    for (String shard : new TreeSet<>(shardOf.values())) {
      Path file = shard(folder, index, shard);
      files.add(file);
      SafetensorsFile.open(file)
          .tensors()
          .forEach((name, tensor) -> {
            if (!shard.equals(shardOf.get(name))) {
              String said = shardOf.containsKey(name) ? shardOf.get(name) : "no file";
              throw new WeightsException(
                  file + ", tensor " + name,
                  INDEX + " puts it into " + said,
                  "download index and shards again");
            }
            all.put(name, tensor);
          });
    }
    shardOf.forEach((name, shard) -> {
      if (!all.containsKey(name)) {
        throw new WeightsException(
            folder.resolve(shard) + ", tensor " + name,
            "it is missing although " + INDEX + " lists it",
            "download the shard again");
      }
    });
    return new SafetensorsFolder(files, all);
  }

  private static Path shard(Path folder, Path index, String name) {
    if (!name.matches("[A-Za-z0-9._-]+\\.safetensors")) {
      throw new WeightsException(
          index + ", weight_map", name + " is no name of a shard", "download the index again");
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new WeightsException(
          file.toString(), "this shard is missing", "download it into the same folder");
    }
    return file;
  }

  private static Map<String, String> weightMap(Path index) {
    var bytes = SafetensorsFile.map(index);
    if (bytes.byteSize() > LONGEST_INDEX) {
      throw new WeightsException(
          index.toString(), "it is larger than 16 MiB", "download the index again");
    }
    try {
      Value.Members members = StrictJson.object(SafetensorsFile.utf8(index, bytes));
      if (members.map().get("weight_map") instanceof Value.Members(var map) && !map.isEmpty()) {
        Map<String, String> shards = new LinkedHashMap<>();
        map.forEach((name, value) -> shards.put(name, text(index, name, value)));
        return shards;
      }
    } catch (StrictJson.Fault e) {
      throw new WeightsException(
          index.toString(), String.valueOf(e.getMessage()), "download the index again", e);
    }
    throw new WeightsException(
        index.toString(), "weight_map is missing or empty", "download the index again");
  }

  private static String text(Path index, String name, Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw new WeightsException(
        index + ", weight_map, " + name, "it is not a string", "download the index again");
  }
}
