package spindle.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Prints plain values: on one line, or on as few lines of at most 100 columns as are readable.
final class Writer {
  private static final int COLUMNS = 100;

  private final StringBuilder out = new StringBuilder();

  private Writer() {}

  /// Returns a value on one line, without spaces.
  static String line(Object plain) {
    return compact(plain, ",", ":");
  }

  /// Returns a value on several lines, indented by two, with a line end.
  static String pretty(Object plain) {
    Writer writer = new Writer();
    writer.write(plain, 0, 0);
    return writer.out.append('\n').toString();
  }

  /// Writes a value that begins at a column of a line of some indent.
  private void write(Object plain, int indent, int column) {
    String oneLine = compact(plain, ", ", ": ");
    boolean whole = indent == 0 && plain instanceof Map<?, ?> fields && !fields.isEmpty();
    if (!whole && column + oneLine.length() < COLUMNS) {
      out.append(oneLine);
      return;
    }
    switch (plain) {
      case Map<?, ?> fields -> object(fields, indent + 2);
      case List<?> items when items.stream().noneMatch(Writer::isNested) ->
          filled(items, indent + 2);
      case List<?> items -> array(items, indent + 2);
      default -> out.append(oneLine);
    }
  }

  private void object(Map<?, ?> fields, int indent) {
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> it = fields.entrySet().iterator(); it.hasNext(); ) {
      Map.Entry<?, ?> field = it.next();
      String name = quoted((String) field.getKey()) + ": ";
      newLine(indent).append(name);
      write(field.getValue(), indent, indent + name.length());
      out.append(it.hasNext() ? "," : "");
    }
    newLine(indent - 2).append('}');
  }

  private void array(List<?> items, int indent) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      newLine(indent);
      write(items.get(i), indent, indent);
      out.append(i < items.size() - 1 ? "," : "");
    }
    newLine(indent - 2).append(']');
  }

  /// Writes texts and numbers, as many on a line as fit.
  private void filled(List<?> items, int indent) {
    out.append('[');
    int column = COLUMNS;
    for (int i = 0; i < items.size(); i++) {
      String item = compact(items.get(i), ", ", ": ") + (i < items.size() - 1 ? "," : "");
      if (column + item.length() >= COLUMNS) {
        newLine(indent);
        column = indent;
      } else {
        out.append(' ');
      }
      out.append(item);
      column += item.length() + 1;
    }
    newLine(indent - 2).append(']');
  }

  private StringBuilder newLine(int indent) {
    return out.append('\n').repeat(" ", indent);
  }

  private static boolean isNested(Object plain) {
    return plain instanceof Map<?, ?> || plain instanceof List<?>;
  }

  private static String compact(Object plain, String comma, String colon) {
    return switch (plain) {
      case Map<?, ?> fields -> {
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) ->
            parts.add(quoted((String) name) + colon + compact(value, comma, colon)));
        yield "{" + String.join(comma, parts) + "}";
      }
      case List<?> items -> {
        List<String> parts = items.stream().map(item -> compact(item, comma, colon)).toList();
        yield "[" + String.join(comma, parts) + "]";
      }
      case String text -> quoted(text);
      case java.math.BigDecimal number -> number.toPlainString();
      default -> plain.toString();
    };
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
