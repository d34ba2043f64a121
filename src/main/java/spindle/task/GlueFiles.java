package spindle.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds and reads the files of a GLUE task.
///
/// The folder is the task's own or holds it under its name, in any case and with or without
/// punctuation (`STS-B`, `stsb`). MRPC may also lie in the layout of its corpus, with
/// `msr_paraphrase_train.txt` and either GLUE's `dev.tsv`, whose pairs are then taken out of the
/// training file, or `msr_paraphrase_test.txt`.
final class GlueFiles {

  private static final String TRAIN = "train.tsv";
  private static final String CORPUS_TRAIN = "msr_paraphrase_train.txt";
  private static final String CORPUS_TEST = "msr_paraphrase_test.txt";

  private final Glue glue;
  private final Path folder;

  private GlueFiles(Glue glue, Path folder) {
    this.glue = glue;
    this.folder = folder;
  }

  /// Returns the examples of a task.
  ///
  /// @throws TaskException if there is no such folder, a file is missing, or a row does not fit
  static Examples read(Glue glue, Path folder) {
    return new GlueFiles(glue, find(glue, folder)).read();
  }

  private Examples read() {
    boolean corpus = glue == Glue.MRPC && !exists(TRAIN) && exists(CORPUS_TRAIN);
    if (!corpus) {
      return new Examples(examples(TRAIN), examples(glue.devFile()));
    }
    if (!exists(glue.devFile())) {
      return new Examples(examples(CORPUS_TRAIN), examples(CORPUS_TEST));
    }
    List<Example> dev = examples(glue.devFile());
    Set<List<String>> pairs = new HashSet<>();
    dev.forEach(example -> pairs.add(example.texts()));
    List<Example> train =
        examples(CORPUS_TRAIN).stream().filter(e -> !pairs.contains(e.texts())).toList();
    return new Examples(train, dev);
  }

  private List<Example> examples(String name) {
    LabelCode code = glue.code();
    return DelimitedTexts.read(folder.resolve(name), glue.layout()).stream()
        .map(code::example)
        .toList();
  }

  private boolean exists(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  private static Path find(Glue glue, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw TaskException.of(
          folder, "there is no such folder", "give the folder of the GLUE files");
    }
    Path found = child(glue, folder).orElse(folder);
    if (new GlueFiles(glue, found).hasTraining()) {
      return found;
    }
    throw TaskException.of(
        folder,
        "there is no "
            + TRAIN
            + " of "
            + glue.task().name()
            + " in it or in a folder "
            + glue.folder()
            + " below",
        "give the folder that holds the task's original GLUE files");
  }

  private boolean hasTraining() {
    return exists(TRAIN) || (glue == Glue.MRPC && exists(CORPUS_TRAIN));
  }

  private static Optional<Path> child(Glue glue, Path folder) {
    String name = Glue.plain(glue.folder());
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(path -> Glue.plain(path.getFileName().toString()).equals(name))
          .filter(Files::isDirectory)
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw TaskException.unreadable(folder, e);
    }
  }
}
