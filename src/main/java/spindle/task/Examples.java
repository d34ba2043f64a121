package spindle.task;

import java.util.List;

/// The examples of a training file and of a development file, in file order.
record Examples(List<Example> train, List<Example> dev) {

  Examples {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
  }
}
