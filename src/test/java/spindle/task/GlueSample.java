package spindle.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small files in the layouts of GLUE, with made-up sentences.
final class GlueSample {

  private GlueSample() {}

  /// Returns a file of a task with some rows, whose labels go round.
  static String text(Glue glue, int rows) {
    return header(glue)
        + IntStream.range(0, rows).mapToObj(i -> row(glue, i)).collect(Collectors.joining());
  }

  /// Writes the training file with twelve rows and the development file with six.
  static void write(Glue glue, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("train.tsv"), text(glue, 12));
    Files.writeString(folder.resolve(glue.devFile()), text(glue, 6));
  }

  static String header(Glue glue) {
    return switch (glue) {
      case COLA -> "";
      case SST_2 -> "sentence\tlabel\n";
      case MRPC -> "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n";
      case STS_B ->
          "index\tgenre\tfilename\tyear\told_index\tsource1\tsource2\tsentence1\tsentence2\tscore\n";
      case QQP -> "id\tqid1\tqid2\tquestion1\tquestion2\tis_duplicate\n";
      case MNLI, MNLI_MM ->
          "index\tpromptID\tpairID\tgenre\tsentence1_binary_parse\tsentence2_binary_parse\t"
              + "sentence1_parse\tsentence2_parse\tsentence1\tsentence2\tlabel1\tgold_label\n";
      case QNLI -> "index\tquestion\tsentence\tlabel\n";
      case RTE, WNLI -> "index\tsentence1\tsentence2\tlabel\n";
    };
  }

  static String row(Glue glue, int i) {
    String first = "The " + i + " \"dogs ran, été";
    String second = "Some dog' " + i + " ran";
    String pair = first + "\t" + second;
    String binary = Integer.toString(i % 2);
    return switch (glue) {
      case COLA -> "gj04\t" + binary + "\t" + (i % 2 == 0 ? "*" : "") + "\t" + first + "\n";
      case SST_2 -> first + " \t" + binary + "\n";
      case MRPC -> binary + "\t10" + i + "\t20" + i + "\t" + pair + "\n";
      case STS_B ->
          i + "\tnews\tMSRpar\t2012\t000" + i + "\tnone\tnone\t" + pair + "\t" + i % 5 + ".250\n";
      case QQP -> "9" + i + "\t1\t2\t" + pair + "\t" + binary + "\n";
      case MNLI, MNLI_MM -> {
        String label = List.of("contradiction", "entailment", "neutral").get(i % 3);
        yield i + "\t1\t1c\tfiction\t( a )\t( b )\t(S a)\t(S b)\t" + pair + "\tx\t" + label + "\n";
      }
      case QNLI, RTE -> i + "\t" + pair + "\t" + (i % 2 == 0 ? "" : "not_") + "entailment\n";
      case WNLI -> i + "\t" + pair + "\t" + binary + "\n";
    };
  }
}
