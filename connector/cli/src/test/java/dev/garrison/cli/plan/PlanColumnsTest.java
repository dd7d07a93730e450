package dev.garrison.cli.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.ThingServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanColumnsTest {
  private final ThingServer server = new ThingServer();

  private List<String> lines() {
    StringWriter out = new StringWriter();
    PlanColumns.ALL.print(
        new PrintWriter(out),
        PlanColumns.rows(
                plan(
                        server,
                        intent(
                            wanted("a", ours("1")), wanted("b", ours("2")), wanted("c", ours("1"))))
                    .plan())
            ::forEach);
    return out.toString().lines().toList();
  }

  @Test
  void eachChangeIsARowAndWhatStaysIsNone() {
    server.things.put("b", ours("1"));
    server.things.put("c", ours("1"));
    assertThat(lines())
        .containsExactly(
            "action,kind,name,summary,values,notes,blocked,remedy",
            "CREATE,thing,a,a thing,\"comment: (none) -> Made by Garrison [garrison:1:contoso-prod]; value: (none) -> 1\",,,",
            "UPDATE,thing,b,a thing,value: 1 -> 2,,,");
  }

  @Test
  void whatIsBlockedHasItsCauseAndRemedy() {
    server.things.put("b", ours("2"));
    server.things.put("c", ours("1"));
    server.things.put("a", ours("1"));
    server.blocked.add("a");
    assertThat(lines()).anyMatch(line -> line.endsWith(",it is stuck,Free it."));
  }
}
