package dev.garrison;

import dev.garrison.wiring.Program;
import java.util.Locale;

/** Entry point of the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // What is recorded, compared and printed is English: its numbers and times are too.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    System.exit(Program.create().run(args));
  }
}
