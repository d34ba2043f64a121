package spindle.study;

import java.nio.file.Path;

/// The files in which studies are kept, one file a study. The study owns this interface; storage
/// implements it.
///
/// Every method of this and of what it opens throws a [StoreException] if a file is missing,
/// foreign, damaged, newer than this program or cannot be read or written. A file that was refused
/// is unchanged.
public interface StudyFiles {

  /// Makes the file of a new study with the path [StudyPath#main()].
  ///
  /// @param file must not exist yet
  void create(Path file, StudyPlan plan, RunLimits limits);

  /// Opens a study for reading, while others read and its owner writes.
  ///
  /// A damaged file, and one of a newer version, is opened as far as it can be read;
  /// [StudyRecords#notice()] tells.
  StudyRecords read(Path file);

  /// Opens a study for posting commands to its owner, which need not be running.
  StudyCommands commands(Path file);

  /// Takes a study into possession. There is one owner at a time; one whose process is gone, or
  /// that was not heard of for a minute on another machine, is replaced.
  StudyOwner own(Path file);

  /// Saves a copy of a study, complete also while its owner writes. Nobody owns the copy. Of a
  /// damaged study it holds what can still be read; trials of which something is lost count as not
  /// yet attempted.
  ///
  /// @param copy must not exist yet
  void copy(Path file, Path copy);
}
