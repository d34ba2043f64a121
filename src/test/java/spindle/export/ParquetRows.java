package spindle.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Reads the rows of a Parquet file for tests: texts, whole numbers as `Long`, others as `Double`;
/// a missing value is left out.
final class ParquetRows {
  private ParquetRows() {}

  static List<Map<String, Object>> read(Path file) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            new LocalInputFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
      MessageType schema = reader.getFileMetaData().getSchema();
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows.add(row(records.read(), schema));
        }
      }
    }
    return rows;
  }

  private static Map<String, Object> row(Group group, MessageType schema) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < schema.getFieldCount(); i++) {
      if (group.getFieldRepetitionCount(i) > 0) {
        PrimitiveTypeName type = schema.getType(i).asPrimitiveType().getPrimitiveTypeName();
        Object value =
            switch (type) {
              case INT64 -> group.getLong(i, 0);
              case DOUBLE -> group.getDouble(i, 0);
              case BINARY -> group.getString(i, 0);
              case INT32, BOOLEAN, FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
                  throw new IllegalStateException("no column of the table is " + type);
            };
        row.put(schema.getFieldName(i), value);
      }
    }
    return row;
  }
}
