package dev.garrison.payload.powershell;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.language.Message;
import dev.garrison.language.Text;

/** Problems with install.ps1. */
public enum ScriptCode implements DiagnosticCode {
  SCRIPT_DAMAGED(424),
  SCRIPT_OF_ANOTHER_KIND(425),
  SCRIPT_PASTED(426),
  SCRIPT_OLD(427),
  /** A restart by Windows Installer cannot be excluded. */
  INSTALL_CALL_UNKNOWN(584);

  private static final Text AGAIN = Text.of("install-script.download-again");

  private final int number;

  ScriptCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  static Diagnostic damaged(String file, Text how) {
    return error(SCRIPT_DAMAGED, Text.of("package.damaged", "file", file, "reason", how));
  }

  static Diagnostic anotherKind(String file, Text missing) {
    return error(
        SCRIPT_OF_ANOTHER_KIND,
        Text.of("install-script.of-another-kind", "file", file, "reason", missing));
  }

  static Diagnostic pasted(String file, boolean onlyLineEnds) {
    return error(
        SCRIPT_PASTED,
        onlyLineEnds
            ? Text.of("install-script.pasted", "file", file)
            : Text.of("install-script.pasted-and-changed", "file", file));
  }

  static Diagnostic unknownCall(String file) {
    return Diagnostic.warning(
        INSTALL_CALL_UNKNOWN, Message.of("install-script.unknown-call", "file", file));
  }

  static Diagnostic old(String file) {
    return Diagnostic.warning(SCRIPT_OLD, Message.of("install-script.old", "file", file));
  }

  private static Diagnostic error(ScriptCode code, Text problem) {
    return Diagnostic.error(code, new Message(problem, AGAIN));
  }
}
