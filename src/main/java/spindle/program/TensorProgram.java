package spindle.program;

import java.util.List;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;

/// A design compiled to TorchScript text, with the tensors that it wants.
///
/// All trained tensors lie one after the other in one vector `theta` of `N` scalars. The letters of
/// the shapes: B batch, S tokens, D hidden width, H heads, C outputs, L layers.
///
/// | method | arguments | result |
/// |---|---|---|
/// | `logits` | ids, types, mask `(B, S)`, theta `(N)`, w | `(B, C)` |
/// | `hidden` | the same | the stack of all hidden states, `(L + 1, B, S, D)` |
/// | `lower` | ids, types, mask, theta, w | hidden state below the first trained layer, `(B, S, D)` |
/// | `upper` | that state, mask, theta, w | `(B, C)` |
/// | `accumulate` | ids, types, mask, labels `(B)`, share `()`, theta, gradient `(N)`, w | loss `()`; adds to gradient |
/// | `accumulate_upper` | state, mask, labels, share, theta, gradient, w | the same |
/// | `update` | schedule `(4)`, theta, gradient, mean, square, rate, decay `(N)` | gradient norm `()`; one AdamW step |
///
/// @param text the methods of the module
/// @param frozen names of the backbone's tensors that make up the list `w`, in order
/// @param trainables what `theta` holds, in order
/// @param head the task head
/// @param firstTrained the first layer that trains anything; 0 also if the embeddings do
public record TensorProgram(
    String text,
    List<String> frozen,
    List<TrainableTensor> trainables,
    Head head,
    int firstTrained) {

  /// Copies the lists.
  public TensorProgram {
    frozen = List.copyOf(frozen);
    trainables = List.copyOf(trainables);
  }

  /// Returns the length `N` of the vector of all trained scalars.
  public long trainedScalars() {
    return trainables.stream().mapToLong(TrainableTensor::size).sum();
  }
}
