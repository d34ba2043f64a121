package spindle.json;

/// JSON that cannot be read or written; the message says where, what is wrong and what is expected.
///
/// Such as `design.json, line 7, column 15, field assignment[2]: unknown strategy "X" (known: A, P,
/// B, L)`.
public final class JsonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  JsonException(Place place, String what) {
    super(place + ": " + what);
  }

  JsonException(Place place, String what, Throwable cause) {
    super(place + ": " + what, cause);
  }

  JsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
