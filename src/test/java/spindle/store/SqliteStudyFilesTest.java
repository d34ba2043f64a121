package spindle.store;

import java.time.InstantSource;
import spindle.study.StudyFiles;

/// The contract, of SQLite files.
final class SqliteStudyFilesTest extends StudyFilesContract {

  @Override
  StudyFiles files() {
    return new SqliteStudyFiles(InstantSource.system());
  }
}
