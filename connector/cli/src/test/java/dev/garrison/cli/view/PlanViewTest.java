package dev.garrison.cli.view;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanViewTest {
  private final ThingServer server = new ThingServer();

  @Test
  void theScreenShowsWhatChangesAndEndsWithTheVerdict() {
    server.things.put("b", ours("1"));
    server.things.put("c", ours("1"));
    server.things.put("old", ours("1"));
    String screen =
        PlanView.render(
            plan(
                    server,
                    intent(wanted("a", ours("1")), wanted("b", ours("2")), wanted("c", ours("1"))))
                .plan());
    assertThat(screen.lines())
        .containsExactly(
            "contoso-prod \u00b7 site PS1",
            "Packages   onboarding      sha256 abc",
            "",
            "  + thing a  a thing",
            "  ~ thing b  a thing",
            "          value: \"1\" -> \"2\"",
            "",
            "  Before you apply",
            "    - ring pilot is open (it is the first ring): 12 servers now, at most 25",
            "    - thing/old is ours and no longer wanted; 'garrison plan --prune' deletes it",
            "",
            "Plan: 1 to create, 1 to change, 0 to delete, 0 wait, 0 by hand.");
  }

  @Test
  void nothingToDoIsSaidInOneSentence() {
    server.things.put("a", ours("1"));
    assertThat(PlanView.render(plan(server, intent(wanted("a", ours("1")))).plan()).lines())
        .last()
        .isEqualTo("Plan: nothing to do. 1 objects are as the manifest says.");
  }

  @Test
  void whatNeedsNothingButAttentionIsShownWithItsNote() {
    server.things.put("a", ours("1"));
    Plan plan = plan(server, intent(wanted("a", ours("1")))).plan();
    PlannedChange change =
        new PlannedChange(
            address("a"),
            Action.NO_OP,
            "stays in folder 'Security'",
            List.of(),
            List.of("somebody put it there"),
            Optional.empty(),
            "missing",
            List.of());
    Plan noted =
        new Plan(
            plan.manifest(),
            plan.manifestDigest(),
            plan.site(),
            plan.survey(),
            plan.packages(),
            plan.rings(),
            plan.offboarding(),
            plan.remarks(),
            plan.asOf(),
            plan.validUntil(),
            plan.allowances(),
            List.of(change),
            List.of());
    assertThat(PlanView.render(noted).lines())
        .contains("  = thing a  stays in folder 'Security'", "          somebody put it there")
        .last()
        .isEqualTo("Plan: nothing to do. 1 objects are as the manifest says.");
  }

  @Test
  void whatWaitsIsShownWithItsReason() {
    server.things.put("b", ours("1"));
    server.staysBusyWith.add("b");
    assertThat(
            PlanView.render(
                    plan(
                            server,
                            intent(wanted("a", ours("1").needing("b")), wanted("b", ours("1"))))
                        .plan())
                .lines())
        .contains("  . thing b  the server is still at work", "  . thing a  waits for thing/b")
        .last()
        .isEqualTo("Plan: 0 to create, 0 to change, 0 to delete, 2 wait, 0 by hand.");
  }
}
