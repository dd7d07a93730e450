package dev.garrison.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.plan.Plan;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.json.Recorded;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A plan as it is stored in a file, with the data that a change board adds. It is a record of
 * decisions and cannot write anything: apply computes the changes again and compares (ADR 0004), so
 * editing it gains nothing.
 *
 * @param format {@link #FORMAT}
 * @param madeBy the version of Garrison
 * @param changeId the change board's number
 * @param expires apply refuses the plan from then on
 * @param digest of everything else in it, also of the change number and the expiry: a later
 *     alteration shows, unless the digest was computed again
 */
public record StoredPlan(
    String format,
    String madeBy,
    Optional<String> changeId,
    Instant expires,
    Plan plan,
    Sha256 digest) {
  /** Format of the file; a file of another format is not read. */
  public static final String FORMAT = "garrison-plan/2";

  private static final Json JSON = new Json();
  private static final String CHANGE_ID = "changeId";
  private static final String DIGEST = "digest";
  private static final Sha256 UNKNOWN = Sha256.of("");

  /** A plan in the current format. */
  public StoredPlan(String madeBy, Optional<String> changeId, Instant expires, Plan plan) {
    this(
        FORMAT,
        madeBy,
        changeId,
        expires,
        plan,
        whole(JSON.tree(Form.of(FORMAT, madeBy, changeId, expires, plan, UNKNOWN))));
  }

  /** The plan as files, histories and answers of the API hold it. */
  public record Form(
      String format,
      String madeBy,
      Optional<String> changeId,
      Instant expires,
      PlanForm plan,
      PlanForm.Digest digest)
      implements JsonForm {
    private static Form of(
        String format,
        String madeBy,
        Optional<String> changeId,
        Instant expires,
        Plan plan,
        Sha256 digest) {
      return new Form(
          format, madeBy, changeId, expires, PlanForm.of(plan), PlanForm.Digest.of(digest));
    }
  }

  /** The form in which it is written. */
  public Form form() {
    return Form.of(format, madeBy, changeId, expires, plan, digest);
  }

  /**
   * Reads a plan of this or another version.
   *
   * @throws JsonException when the tree is not a plan
   */
  public static Recorded<StoredPlan> read(Json json, JsonNode tree) {
    Recorded<Form> recorded = json.recorded(tree, Form.class);
    Form form = recorded.value();
    try {
      return new Recorded<>(
          new StoredPlan(
              form.format(),
              form.madeBy(),
              form.changeId(),
              form.expires(),
              form.plan().plan(),
              form.digest().digest()),
          recorded.unknown());
    } catch (IllegalArgumentException e) {
      throw new JsonException(Text.of("json.no-plan-part"), e);
    }
  }

  /** Whether the digest in the tree matches the rest of the tree, including unknown parts. */
  public static boolean holds(JsonNode tree) {
    return tree instanceof ObjectNode all
        && tree.path(DIGEST).path("hex").asText().equals(whole(all).hex());
  }

  private static Sha256 whole(ObjectNode tree) {
    ObjectNode rest = tree.deepCopy().without(DIGEST);
    if (rest.path(CHANGE_ID).isNull()) {
      rest.remove(CHANGE_ID);
    }
    return Sha256.of(JSON.canonical(rest));
  }
}
