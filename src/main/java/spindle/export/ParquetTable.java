package spindle.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/// A table as a Parquet file: every column may lack values, texts are UTF-8, whole numbers have 64
/// bits. Dictionaries make compression unnecessary.
final class ParquetTable {

  private ParquetTable() {}

  /// Writes a file, which may be there already.
  ///
  /// @param rows values by the names of their columns
  static void write(
      Path file, String name, List<TableColumn> columns, List<Map<String, Object>> rows)
      throws IOException {
    MessageType schema = schema(name, columns);
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build()) {
      for (Map<String, Object> row : rows) {
        Group group = groups.newGroup();
        for (TableColumn column : columns) {
          Optional.ofNullable(row.get(column.name())).ifPresent(value -> add(group, column, value));
        }
        writer.write(group);
      }
    }
  }

  private static void add(Group group, TableColumn column, Object value) {
    switch (column.type()) {
      case TEXT -> group.append(column.name(), value.toString());
      case WHOLE -> group.append(column.name(), ((Number) value).longValue());
      case REAL -> group.append(column.name(), ((Number) value).doubleValue());
    }
  }

  private static MessageType schema(String name, List<TableColumn> columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (TableColumn column : columns) {
      switch (column.type()) {
        case TEXT ->
            schema
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
        case WHOLE -> schema.optional(PrimitiveTypeName.INT64).named(column.name());
        case REAL -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      }
    }
    return schema.named(name);
  }
}
