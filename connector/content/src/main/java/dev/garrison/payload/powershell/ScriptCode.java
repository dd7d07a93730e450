package dev.garrison.payload.powershell;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with install.ps1. */
public enum ScriptCode implements DiagnosticCode {
  SCRIPT_DAMAGED(424),
  SCRIPT_OF_ANOTHER_KIND(425),
  SCRIPT_PASTED(426),
  SCRIPT_OLD(427),
  /** A restart by Windows Installer cannot be excluded. */
  INSTALL_CALL_UNKNOWN(584);

  private static final String AGAIN =
      "Download the repository microsoft/mdefordownlevelserver as a zip and take install.ps1 from it.";

  private final int number;

  ScriptCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  static Diagnostic damaged(String file, String how) {
    return Diagnostic.error(SCRIPT_DAMAGED, "%s is damaged: %s.".formatted(file, how), AGAIN);
  }

  static Diagnostic anotherKind(String file, String missing) {
    return Diagnostic.error(
        SCRIPT_OF_ANOTHER_KIND,
        "%s is a script, but not install.ps1: it has no %s.".formatted(file, missing),
        AGAIN);
  }

  static Diagnostic pasted(String file, boolean onlyLineEnds) {
    String rest =
        onlyLineEnds
            ? " Nothing else was changed."
            : " With its line ends restored the signature does not fit either.";
    return Diagnostic.error(
        SCRIPT_PASTED,
        "The lines of %s end without a carriage return, as after copying its text; that breaks Microsoft's signature.%s"
            .formatted(file, rest),
        AGAIN);
  }

  static Diagnostic unknownCall(String file) {
    return Diagnostic.warning(
        INSTALL_CALL_UNKNOWN,
        "%s calls msiexec in a way that Garrison does not recognize, so that it cannot keep Windows Installer from restarting a server."
            .formatted(file),
        "Use the version of install.ps1 that Garrison was tested with, or expect restarts: the installation is told to accept them.");
  }

  static Diagnostic old(String file) {
    return Diagnostic.warning(
        SCRIPT_OLD,
        "%s is older than 2023-07-13: it lacks the parameter ExtraWebRequestOptions."
            .formatted(file),
        "It demands a folder that it may write even without logs. " + AGAIN);
  }
}
