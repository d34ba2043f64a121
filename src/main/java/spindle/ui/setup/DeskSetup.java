package spindle.ui.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import spindle.study.BackboneCatalog;
import spindle.study.BackboneInfo;
import spindle.study.RunLimits;
import spindle.study.StoreException;
import spindle.study.StudyCommand;
import spindle.study.StudyDesk;
import spindle.ui.session.StudySession;

/// The set-up's view of this machine.
public final class DeskSetup implements SetupGateway {

  private final StudyDesk desk;
  private final BackboneCatalog backbones;
  private final Path folder;
  private final StudySession session;
  private final Consumer<Path> opener;

  /// Makes it for a window.
  ///
  /// @param folder for studies that are made without a choice of place
  /// @param opener opens the study of a file
  public DeskSetup(
      StudySession session, BackboneCatalog backbones, Path folder, Consumer<Path> opener) {
    this.desk = session.desk();
    this.session = session;
    this.backbones = backbones;
    this.folder = folder;
    this.opener = opener;
  }

  @Override
  public Path freeFile() {
    return SetupViewModel.free(folder);
  }

  @Override
  public List<BackboneInfo> backbones() {
    return backbones.list();
  }

  @Override
  public BackboneInfo inspect(String name) {
    return backbones.inspect(name);
  }

  @Override
  public String measure(SetupDraft draft) throws InterruptedException {
    return desk.preflight(draft.plan(), draft.places()).sentence();
  }

  @Override
  public void create(SetupDraft draft) {
    Path parent = draft.file().getParent();
    try {
      if (parent != null) {
        Files.createDirectories(parent);
      }
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.UNUSABLE, parent + ": the folder cannot be made", e);
    }
    desk.files().create(draft.file(), draft.plan(), RunLimits.on(draft.places()));
    opener.accept(draft.file());
    session.carryOut(new StudyCommand.Start("main"));
  }
}
