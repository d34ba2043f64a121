package spindle.task;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Decompresses the pages of Parquet files. The library's own codecs need Hadoop.
final class ParquetCodecs implements CompressionCodecFactory {

  private static final Set<CompressionCodecName> KNOWN =
      EnumSet.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.ZSTD,
          CompressionCodecName.GZIP,
          CompressionCodecName.LZ4_RAW);

  /// Far more than any writer puts into a page; a broken file may tell any size.
  private static final int LARGEST_PAGE = 1 << 28;

  /// Says whether pages of a codec can be decompressed.
  static boolean isKnown(CompressionCodecName codec) {
    return KNOWN.contains(codec);
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Decompressor(codec);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("these files are only read");
  }

  @Override
  public void release() {}

  private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput compressed, int size) throws IOException {
      return BytesInput.from(decompress(compressed.toInputStream().readAllBytes(), size));
    }

    @Override
    public void decompress(ByteBuffer compressed, int length, ByteBuffer into, int size)
        throws IOException {
      byte[] bytes = new byte[length];
      compressed.get(bytes);
      into.put(decompress(bytes, size));
    }

    @Override
    public void release() {}

    private byte[] decompress(byte[] bytes, int size) throws IOException {
      if (size < 0 || size > LARGEST_PAGE) {
        throw new IOException("a page of " + size + " bytes");
      }
      byte[] page =
          switch (codec) {
            case UNCOMPRESSED -> bytes;
            case SNAPPY ->
                read(new SnappyCompressorInputStream(new ByteArrayInputStream(bytes)), size);
            case ZSTD -> Zstd.decompress(bytes, size);
            case GZIP -> read(new GZIPInputStream(new ByteArrayInputStream(bytes)), size);
            case LZ4_RAW ->
                read(new BlockLZ4CompressorInputStream(new ByteArrayInputStream(bytes)), size);
            case LZO, BROTLI, LZ4 -> throw new IOException("pages compressed with " + codec);
          };
      if (page.length != size) {
        throw new IOException("a page of " + page.length + " bytes instead of " + size);
      }
      return page;
    }

    private static byte[] read(InputStream in, int size) throws IOException {
      try (in) {
        return in.readNBytes(size);
      }
    }
  }
}
