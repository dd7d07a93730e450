package dev.garrison.detection;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.script.Approval;
import dev.garrison.mecm.script.NewScript;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.mecm.script.SiteScript;
import dev.garrison.session.Writing.Deeds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our script among those of the site: found, proven, made and approved. */
final class Library {
  private static final String CREATE = "CREATE";
  private static final String APPROVE = "APPROVE";

  private final RunScripts scripts;
  private final DetectionScript ours;

  Library(RunScripts scripts, DetectionScript ours) {
    this.scripts = scripts;
    this.ours = ours;
  }

  /** Of what has to be there, the site's metadata is asked before anything else. */
  void requireOffered() {
    List<String> missing = scripts.missing();
    if (!missing.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              DetectionCode.RUN_SCRIPTS_NOT_OFFERED,
              "This site does not offer Run Scripts over its administration service: %s."
                  .formatted(String.join(", ", missing)),
              "In version 2006 and earlier it is an optional feature: Administration > Updates and Servicing > Features. Else run the test by hand, as Microsoft describes it."));
    }
  }

  /**
   * What the site has of it.
   *
   * @throws RefusalException when a script of its GUID or name has another text
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
            DetectionCode.SCRIPT_IS_ANOTHER,
            "The script '%s' (%s) of the site is not ours: its SHA-256 is %s, ours %s."
                .formatted(
                    other.name(),
                    other.guid(),
                    other.hash().isEmpty() ? "not said" : other.hash().toLowerCase(Locale.ROOT),
                    ours.digest().hex()),
            "It was not run. Find out who changed it, then delete it: Software Library > Scripts."));
  }

  /**
   * Makes the script and has it approved.
   *
   * @return its GUID
   * @throws RefusalException when it is not as sent, or another person has to approve it
   */
  String made(String identity, Deeds deeds) {
    Map<String, String> facts = Map.of("guid", ours.guid(), "sha256", ours.digest().hex());
    deeds.about(subject(), CREATE, facts);
    try {
      scripts.create(new NewScript(ours.guid(), ours.name(), identity, ours.content()));
    } catch (AdminServiceException failure) {
      if (failure.kind() != FailureKind.LOST_ANSWER) {
        throw told(deeds, failure.diagnostics().getFirst(), failure);
      }
    }
    // Whatever was answered: a fresh read tells (ADR 0007).
    if (!(standing() instanceof ScriptStanding.There)) {
      throw told(
          deeds,
          Diagnostic.error(
              DetectionCode.SCRIPT_NOT_AS_SENT,
              "The script '%s' was made, but reading it back shows none.".formatted(ours.name()),
              "Look in the console, Software Library > Scripts, and whether the account may read SMS Scripts; then run again."),
          null);
    }
    deeds.told(subject(), CREATE, "done", "", facts);
    approve(identity, deeds, facts);
    return ours.guid();
  }

  private void approve(String identity, Deeds deeds, Map<String, String> facts) {
    deeds.about(subject(), APPROVE, facts);
    Optional<Diagnostic> refused = Optional.empty();
    try {
      scripts.approve(ours.guid(), identity, "garrison test-detection");
    } catch (AdminServiceException failure) {
      refused = Optional.of(failure.diagnostics().getFirst());
    }
    ScriptStanding standing = standing();
    Optional<Diagnostic> obstacle = standing.obstacle(ours.name());
    if (obstacle.isPresent()) {
      deeds.told(
          subject(),
          APPROVE,
          "failed",
          refused.map(Diagnostic::problem).orElse(standing.words()),
          facts);
      throw new RefusalException(obstacle.get());
    }
    deeds.told(subject(), APPROVE, "done", "", facts);
  }

  private Address subject() {
    return new Address("script", ours.name());
  }

  private RefusalException told(Deeds deeds, Diagnostic why, @Nullable Exception cause) {
    deeds.told(subject(), CREATE, "failed", why.problem(), Map.of());
    return cause == null ? new RefusalException(why) : new RefusalException(why, cause);
  }
}
