package dev.garrison.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.plan.Plan;
import dev.garrison.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A plan as it lies in a file, with what a change board adds to it. It is a record of what was
 * decided and cannot write anything by itself: apply computes again and compares (ADR 0004), so
 * editing it gains nothing.
 *
 * @param format {@link #FORMAT}
 * @param madeBy the version of Garrison
 * @param changeId the change board's number
 * @param expires apply refuses the plan from then on
 * @param digest of everything else in it, also of the change number and the expiry: what was
 *     altered later shows, unless its digest was computed again
 */
public record StoredPlan(
    String format,
    String madeBy,
    Optional<String> changeId,
    Instant expires,
    Plan plan,
    Sha256 digest) {
  /** The form of the file; another form is not read. */
  public static final String FORMAT = "garrison-plan/2";

  private static final Json JSON = new Json();

  /** A plan in the present form. */
  public StoredPlan(String madeBy, Optional<String> changeId, Instant expires, Plan plan) {
    this(FORMAT, madeBy, changeId, expires, plan, whole(FORMAT, madeBy, changeId, expires, plan));
  }

  /** Whether the digest is that of the rest. */
  public boolean holds() {
    return digest.equals(whole(format, madeBy, changeId, expires, plan));
  }

  private static Sha256 whole(
      String format, String madeBy, Optional<String> changeId, Instant expires, Plan plan) {
    ObjectNode all =
        JSON.object()
            .put("format", format)
            .put("madeBy", madeBy)
            .put("expires", expires.toString());
    changeId.ifPresent(id -> all.put("changeId", id));
    all.set("plan", JSON.tree(plan));
    return Sha256.of(JSON.canonical(all));
  }
}
