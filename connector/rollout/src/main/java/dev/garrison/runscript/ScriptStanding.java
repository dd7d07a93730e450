package dev.garrison.runscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.script.Approval;
import dev.garrison.mecm.script.SiteScript;
import java.util.Optional;

/** What the site has of our script. */
public sealed interface ScriptStanding {
  /** Nothing: it has to be made, and approved. */
  record Missing() implements ScriptStanding {}

  /** Exactly our text. */
  record There(String guid, Approval approval, String approver) implements ScriptStanding {}

  /** In words. */
  default String words() {
    return switch (this) {
      case Missing _ ->
          "not there: it is made, and approved where the site lets its author do that";
      case There there when there.approver().isEmpty() -> there.approval().words();
      case There there -> there.approval().words() + " by " + there.approver();
    };
  }

  /** Why it may not run as it is; empty where it may, or can be made. */
  default Optional<Diagnostic> obstacle(String name) {
    return switch (this) {
      case Missing _ -> Optional.empty();
      case There there when there.approval().equals(Approval.APPROVED) -> Optional.empty();
      case There there when there.approval().equals(Approval.WAITING) -> Optional.of(waits(name));
      case There there ->
          Optional.of(
              Diagnostic.error(
                  TestCode.SCRIPT_DENIED,
                  "The script '%s' is %s on the site.".formatted(name, there.words()),
                  "It was not run. Ask who decided that: Software Library > Scripts > Approve/Deny."));
    };
  }

  /** That a person has to act. */
  static Diagnostic waits(String name) {
    return Diagnostic.error(
        TestCode.SCRIPT_NOT_APPROVED,
        "The script '%s' waits for approval.".formatted(name),
        "It was not run. Another person approves it in the console: Software Library > Scripts > '%s' > Approve/Deny. Then run this again."
            .formatted(name));
  }

  /** Whether nothing but a person's approval is missing. */
  static boolean isForPerson(Diagnostic why) {
    return why.code() == TestCode.SCRIPT_NOT_APPROVED;
  }

  static ScriptStanding of(SiteScript script) {
    return new There(script.guid(), script.approval(), script.approver());
  }
}
