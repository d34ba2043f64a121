package spindle.program;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a program's text handles trained tensors: those of one trial, or those of several trials of
/// equal structure, each stacked along a first axis K.
///
/// Both have methods of the same names; what differs is in pieces of the folder `stacked`.
enum Dialect {
  /// Trained tensors have their own shapes, `theta` is `(N)`.
  ONE("", "torch.linear", "torch.add"),
  /// Trained tensors have an axis K before their own, `theta` is `(K, N)`; the rows of all trials
  /// lie one after the other in the batch, `(K B, …)`.
  STACKED("stacked/", "self.linear", "self.added");

  private final String folder;
  private final String linear;
  private final String added;

  Dialect(String folder, String linear, String added) {
    this.folder = folder;
    this.linear = linear;
    this.added = added;
  }

  /// Returns the folders in which pieces are looked for, in order.
  List<String> folders() {
    return Stream.of(folder, "").distinct().toList();
  }

  /// Returns pieces that every program of this form begins with.
  List<String> own() {
    return switch (this) {
      case ONE -> List.of();
      case STACKED -> List.of("several");
    };
  }

  /// Returns a linear map, a call with its input, weight and, if it has one, bias, of which each
  /// may be trained.
  String linear(String... arguments) {
    String call = arguments.length == 3 ? linear : "torch.linear";
    return Arrays.stream(arguments).collect(Collectors.joining(", ", call + "(", ")"));
  }

  /// Returns the sum of states and a bias that may be trained.
  String added(String states, String bias) {
    return added + "(" + states + ", " + bias + ")";
  }

  /// Returns the axes of a view of some columns of `theta` as a tensor.
  String axes(List<Long> shape) {
    List<Long> axes =
        switch (this) {
          case ONE -> shape;
          case STACKED -> Stream.concat(Stream.of(-1L), shape.stream()).toList();
        };
    return axes.toString();
  }

  /// Returns the place of an axis of a trained tensor.
  int axis(int own) {
    return switch (this) {
      case ONE -> own;
      case STACKED -> own + 1;
    };
  }
}
