package spindle.study;

import java.util.List;

/// The backbones that a user can choose from. The study owns this interface.
public interface BackboneCatalog {

  /// The name of the backbone that comes with the program.
  String BUNDLED = "bundled";

  /// Returns the usable backbones that are known by name, the bundled one first.
  List<BackboneInfo> list();

  /// Returns what a backbone is; reads its configuration and the headers of its weights.
  ///
  /// An unchecked exception whose message is a sentence for the user says what is wrong with it.
  ///
  /// @param backbone `bundled`, the path of a Hugging Face folder, or the hub name of a model in
  ///   Hugging Face's cache
  BackboneInfo inspect(String backbone);
}
