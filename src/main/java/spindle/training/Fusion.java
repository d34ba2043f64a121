package spindle.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import spindle.study.TrialOutcome;

/// Trains some trials of equal structure together; if memory does not suffice for all of them, each
/// half for itself.
///
/// @param material its program as [spindle.program.FusedProgram] compiles it
/// @param device manager of the device
record Fusion(Material material, NDManager device) {

  /// Returns how each trial ended, in order.
  List<TrialOutcome> train(List<Member> members) {
    try (FusedRun run = new FusedRun(members, material, device)) {
      return run.run();
    } catch (EngineException e) {
      TrialOutcome end = EngineFailure.outcome(e, 0);
      if (!(end instanceof TrialOutcome.OutOfMemory) || members.size() == 1) {
        return Collections.nCopies(members.size(), end);
      }
    }
    int half = members.size() / 2;
    return Stream.of(members.subList(0, half), members.subList(half, members.size()))
        .flatMap(part -> train(part).stream())
        .toList();
  }
}
