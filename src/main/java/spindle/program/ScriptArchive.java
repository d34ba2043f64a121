package spindle.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A program's text packed as the archive that libtorch and Python's `torch.jit.load` read.
///
/// A zip of four stored entries: the version, no constants, one object of class `M` without
/// attributes, and the text of that class. The object is written by Spindle and holds nothing.
public final class ScriptArchive {

  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  private ScriptArchive() {}

  /// Packs the methods of a module.
  public static byte[] of(String methods) {
    String code =
        """
        class M(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
        """
            + methods;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      add(zip, "m/version", "10\n".getBytes(StandardCharsets.US_ASCII));
      add(zip, "m/constants.pkl", NO_CONSTANTS);
      add(zip, "m/data.pkl", object());
      add(zip, "m/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /// Returns the serial form of an `M` whose only attribute is `training = True`.
  private static byte[] object() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x80, 2, 'c'});
    out.writeBytes("__torch__\nM\n".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new byte[] {'q', 0, ')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
    out.writeBytes("training".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new byte[] {'q', 1, (byte) 0x88, 'u', 'b', 'q', 2, '.'});
    return out.toByteArray();
  }
}
