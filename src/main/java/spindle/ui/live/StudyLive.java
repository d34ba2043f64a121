package spindle.ui.live;

import java.util.function.Consumer;
import spindle.study.StudyCommand;
import spindle.ui.session.StudyAccess;

/// The live page's view of an open study.
public final class StudyLive implements LiveGateway {

  private final StudyAccess study;
  private final Consumer<StudyCommand> sender;
  private final Consumer<Runnable> ended;
  private volatile String path = "main";

  /// Makes it for a study.
  ///
  /// @param sender has a command carried out and tells the user what became of it
  /// @param ended takes what ends the listening, to be run when the study is closed
  public StudyLive(StudyAccess study, Consumer<StudyCommand> sender, Consumer<Runnable> ended) {
    this.study = study;
    this.sender = sender;
    this.ended = ended;
  }

  @Override
  public void listen(Consumer<LiveEvent> hearer) {
    LiveFollower follower = new LiveFollower(study::curve, hearer);
    ended.accept(
        study.watch(standing -> {
          path = standing.study().current();
          follower.take(standing);
        }));
  }

  @Override
  public void start() {
    sender.accept(new StudyCommand.Start(path));
  }

  @Override
  public void pause() {
    sender.accept(new StudyCommand.Pause());
  }

  @Override
  public void resume() {
    sender.accept(new StudyCommand.Resume());
  }

  @Override
  public void stop(String trial) {
    sender.accept(new StudyCommand.Cancel(trial));
  }

  @Override
  public void stopAll() {
    sender.accept(new StudyCommand.Stop());
  }

  @Override
  public void retry(String trial) {
    sender.accept(new StudyCommand.Retry(trial));
  }
}
