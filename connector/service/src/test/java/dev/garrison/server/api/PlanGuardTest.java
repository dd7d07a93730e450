package dev.garrison.server.api;

import static dev.garrison.server.reading.MadePlans.NOW;
import static dev.garrison.server.reading.MadePlans.change;
import static dev.garrison.server.reading.MadePlans.ofRing;
import static dev.garrison.server.reading.MadePlans.plan;
import static dev.garrison.server.reading.MadePlans.shared;
import static dev.garrison.server.reading.MadePlans.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.server.reading.MadePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server refuses approvals that cannot be meant, whatever a page offers. */
final class PlanGuardTest {
  private static final Plan CREATES = plan(change(Action.CREATE, ofRing()));
  private static final Plan DELETES = plan(change(Action.DELETE, ofRing()));
  private static final String NEXT =
      " Review the plan, and send the number. No changes were made. [SERVERS_NOT_CONFIRMED GAR-1097]";

  private static void approve(
      Plan plan, Instant now, Optional<String> servers, Optional<String> reviewed) {
    new PlanGuard(MadePlans.MANIFEST, now).require(stored(plan), servers, reviewed);
  }

  private static String refused(
      Plan plan, Instant now, Optional<String> servers, Optional<String> reviewed) {
    ApiProblem problem =
        catchThrowableOfType(ApiProblem.class, () -> approve(plan, now, servers, reviewed));
    assertThat(problem).isNotNull();
    return "%d %s".formatted(problem.status(), problem.diagnostic());
  }

  @Test
  void aPlanThatDeletesNothingNeedsNoNumber() {
    assertThatCode(() -> approve(CREATES, NOW, Optional.empty(), Optional.empty()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "8", "nine", "90"})
  void aPlanThatDeletesIsRefusedWithoutTheNumberOfItsServers(String typed) {
    assertThat(refused(DELETES, NOW, Optional.ofNullable(typed), Optional.of("yes")))
        .isEqualTo(
            "409 The plan deletes objects, but \"servers\" isn't the number of servers that the plan affects."
                + NEXT);
  }

  @Test
  void aPlanThatDeletesIsApprovedWithTheNumberOfItsServers() {
    assertThatCode(() -> approve(DELETES, NOW, Optional.of(" 9 "), Optional.of("yes")))
        .doesNotThrowAnyException();
  }

  @Test
  void whereTheServersAreUnknownTheNumberOfDeletedObjectsIsNeeded() {
    Plan plan = plan(change(Action.DELETE, shared()));
    assertThat(refused(plan, NOW, Optional.of("9"), Optional.empty()))
        .isEqualTo(
            "409 The plan deletes objects, but \"servers\" isn't the number of objects that the plan deletes."
                + NEXT);
    assertThatCode(() -> approve(plan, NOW, Optional.of("1"), Optional.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void aPlanThatExpiredIsRefused() {
    assertThat(refused(CREATES, NOW.plus(Duration.ofDays(1)), Optional.empty(), Optional.empty()))
        .isEqualTo(
            "409 The plan expired at 2026-11-25T21:00:00Z. Run the job again for a new plan. No changes were made. [PLAN_EXPIRED GAR-0510]");
  }

  @Test
  void aFormWithoutTheReviewIsRefused() {
    assertThat(refused(CREATES, NOW, Optional.empty(), Optional.of("")))
        .isEqualTo(
            "400 The changes weren't confirmed as reviewed. See GET /api/v1/openapi.json for valid requests. [REQUEST_REFUSED GAR-1088]");
  }
}
