package dev.garrison.runscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.script.Approval;
import dev.garrison.mecm.script.NewScript;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.mecm.script.SiteScript;
import dev.garrison.session.WriteSession.Deeds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Garrison's script among those of the site: finds, checks, creates and approves it. */
final class ScriptLibrary {
  private static final String CREATE = "CREATE";
  private static final String APPROVE = "APPROVE";

  /** Failures by which a site says that the account may not approve the script, or not its own. */
  private static final Set<FailureKind> SAYS_NO =
      Set.of(FailureKind.ACCESS_DENIED, FailureKind.REFUSED);

  private final RunScripts scripts;
  private final TestScript ours;

  ScriptLibrary(RunScripts scripts, TestScript ours) {
    this.scripts = scripts;
    this.ours = ours;
  }

  /** Requires that the site offers Run Scripts. Its metadata is checked before anything else. */
  static void requireOffered(RunScripts scripts) {
    List<String> missing = scripts.missing();
    if (!missing.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              TestCode.RUN_SCRIPTS_NOT_OFFERED,
              Message.of("script.not-offered", "missing", missing)));
    }
  }

  /**
   * Status of the script on the site.
   *
   * @throws RefusalException when a script with its GUID or name has another text
   */
  ScriptStanding standing() {
    Optional<SiteScript> own = scripts.find(ours.guid());
    List<SiteScript> found = own.map(List::of).orElseGet(() -> scripts.named(ours.name()));
    found.stream()
        .filter(script -> !script.holds(ours.digest().hex(), ours.content()))
        .findFirst()
        .ifPresent(this::refuse);
    return found.stream()
        .filter(script -> script.approval().equals(Approval.APPROVED))
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(ScriptStanding::of)
        .orElseGet(ScriptStanding.Missing::new);
  }

  private void refuse(SiteScript other) {
    throw new RefusalException(
        Diagnostic.error(
            TestCode.SCRIPT_IS_ANOTHER,
            Message.of(
                "script.other",
                "script",
                other.name(),
                "guid",
                other.guid(),
                "found",
                other.hash().isEmpty()
                    ? Text.of("script.no-digest")
                    : other.hash().toLowerCase(Locale.ROOT),
                "expected",
                ours.digest().hex())));
  }

  /** SHA-256 of Garrison's text, as the site's ScriptHash should be. */
  String digest() {
    return ours.digest().hex();
  }

  /**
   * Requires that the script is still there, unchanged and approved. Read again before each run of
   * it, because people can edit it, or withdraw their approval, at any time.
   *
   * @throws RefusalException when it is not, or not approved, as it was
   */
  void requireUnchanged(String guid) {
    ScriptStanding standing = standing();
    standing
        .obstacle(ours.name())
        .ifPresent(why -> {
          throw new RefusalException(why);
        });
    if (!(standing instanceof ScriptStanding.There there) || !there.guid().equals(guid)) {
      throw new RefusalException(
          Diagnostic.error(
              TestCode.SCRIPT_GONE,
              Message.of("script.gone", "script", ours.name(), "guid", guid)));
    }
  }

  /**
   * Creates the script and has it approved.
   *
   * @param command the command that the approval names
   * @return its GUID
   * @throws RefusalException when it is not as sent, or another person has to approve it
   */
  String made(String identity, String command, Deeds deeds) {
    create(identity, deeds);
    approve(identity, command, deeds);
    return ours.guid();
  }

  private void create(String identity, Deeds deeds) {
    deeds.about(subject(), CREATE, facts());
    Optional<AdminServiceException> failure =
        tried(() ->
            scripts.create(new NewScript(ours.guid(), ours.name(), identity, ours.content())));
    // Whatever was answered: a fresh read tells (ADR 0007).
    if (readBack(CREATE, deeds) instanceof ScriptStanding.There) {
      deeds.told(subject(), CREATE, "done", "", facts());
      return;
    }
    Diagnostic why =
        failure
            .filter(refused -> refused.kind() != FailureKind.LOST_ANSWER)
            .map(refused -> refused.diagnostics().getFirst())
            .orElseGet(() ->
                Diagnostic.error(
                    TestCode.SCRIPT_NOT_AS_SENT,
                    Message.of("script.not-as-sent", "script", ours.name())));
    deeds.told(subject(), CREATE, "failed", why.problem(), facts());
    throw new RefusalException(why);
  }

  private void approve(String identity, String command, Deeds deeds) {
    deeds.about(subject(), APPROVE, facts());
    Optional<AdminServiceException> failure =
        tried(() -> scripts.approve(ours.guid(), identity, command));
    ScriptStanding standing = readBack(APPROVE, deeds);
    Optional<Diagnostic> obstacle = standing.obstacle(ours.name());
    if (obstacle.isEmpty()) {
      deeds.told(subject(), APPROVE, "done", "", facts());
      return;
    }
    deeds.told(
        subject(),
        APPROVE,
        "failed",
        failure
            .map(refused -> refused.diagnostics().getFirst().problem())
            .orElseGet(() -> standing.words().toString()),
        facts());
    throw new RefusalException(
        failure
            .filter(refused -> !SAYS_NO.contains(refused.kind()))
            .map(refused -> notAsked(refused.diagnostics().getFirst()))
            .orElseGet(obstacle::get));
  }

  private Diagnostic notAsked(Diagnostic failure) {
    return Diagnostic.error(
        TestCode.APPROVAL_NOT_ASKED,
        Message.of(
            "script.not-asked", "script", ours.name(), "problem", failure.message().problem()));
  }

  private static Optional<AdminServiceException> tried(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (AdminServiceException failure) {
      return Optional.of(failure);
    }
  }

  /** Reads the status on the site; if it cannot be read, the journal records this. */
  private ScriptStanding readBack(String deed, Deeds deeds) {
    try {
      return standing();
    } catch (RefusalException refusal) {
      deeds.told(subject(), deed, "unknown", refusal.diagnostics().getFirst().problem(), facts());
      throw refusal;
    }
  }

  private Map<String, String> facts() {
    return Map.of("guid", ours.guid(), "sha256", digest());
  }

  private Address subject() {
    return new Address("script", ours.name());
  }
}
