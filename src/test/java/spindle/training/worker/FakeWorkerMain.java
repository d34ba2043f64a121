package spindle.training.worker;

import java.util.List;

/// The program of a worker with a fake trainer.
final class FakeWorkerMain {

  private FakeWorkerMain() {}

  static void main(String[] args) {
    WorkerMain.run(List.of(args), FakeTrainer::open);
  }
}
