package spindle.task;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goes once through the text of a JSON object (RFC 8259).
final class JsonScanner {

  /// What is wrong with the text and at which character of it, from 1.
  static final class Flaw extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Flaw(String what, int at) {
      super(what + " at character " + (at + 1));
    }
  }

  private static final int DEEPEST = 100;
  private static final Pattern PLAIN =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private final String text;
  private int at;
  private int depth;

  JsonScanner(String text) {
    this.text = text;
  }

  /// Hands the fields of the object to `each`: the names on the way to it, joined by dots, and its
  /// value.
  ///
  /// @throws Flaw if the text is not one object, or a field is there twice
  void object(BiConsumer<String, JsonValue> each) {
    skipBlanks();
    if (at == text.length() || text.charAt(at) != '{') {
      throw new Flaw("an object starts with {", at);
    }
    members("", each);
    skipBlanks();
    if (at < text.length()) {
      throw new Flaw("there is more text", at);
    }
  }

  private void value(String name, BiConsumer<String, JsonValue> each) {
    skipBlanks();
    char first = at < text.length() ? text.charAt(at) : ' ';
    switch (first) {
      case '{' -> members(name, each);
      case '[' -> {
        elements();
        each.accept(name, new JsonValue.Other());
      }
      case '"' -> each.accept(name, new JsonValue.Text(string()));
      default -> each.accept(name, plain());
    }
  }

  private void members(String name, BiConsumer<String, JsonValue> each) {
    enter();
    if (ends('}')) {
      return;
    }
    Set<String> keys = new HashSet<>();
    do {
      int start = at;
      String key = string();
      if (!keys.add(key)) {
        throw new Flaw(TaskException.quoted(key) + " is there twice", start);
      }
      require(':', "a colon follows a name");
      value(name.isEmpty() ? key : name + "." + key, each);
    } while (goesOn('}'));
  }

  private void elements() {
    enter();
    if (ends(']')) {
      return;
    }
    do {
      value("", (_, _) -> {});
    } while (goesOn(']'));
  }

  private void enter() {
    at++;
    depth++;
    if (depth > DEEPEST) {
      throw new Flaw("too many brackets inside each other", at - 1);
    }
  }

  private boolean ends(char bracket) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == bracket) {
      at++;
      depth--;
      return true;
    }
    return false;
  }

  private boolean goesOn(char bracket) {
    if (ends(bracket)) {
      return false;
    }
    require(',', "a comma or " + bracket + " follows a value");
    return true;
  }

  private JsonValue plain() {
    Matcher matcher = PLAIN.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new Flaw("there is no value", at);
    }
    at = matcher.end();
    String literal = matcher.group();
    return literal.equals("null") ? new JsonValue.Other() : new JsonValue.Plain(literal);
  }

  private String string() {
    require('"', "a text starts with a quote");
    StringBuilder read = new StringBuilder();
    while (true) {
      char next = next();
      if (next == '"') {
        return read.toString();
      }
      if (next < ' ') {
        throw new Flaw("a control character must be escaped", at - 1);
      }
      read.append(next == '\\' ? escaped() : next);
    }
  }

  private char escaped() {
    char code = next();
    return switch (code) {
      case '"', '\\', '/' -> code;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new Flaw("there is no such escape", at - 1);
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0 || text.charAt(at - 1) > 'f') {
        throw new Flaw("\\u takes four hexadecimal digits", at - 1);
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  private char next() {
    if (at == text.length()) {
      throw new Flaw("it ends too early", at);
    }
    return text.charAt(at++);
  }

  private void require(char wanted, String what) {
    skipBlanks();
    if (at == text.length() || text.charAt(at) != wanted) {
      throw new Flaw(at == text.length() ? "it ends too early" : what, at);
    }
    at++;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
