package dev.garrison.mecm.application.model;

/**
 * The commands that run on the server, always as SYSTEM and whether or not a user is logged on.
 *
 * @param installCommandLine the command line that installs
 * @param uninstall the command that uninstalls
 * @param exitCodes the meanings of its exit codes
 * @param experience its run times and its visibility
 */
public record Program(
    String installCommandLine, Uninstall uninstall, ExitCodes exitCodes, Experience experience) {
  public Program {
    installCommandLine = installCommandLine.strip();
  }

  /**
   * Uninstallation of the deployment type.
   *
   * @param setting the content that it needs
   * @param commandLine the command line, empty if it cannot be uninstalled
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
   * Run times, visibility and restart behavior.
   *
   * @param executeTime minutes it usually takes
   * @param maxExecuteTime minutes after which Configuration Manager stops waiting for it
   * @param userInteractionMode visibility of its window
   * @param postInstallBehavior basis of the decision about a restart
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

    /** A hidden program whose exit code decides about a restart. */
    public static Experience hidden(int executeTime, int maxExecuteTime) {
      return new Experience(
          executeTime,
          maxExecuteTime,
          UserInteractionMode.Hidden,
          PostInstallBehavior.BasedOnExitCode);
    }
  }

  /** Visibility of the program's window, spelled as in the digest. */
  public enum UserInteractionMode {
    Normal,
    Minimized,
    Maximized,
    Hidden
  }

  /** Basis of the decision about a restart, spelled as in the digest. */
  public enum PostInstallBehavior {
    BasedOnExitCode,
    NoAction,
    ProgramReboot,
    ForceReboot,
    ForceLogOff
  }
}
