package dev.garrison.mecm.application.model;

/**
 * What runs on the server, always as SYSTEM and whether or not somebody is logged on.
 *
 * @param installCommandLine the command line that installs
 * @param uninstall how it is taken off again
 * @param exitCodes what its exit codes mean
 * @param experience how long it may take and what is seen of it
 */
public record Program(
    String installCommandLine, Uninstall uninstall, ExitCodes exitCodes, Experience experience) {
  public Program {
    installCommandLine = installCommandLine.strip();
  }

  /**
   * How the deployment type is taken off.
   *
   * @param setting which content that needs
   * @param commandLine the command line, empty when it cannot be taken off
   */
  public record Uninstall(Setting setting, String commandLine) {
    public Uninstall {
      commandLine = commandLine.strip();
    }

    /** No uninstall program. */
    public static Uninstall none() {
      return new Uninstall(Setting.NoneRequired, "");
    }

    /** The content that an uninstall needs, spelled as in the digest. */
    public enum Setting {
      SameAsInstall,
      NoneRequired
    }
  }

  /**
   * Times and windows.
   *
   * @param executeTime minutes it usually takes
   * @param maxExecuteTime minutes after which Configuration Manager stops waiting for it
   * @param userInteractionMode what is seen of it
   * @param postInstallBehavior what decides about a restart
   */
  public record Experience(
      int executeTime,
      int maxExecuteTime,
      UserInteractionMode userInteractionMode,
      PostInstallBehavior postInstallBehavior) {
    public Experience {
      if (executeTime < 0 || maxExecuteTime < 0) {
        throw new IllegalArgumentException("a run time is not negative");
      }
    }

    /** Unseen, and the exit code decides about a restart. */
    public static Experience hidden(int executeTime, int maxExecuteTime) {
      return new Experience(
          executeTime,
          maxExecuteTime,
          UserInteractionMode.Hidden,
          PostInstallBehavior.BasedOnExitCode);
    }
  }

  /** How the program's window shows, spelled as in the digest. */
  public enum UserInteractionMode {
    Normal,
    Minimized,
    Maximized,
    Hidden
  }

  /** What decides about a restart, spelled as in the digest. */
  public enum PostInstallBehavior {
    BasedOnExitCode,
    NoAction,
    ProgramReboot,
    ForceReboot,
    ForceLogOff
  }
}
