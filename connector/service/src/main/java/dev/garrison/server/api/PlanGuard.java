package dev.garrison.server.api;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.server.reading.PlanReach;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.Optional;

/** Refuses approvals that cannot be meant, before a run begins. */
final class PlanGuard {
  private static final int CONFLICT = 409;

  private final Manifest manifest;
  private final Instant now;

  PlanGuard(Manifest manifest, Instant now) {
    this.manifest = manifest;
    this.now = now;
  }

  /**
   * Requires that a plan can be approved, and was confirmed as it needs to be.
   *
   * @param servers the number that the approver typed
   * @param reviewed the answer of the approver's form; empty where no form asked
   * @throws ApiProblem otherwise
   */
  void require(StoredPlan stored, Optional<String> servers, Optional<String> reviewed) {
    if (!now.isBefore(stored.expires())) {
      throw ApiProblem.of(
          CONFLICT,
          Diagnostic.error(
              EngineCode.PLAN_EXPIRED,
              Message.of("request.plan-expired", "time", stored.expires())));
    }
    requireReviewed(reviewed);
    PlanReach reach = PlanReach.of(stored.plan(), manifest);
    if (!reach.removals().isEmpty()
        && servers.map(String::strip).filter(reach.confirmation()::equals).isEmpty()) {
      throw ApiProblem.of(
          CONFLICT,
          ServerCode.SERVERS_NOT_CONFIRMED,
          reach.isKnown()
              ? Message.of("request.servers-not-confirmed")
              : Message.of("request.objects-not-confirmed"));
    }
  }

  /** Requires that a form's question for a review was answered with yes. */
  static void requireReviewed(Optional<String> reviewed) {
    if (reviewed.filter(answer -> !answer.equals("yes")).isPresent()) {
      throw ApiRequest.refused(Message.of("request.not-reviewed"));
    }
  }
}
