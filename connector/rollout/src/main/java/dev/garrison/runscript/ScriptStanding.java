package dev.garrison.runscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.script.Approval;
import dev.garrison.mecm.script.SiteScript;
import java.util.Optional;

/** Status of Garrison's script on the site. */
public sealed interface ScriptStanding {
  /** The script does not exist: it has to be created and approved. */
  record Missing() implements ScriptStanding {}

  /** The script exists with exactly Garrison's text. */
  record There(String guid, Approval approval, String approver) implements ScriptStanding {}

  /** The status in words. */
  default Text words() {
    return switch (this) {
      case Missing _ -> Text.of("test-script.missing");
      case There there when there.approver().isEmpty() -> there.approval().words();
      case There there ->
          Text.of(
              "test-script.approved-by",
              "state",
              there.approval().words(),
              "approver",
              there.approver());
    };
  }

  /** Reason why the script may not run as it is; empty if it may, or can be created. */
  default Optional<Diagnostic> obstacle(String name) {
    return switch (this) {
      case Missing _ -> Optional.empty();
      case There there when there.approval().equals(Approval.APPROVED) -> Optional.empty();
      case There there when there.approval().equals(Approval.WAITING) -> Optional.of(waits(name));
      case There there ->
          Optional.of(
              Diagnostic.error(
                  TestCode.SCRIPT_DENIED,
                  Message.of(
                      "script.denied",
                      "script",
                      name,
                      "state",
                      String.valueOf(there.approval().state()),
                      "known",
                      there.approver().isEmpty() ? "no" : "yes",
                      "approver",
                      there.approver())));
    };
  }

  /** Problem that another person has to approve the script. */
  static Diagnostic waits(String name) {
    return Diagnostic.error(
        TestCode.SCRIPT_NOT_APPROVED, Message.of("script.waits", "script", name));
  }

  /** Whether only a person's approval is missing. */
  static boolean isForPerson(Diagnostic why) {
    return why.code() == TestCode.SCRIPT_NOT_APPROVED;
  }

  static ScriptStanding of(SiteScript script) {
    return new There(script.guid(), script.approval(), script.approver());
  }
}
