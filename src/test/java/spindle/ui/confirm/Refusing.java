package spindle.ui.confirm;

import java.util.List;
import java.util.function.Consumer;
import spindle.study.AttemptId;
import spindle.study.CommandAnswer;
import spindle.study.MetricPoint;
import spindle.study.StudyCommand;
import spindle.ui.session.StudyAccess;
import spindle.ui.session.StudySnapshot;

/// A study that can be looked at and refuses every order.
record Refusing(StudyAccess study) implements StudyAccess {

  @Override
  public Runnable listen(Consumer<StudySnapshot> hearer) {
    return study.listen(hearer);
  }

  @Override
  public CommandAnswer send(StudyCommand command) {
    return new CommandAnswer.Refused("not now");
  }

  @Override
  public List<MetricPoint> curve(AttemptId attempt, String metric) {
    return study.curve(attempt, metric);
  }
}
