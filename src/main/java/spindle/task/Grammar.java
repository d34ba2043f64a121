package spindle.task;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words and sentence patterns of a practice task, from a resource file.
///
/// The file has one rule after the other. A rule is a line with its symbol and a colon, then
/// indented lines with its alternatives; several on a line are separated by ` | `. Lines that start
/// with `#` are comments. What an alternative may contain, see [Phrase].
///
/// @param rules alternatives of each symbol
record Grammar(Map<String, List<String>> rules) {

  /// Reads a grammar.
  ///
  /// @param name of the file beside this class, without its ending
  /// @throws IllegalArgumentException if there is none of that name, or it is malformed
  static Grammar load(String name) {
    String file = name + ".grammar";
    try (InputStream in = Grammar.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("the program has no grammar " + file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the grammar of some lines.
  ///
  /// @throws IllegalArgumentException if an alternative has no symbol, or a symbol none or two
  ///   rules
  static Grammar parse(List<String> lines) {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    List<String> current = List.of();
    for (String line : lines) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith(" ")) {
        current.addAll(List.of(line.strip().split(" +\\| +")));
      } else {
        current = new ArrayList<>();
        if (!line.endsWith(":")
            || rules.put(line.substring(0, line.length() - 1), current) != null) {
          throw new IllegalArgumentException("not a new symbol and a colon: " + line);
        }
      }
    }
    if (rules.containsValue(List.<String>of())) {
      throw new IllegalArgumentException("a symbol has no alternative");
    }
    return new Grammar(rules);
  }

  /// Returns the alternatives of a symbol.
  ///
  /// @throws IllegalArgumentException if there is no such symbol
  List<String> alternatives(String symbol) {
    List<String> found = rules.get(symbol);
    if (found == null) {
      throw new IllegalArgumentException("the grammar has no rule " + symbol);
    }
    return found;
  }
}
