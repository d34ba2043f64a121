package spindle.app;

/// The entry point of the window, the command line and the worker.
public final class Main {

  private Main() {}

  /// Starts the program.
  public static void main(String[] args) {
    System.out.println("spindle");
  }
}
