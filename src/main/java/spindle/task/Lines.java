package spindle.task;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The lines of a UTF-8 text file, one after the other.
///
/// A line ends with a line feed; a carriage return before it belongs to the end. A byte-order mark
/// at the start of the file is dropped. A file that is not UTF-8 text is refused at its first bad
/// line.
final class Lines implements AutoCloseable {

  private static final int LONGEST = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = new byte[1 << 10];
  private int length;
  private String text = "";
  private long number;
  private boolean ended = true;

  /// Opens a file.
  ///
  /// @throws TaskException if it cannot be opened
  Lines(Path file) {
    this.file = file;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw TaskException.unreadable(file, e);
    }
  }

  /// Goes to the next line.
  ///
  /// @return whether there is one
  /// @throws TaskException if the line is not text
  boolean next() {
    length = 0;
    int last = readLine();
    if (last < 0 && length == 0) {
      return false;
    }
    number++;
    ended = last == '\n';
    text = decode();
    return true;
  }

  /// Returns the current line without its end.
  String text() {
    return text;
  }

  /// Returns the number of the current line, from 1.
  long number() {
    return number;
  }

  /// Returns whether the current line had a line feed; only a file's last line may lack one.
  boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw TaskException.unreadable(file, e);
    }
  }

  /// Returns the byte that ended the line: a line feed, or -1 at the end of the file.
  private int readLine() {
    try {
      int next = readByte();
      while (next >= 0 && next != '\n') {
        append(next);
        next = readByte();
      }
      return next;
    } catch (IOException e) {
      throw TaskException.unreadable(file, e);
    }
  }

  private int readByte() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return limit == 0 ? -1 : Byte.toUnsignedInt(buffer[position++]);
  }

  private void append(int next) {
    if (next == 0) {
      throw notText("a zero byte");
    }
    if (length == LONGEST) {
      throw notText("a line of more than " + LONGEST + " bytes");
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = (byte) next;
  }

  private String decode() {
    try {
      ByteBuffer encoded = ByteBuffer.wrap(line, 0, length);
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
      if (number == 1 && decoded.startsWith(BYTE_ORDER_MARK)) {
        decoded = decoded.substring(1);
      }
      return decoded.endsWith("\r") ? decoded.substring(0, decoded.length() - 1) : decoded;
    } catch (CharacterCodingException e) {
      throw TaskException.at(
          file, number, "these bytes are not UTF-8 text", "save the file as UTF-8 text");
    }
  }

  private TaskException notText(String what) {
    return TaskException.at(
        file, number + 1, what + " is not text", "give a plain text file in UTF-8");
  }
}
