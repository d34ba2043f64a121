package spindle.ui.window;

import java.io.File;
import org.jspecify.annotations.Nullable;

/// A user who gives the same answer whatever file is asked for, or gives up.
public final class OneAnswer implements Choosers {
  private @Nullable File answer;

  /// Makes one who gives up until told otherwise.
  public OneAnswer() {}

  /// Has a file be the answer from now on.
  public OneAnswer give(File file) {
    answer = file;
    return this;
  }

  @Override
  public @Nullable File study() {
    return answer;
  }

  @Override
  public @Nullable File folder() {
    return answer;
  }

  @Override
  public @Nullable File examples() {
    return answer;
  }

  @Override
  public @Nullable File pattern() {
    return answer;
  }

  @Override
  public @Nullable File table(String name) {
    return answer;
  }

  @Override
  public @Nullable File save(String name) {
    return answer;
  }
}
