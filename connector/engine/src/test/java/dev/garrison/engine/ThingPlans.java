package dev.garrison.engine;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans over a {@link ThingServer}. */
public final class ThingPlans {
  public static final Instant AS_OF = Instant.parse("2026-11-24T21:00:00Z");

  public static final Instant VALID_UNTIL = Instant.parse("2027-01-31T00:00:00Z");

  private ThingPlans() {}

  /** An intent of these things and nothing else of note. */
  public static Intent intent(Wanted<?>... wanted) {
    return intent(12, java.util.Arrays.asList(wanted));
  }

  /** An intent with one open ring of so many servers. */
  public static Intent intent(int members, List<? extends Wanted<?>> wanted) {
    return new Intent(
        "contoso-prod",
        Sha256.of("manifest"),
        "site PS1",
        Map.of("site.build", "9058"),
        Map.of("onboarding", "abc"),
        List.of(new RingDecision("pilot", "open", "it is the first ring", members, 25)),
        List.of(),
        List.of(),
        AS_OF,
        Optional.of(VALID_UNTIL),
        List.copyOf(wanted),
        List.of());
  }

  /** The plan for an intent on a server. */
  public static Planned plan(ResourceType<Thing> server, Intent intent) {
    return new Planner(new ResourceTypes(List.of(server))).plan(intent, Allowances.NONE);
  }

  /** The plan that also deletes orphans. */
  public static Planned pruning(ThingServer server, Intent intent) {
    return new Planner(new ResourceTypes(List.of(server)))
        .plan(intent, new Allowances(true, false));
  }
}
