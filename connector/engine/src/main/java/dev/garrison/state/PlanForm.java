package dev.garrison.state;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.RecordedAddress;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A plan as plan files and answers hold it. */
public record PlanForm(
    String manifest,
    Digest manifestDigest,
    String site,
    SortedMap<String, String> survey,
    SortedMap<String, String> packages,
    List<Ring> rings,
    List<Offboarding> offboarding,
    List<String> remarks,
    Instant asOf,
    Optional<Instant> validUntil,
    Allowed allowances,
    List<Change> changes,
    List<String> orphans)
    implements JsonForm {
  /** A SHA-256 digest, as hexadecimal digits. */
  record Digest(String hex) implements JsonForm {
    static Digest of(Sha256 digest) {
      return new Digest(digest.hex());
    }

    Sha256 digest() {
      return new Sha256(hex);
    }
  }

  record Ring(String ring, String decision, String reason, int members, int maxDevices)
      implements JsonForm {
    static Ring of(RingDecision ring) {
      return new Ring(
          ring.ring(), ring.decision(), ring.reason(), ring.members(), ring.maxDevices());
    }

    RingDecision decided() {
      return new RingDecision(ring, decision, reason, members, maxDevices);
    }
  }

  record Offboarding(
      String entry,
      String collection,
      List<String> servers,
      @OmittedWhenEmpty Optional<List<String>> rings,
      int maxDevices,
      List<RecordedAddress> through)
      implements JsonForm {
    static Offboarding of(OffboardDecision decision) {
      return new Offboarding(
          decision.entry(),
          decision.collection(),
          decision.servers(),
          Optional.of(decision.rings()).filter(rings -> !rings.isEmpty()),
          decision.maxDevices(),
          decision.through().stream().map(RecordedAddress::of).toList());
    }

    OffboardDecision decided() {
      return new OffboardDecision(
          entry,
          collection,
          servers,
          rings.orElse(List.of()),
          maxDevices,
          through.stream().map(RecordedAddress::address).toList());
    }
  }

  record Allowed(boolean prune, boolean downgrade) implements JsonForm {
    static Allowed of(Allowances allowances) {
      return new Allowed(allowances.prune(), allowances.downgrade());
    }

    Allowances allowances() {
      return new Allowances(prune, downgrade);
    }
  }

  record Changed(String path, Optional<String> before, Optional<String> after) implements JsonForm {
    static Changed of(Difference difference) {
      return new Changed(difference.path(), difference.before(), difference.after());
    }

    Difference difference() {
      return new Difference(path, before, after);
    }
  }

  record Step(String console, String powershell) implements JsonForm {
    static Step of(ManualStep step) {
      return new Step(step.console(), step.powershell());
    }

    ManualStep step() {
      return new ManualStep(console, powershell);
    }
  }

  record Blocked(String problem, String remedy) implements JsonForm {
    static Blocked of(Blockage blockage) {
      return new Blocked(blockage.problem(), blockage.remedy());
    }

    Blockage blockage() {
      return new Blockage(problem, remedy);
    }
  }

  record Change(
      RecordedAddress address,
      String action,
      String summary,
      List<Changed> differences,
      List<String> notes,
      Optional<Step> step,
      String fingerprint,
      List<RecordedAddress> after,
      @OmittedWhenEmpty Optional<Blocked> blocked)
      implements JsonForm {
    static Change of(PlannedChange change) {
      return new Change(
          RecordedAddress.of(change.address()),
          change.action().name(),
          change.summary(),
          change.differences().stream().map(Changed::of).toList(),
          change.notes(),
          change.step().map(Step::of),
          change.fingerprint(),
          change.after().stream().map(RecordedAddress::of).toList(),
          change.blocked().map(Blocked::of));
    }

    PlannedChange change() {
      return new PlannedChange(
          address.address(),
          Action.valueOf(action),
          summary,
          differences.stream().map(Changed::difference).toList(),
          notes,
          step.map(Step::step),
          fingerprint,
          after.stream().map(RecordedAddress::address).toList(),
          blocked.map(Blocked::blockage));
    }
  }

  /** Converts a plan. */
  public static PlanForm of(Plan plan) {
    return new PlanForm(
        plan.manifest(),
        Digest.of(plan.manifestDigest()),
        plan.site(),
        new TreeMap<>(plan.survey()),
        new TreeMap<>(plan.packages()),
        plan.rings().stream().map(Ring::of).toList(),
        plan.offboarding().stream().map(Offboarding::of).toList(),
        plan.remarks(),
        plan.asOf(),
        plan.validUntil(),
        Allowed.of(plan.allowances()),
        plan.changes().stream().map(Change::of).toList(),
        plan.orphans());
  }

  /**
   * The plan that was recorded.
   *
   * @throws IllegalArgumentException when a part is not one that a plan can have
   */
  Plan plan() {
    return new Plan(
        manifest,
        manifestDigest.digest(),
        site,
        survey,
        packages,
        rings.stream().map(Ring::decided).toList(),
        offboarding.stream().map(Offboarding::decided).toList(),
        remarks,
        asOf,
        validUntil,
        allowances.allowances(),
        changes.stream().map(Change::change).toList(),
        orphans);
  }
}
