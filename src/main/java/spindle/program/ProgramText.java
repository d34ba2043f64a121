package spindle.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The growing text of a program: pieces from the resources and generated lines.
final class ProgramText {

  private final StringBuilder text = new StringBuilder();
  private final Dialect dialect;

  ProgramText(Dialect dialect) {
    this.dialect = dialect;
    dialect.own().forEach(this::piece);
  }

  /// Appends some pieces, such as `attention` for `attention.py`.
  ProgramText pieces(String... names) {
    for (String name : names) {
      piece(name);
    }
    return this;
  }

  private void piece(String name) {
    URL file =
        dialect.folders().stream()
            .map(folder -> ProgramText.class.getResource(folder + name + ".py"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no piece " + name));
    try (InputStream in = file.openStream()) {
      text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program piece " + name, e);
    }
  }

  /// Begins a method of the module.
  ///
  /// @param signature its name, parameters after `self` and result type, such as `f(x: Tensor) ->
  ///   Tensor`
  ProgramText method(String signature) {
    String opened = signature.replaceFirst("\\(", "(self: __torch__.M, ");
    text.append("  def ").append(opened).append(":\n");
    return this;
  }

  /// Appends a line to the method's body.
  ProgramText line(String line) {
    text.append("    ").append(line).append('\n');
    return this;
  }

  /// Appends an empty line, which ends a method.
  ProgramText end() {
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
