package spindle.task;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/// Reads some columns of a Parquet file as texts.
///
/// Source: the Apache Parquet format, <https://parquet.apache.org/docs/file-format/>.
final class ParquetColumns {

  /// What a column must hold.
  enum Kind {
    /// Texts.
    TEXT,
    /// Texts, numbers or truth values.
    TEXT_OR_NUMBER
  }

  private record Wanted(String name, Kind kind) {}

  private final Path file;
  private final List<Wanted> wanted = new ArrayList<>();
  private long row;

  ParquetColumns(Path file) {
    this.file = file;
  }

  /// Has one more column read.
  ///
  /// @param name with dots if it is nested: `translation.en`
  void add(String name, Kind kind) {
    wanted.add(new Wanted(name, kind));
  }

  /// Hands the values of each row to `each`, in file order: one for each column, in the order in
  /// which they were added, empty where there is none.
  ///
  /// @throws TaskException if the file cannot be read, is no whole Parquet file, lacks a column, or
  ///   holds something else in it
  void read(Consumer<List<Optional<String>>> each) {
    long length = length();
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ParquetCodecs())
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      FileMetaData about = reader.getFileMetaData();
      List<ColumnDescriptor> columns = wanted.stream().map(w -> find(w, about)).toList();
      reader.getFooter().getBlocks().forEach(block -> check(block, length));
      reader.setRequestedSchema(columns);
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        readRows(pages, columns, about, each);
      }
    } catch (TaskException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // a broken file makes the library throw anything
      throw TaskException.broken(
          file,
          "this is not a whole Parquet file",
          "get it again, or write it anew, for example with pandas' to_parquet",
          e);
    }
  }

  private void readRows(
      PageReadStore pages,
      List<ColumnDescriptor> columns,
      FileMetaData about,
      Consumer<List<Optional<String>>> each) {
    MessageType schema = about.getSchema();
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            pages,
            new GroupRecordConverter(schema).getRootConverter(),
            schema,
            about.getCreatedBy());
    List<ColumnReader> readers = columns.stream().map(store::getColumnReader).toList();
    for (long i = 0; i < pages.getRowCount(); i++) {
      row++;
      each.accept(readers.stream().map(this::next).toList());
    }
  }

  private Optional<String> next(ColumnReader reader) {
    ColumnDescriptor column = reader.getDescriptor();
    boolean isThere = reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
    Optional<String> value = isThere ? Optional.of(value(reader)) : Optional.empty();
    reader.consume();
    return value;
  }

  private String value(ColumnReader reader) {
    return switch (reader.getDescriptor().getPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> Integer.toString(reader.getInteger());
      case INT64 -> Long.toString(reader.getLong());
      case FLOAT -> Float.toString(reader.getFloat());
      case DOUBLE -> Double.toString(reader.getDouble());
      case BOOLEAN -> Boolean.toString(reader.getBoolean());
      case BINARY, INT96, FIXED_LEN_BYTE_ARRAY -> text(reader.getBinary());
    };
  }

  private String text(Binary bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.toByteBuffer()).toString();
    } catch (CharacterCodingException e) {
      throw new Place(file, Place.Unit.ROW, row)
          .error("these bytes are not UTF-8 text", "name a column of texts");
    }
  }

  private ColumnDescriptor find(Wanted one, FileMetaData about) {
    List<ColumnDescriptor> all = about.getSchema().getColumns();
    ColumnDescriptor found =
        all.stream()
            .filter(column -> name(column).equals(one.name()))
            .findFirst()
            .orElseThrow(() ->
                TaskException.of(
                    file,
                    "there is no column " + TaskException.quoted(one.name()),
                    "the file has " + TaskException.list(all.stream().map(ParquetColumns::name))));
    if (found.getMaxRepetitionLevel() > 0) {
      throw error(one.name(), "holds lists", "name a column of single values");
    }
    if (!fits(found.getPrimitiveType(), one.kind())) {
      throw error(
          one.name(),
          "holds values of type " + typeName(found.getPrimitiveType()),
          switch (one.kind()) {
            case TEXT -> "name a column of texts";
            case TEXT_OR_NUMBER -> "name a column of texts or numbers";
          });
    }
    return found;
  }

  private static String name(ColumnDescriptor column) {
    return String.join(".", column.getPath());
  }

  private static boolean fits(PrimitiveType type, Kind kind) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BINARY ->
          meaning == null
              || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
              || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
              || meaning instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
      case INT32, INT64 ->
          kind == Kind.TEXT_OR_NUMBER
              && (meaning == null
                  || meaning instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation);
      case FLOAT, DOUBLE, BOOLEAN -> kind == Kind.TEXT_OR_NUMBER;
      case INT96, FIXED_LEN_BYTE_ARRAY -> false;
    };
  }

  private static String typeName(PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return meaning == null ? type.getPrimitiveTypeName().name() : meaning.toString();
  }

  /// Refuses what could not be read, before memory is asked for it.
  private void check(BlockMetaData block, long length) {
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      String name = String.join(".", chunk.getPath().toArray());
      if (wanted.stream().noneMatch(one -> one.name().equals(name))) {
        continue;
      }
      if (!ParquetCodecs.isKnown(chunk.getCodec())) {
        throw error(
            name,
            "is compressed with " + chunk.getCodec(),
            "write the file with Snappy or Zstandard");
      }
      long start = chunk.getStartingPos();
      if (start < 0 || chunk.getTotalSize() < 0 || chunk.getTotalSize() > length - start) {
        throw error(name, "goes on behind the end of the file", "get the whole file");
      }
    }
  }

  private long length() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw TaskException.unreadable(file, e);
    }
  }

  private TaskException error(String column, String problem, String remedy) {
    return TaskException.of(
        file, "the column " + TaskException.quoted(column) + " " + problem, remedy);
  }
}
