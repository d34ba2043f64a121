package spindle.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import spindle.peft.Initial;
import spindle.peft.TrainableTensor;

/// How a program's text names its tensors: `w[i]` a frozen one, `t[i]` a trained one.
///
/// A tensor of the backbone that is trained (BitFit, full fine-tuning) is named by its trained
/// copy, so that whoever writes a layer need not know which of its weights are trained.
final class References {

  private final Map<String, Integer> trained = new HashMap<>();
  private final Map<String, Integer> copies = new HashMap<>();
  private final Map<String, Integer> frozen = new HashMap<>();
  private final List<String> frozenNames = new ArrayList<>();
  private final Set<String> halves = new TreeSet<>();
  private int computed;

  References(List<TrainableTensor> trainables) {
    for (int i = 0; i < trainables.size(); i++) {
      trained.put(trainables.get(i).name(), i);
      if (trainables.get(i).initial() instanceof Initial.CopyOf(String tensor)) {
        copies.put(tensor, i);
      }
    }
    computed = trainables.size();
  }

  /// Names a tensor of the backbone, trained or frozen.
  String backbone(String name) {
    Integer copy = copies.get(name);
    if (copy != null) {
      return "t[" + copy + "]";
    }
    Integer index =
        frozen.computeIfAbsent(
            name,
            _ -> {
              frozenNames.add(name);
              return frozenNames.size() - 1;
            });
    return "w[" + index + "]";
  }

  /// Says whether a tensor of the backbone is frozen, and not trained as a copy.
  boolean isFrozen(String name) {
    return !copies.containsKey(name);
  }

  /// Names frozen tensors that the program wants in bfloat16, one below another; nothing may want
  /// them in float32.
  String half(List<String> names) {
    String joined = String.join("+", names);
    halves.add(joined);
    return backbone(joined);
  }

  /// Returns the frozen tensors that are wanted in bfloat16.
  Set<String> halves() {
    return halves;
  }

  /// Names a trained tensor by our name.
  ///
  /// @throws IllegalArgumentException if the design does not train it
  String trained(String name) {
    Integer index = trained.get(name);
    if (index == null) {
      throw new IllegalArgumentException("the design does not train " + name);
    }
    return "t[" + index + "]";
  }

  /// Says whether the design trains a tensor of this name.
  boolean isTrained(String name) {
    return trained.containsKey(name);
  }

  /// Registers a tensor that the program computes from trained ones, behind them in `t`.
  void addComputed(String name) {
    trained.put(name, computed++);
  }

  /// Returns the frozen tensors that were named so far, in the order of `w`.
  List<String> frozenNames() {
    return List.copyOf(frozenNames);
  }
}
