package dev.garrison;

import dev.garrison.wiring.Program;

/** The entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Program.create().run(args));
  }
}
