package dev.garrison.cli;

/** Exit codes of all commands. Scripts and jobs rely on these numbers. */
public final class ExitCode {
  /** Converged, or done. */
  public static final int OK = 0;

  /** An error; the diagnostics name it. */
  public static final int ERROR = 1;

  /** {@code plan} and {@code verify}: changes are pending. */
  public static final int CHANGES = 2;

  /**
   * {@code package inspect}: every file is acceptable, and something about one is suspicious.
   * {@code package signer}: the file is whole, and its signer does not count.
   */
  public static final int WARNINGS = 2;

  /** Only waiting or manual steps are left. */
  public static final int WAITING = 3;

  /** {@code plan}, {@code apply}, {@code verify} and {@code job run}: a person has to act first. */
  public static final int BLOCKED = 4;

  /** {@code import}: the site has nothing that onboards, and nothing was written. */
  public static final int NOTHING_FOUND = 4;

  /** The command line itself was wrong. */
  public static final int USAGE = 64;

  private ExitCode() {}
}
