package spindle.study;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What trials are computed on.
public sealed interface Device {

  /// The processor.
  record Cpu() implements Device {
    @Override
    public String label() {
      return "cpu";
    }
  }

  /// A graphics card.
  ///
  /// @param index number of the card, from 0
  record Gpu(int index) implements Device {
    /// Checks the index.
    ///
    /// @throws IllegalArgumentException if it is negative
    public Gpu {
      if (index < 0) {
        throw new IllegalArgumentException("graphics cards are counted from 0: " + index);
      }
    }

    @Override
    public String label() {
      return "gpu:" + index;
    }
  }

  /// Returns the name that is shown and parsed: `cpu`, `gpu:0`, `gpu:1`, …
  String label();

  /// Returns the device of a name; `gpu` is `gpu:0`.
  ///
  /// @throws IllegalArgumentException if it names none
  static Device parse(String name) {
    Matcher gpu = Pattern.compile("gpu(:(\\d{1,4}))?").matcher(name.toLowerCase(Locale.ROOT));
    if (gpu.matches()) {
      return new Gpu(gpu.group(2) == null ? 0 : Integer.parseInt(gpu.group(2)));
    }
    if (name.equalsIgnoreCase("cpu")) {
      return new Cpu();
    }
    throw new IllegalArgumentException(
        "unknown device \"" + name + "\" (known: cpu, gpu, gpu:0, gpu:1 and so on)");
  }
}
