package spindle.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A strict reader of the small JSON that safetensors files and their index carry: no duplicate
/// members, no trailing text, at most eight levels deep.
final class StrictJson {

  /// A JSON value.
  sealed interface Value {
    /// Members in file order.
    record Members(Map<String, Value> map) implements Value {}

    /// The elements of an array.
    record Elements(List<Value> list) implements Value {}

    /// A string.
    record Text(String text) implements Value {}

    /// A whole number of at most 18 digits.
    record Whole(long number) implements Value {}

    /// Any other number, true, false or null, as written.
    record Other(String text) implements Value {}
  }

  /// Something that is not JSON, and where it was found.
  static final class Fault extends Exception {
    Fault(String what, int position) {
      super(what + " at character " + position);
    }
  }

  private static final int DEEPEST = 8;

  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  /// Reads a text that holds one object and nothing else but white space around it.
  static Value.Members object(String text) throws Fault {
    StrictJson reader = new StrictJson(text);
    reader.space();
    Value.Members members = reader.members(1);
    reader.space();
    if (reader.at < text.length()) {
      throw reader.fault("text after the end of the JSON object");
    }
    return members;
  }

  private Value value(int depth) throws Fault {
    if (depth > DEEPEST) {
      throw fault("JSON nested deeper than " + DEEPEST + " levels");
    }
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> new Value.Text(string());
      default -> word();
    };
  }

  private Value.Members members(int depth) throws Fault {
    Map<String, Value> map = new LinkedHashMap<>();
    expect('{');
    space();
    if (peek() == '}') {
      at++;
      return new Value.Members(map);
    }
    do {
      space();
      int start = at;
      String name = string();
      space();
      expect(':');
      space();
      if (map.putIfAbsent(name, value(depth + 1)) != null) {
        throw new Fault("the name \"" + name + "\" for the second time", start);
      }
      space();
    } while (another('}'));
    return new Value.Members(map);
  }

  private Value.Elements elements(int depth) throws Fault {
    List<Value> list = new ArrayList<>();
    expect('[');
    space();
    if (peek() == ']') {
      at++;
      return new Value.Elements(list);
    }
    do {
      space();
      list.add(value(depth + 1));
      space();
    } while (another(']'));
    return new Value.Elements(list);
  }

  private boolean another(char end) throws Fault {
    char c = peek();
    if (c != ',' && c != end) {
      throw fault("'" + c + "' where ',' or '" + end + "' belongs");
    }
    at++;
    return c == ',';
  }

  private String string() throws Fault {
    expect('"');
    StringBuilder built = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw fault("a control character inside a string");
      }
      built.append(c == '\\' ? escaped() : c);
    }
    at++;
    return built.toString();
  }

  private char escaped() throws Fault {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw fault("an unknown escape");
    };
  }

  private char unicode() throws Fault {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw fault("a broken \\u escape");
      }
      code = 16 * code + digit;
      at++;
    }
    return (char) code;
  }

  private Value word() throws Fault {
    int start = at;
    while (at < text.length()
        && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.matches("-?(0|[1-9][0-9]{0,17})")) {
      return new Value.Whole(Long.parseLong(word));
    }
    if (word.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      return new Value.Other(word);
    }
    at = start;
    throw fault("no JSON value");
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char wanted) throws Fault {
    if (peek() != wanted) {
      throw fault("'" + peek() + "' where '" + wanted + "' belongs");
    }
    at++;
  }

  private char peek() throws Fault {
    if (at >= text.length()) {
      throw fault("the JSON ends too early");
    }
    return text.charAt(at);
  }

  private Fault fault(String what) {
    return new Fault(what, at);
  }
}
