package dev.garrison.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.lab.adminservice.endpointprotection.AgentSetting;
import dev.garrison.ring.RingState;
import dev.garrison.servers.RawSite;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A halt on the client-setting route leaves no deployment that would tell the route. */
final class HaltedRouteIT {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String RING = "MDE pilot - all";
  private static final String NAMES =
      "clientSetting: MDE client, onboardingPolicy: MDE onboarding, defenderAgent: 1}\n";
  private static final String NOTED =
      "Servers of ring pilot. {halted: CHG9} {by tester at 2026-11-24T21:02:00Z} {route: client-setting} [garrison:1:trial]";

  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void opensByClientSetting() {
    site = new TrialSite("2509", folder);
    site.manifest().text(site.manifest().text() + "rollout: {method: client-setting, " + NAMES);
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient("MDE client", 1)));
    site.lab().inConsole(console -> console.makePolicy("MDE onboarding", TENANT));
    assertThat(site.converge()).isEmpty();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void order(Kind kind, String reason) {
    RingOrder order = new RingOrder(kind, "pilot", reason);
    site.pass(Duration.ofMinutes(1));
    try (OpenSession open = site.open()) {
      Planned shown = open.session().order(order);
      try (WriteSession writing = open.session().write()) {
        writing.carryOutAsShown(shown, open.session().order(order), ApplyListener.silent());
      }
    }
  }

  private Set<ServerState> states() {
    try (OpenSession open = site.open()) {
      FleetStanding standing = open.session().fleet();
      return IntStream.of(standing.fleet().servers())
          .mapToObj(row -> standing.judge().of(standing.fleet().server(row)).state())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void nobodyIsSilentBeforeClientsHaveAskedForThePolicy() {
    site.pass(Duration.ofMinutes(20));
    assertThat(states()).contains(ServerState.AWAITING_POLICY).doesNotContain(ServerState.SILENT);
    site.pass(Duration.ofMinutes(70));
    assertThat(states()).doesNotContain(ServerState.AWAITING_POLICY);
  }

  private void halt() {
    order(Kind.HALT, "CHG9");
  }

  private void methodBecomes(String words) {
    site.manifest().replace("method: client-setting, ", words);
  }

  private String comment() {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      return raw.named("SMS_Collection", "Name", RING).path("Comment").asText();
    }
  }

  private String route() {
    return String.valueOf(site.plan().survey().get("route"));
  }

  @Test
  void automaticStaysOnTheRouteThatAHaltNoted() {
    methodBecomes("");
    halt();
    assertThat(comment()).isEqualTo(NOTED);
    assertThat(route()).isEqualTo("client-setting");
    assertThat(site.pending()).isEmpty();
  }

  @Test
  void automaticStaysOnItWhenTheRingIsResumedAndOpensAnew() {
    methodBecomes("");
    halt();
    order(Kind.RESUME, "");
    assertThat(comment())
        .isEqualTo("Servers of ring pilot. {route: client-setting} [garrison:1:trial]");
    assertThat(route()).isEqualTo("client-setting");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains("policyDeployments", "clientSettingAssignments")
        .doesNotContain("name: Defender for Endpoint");
  }

  @Test
  void whatTellsTheRouteGoesFromTheNoteOnceTheServersAreHealthy() {
    methodBecomes("");
    halt();
    order(Kind.RESUME, "");
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(site.converge()).isEmpty();
    assertThat(comment()).contains("{healthy since ").doesNotContain("route");
  }

  @Test
  void anotherRouteThanTheNotedOneNeedsMigrateRoute() {
    halt();
    methodBecomes("method: application, ");
    assertThat(site.apply())
        .singleElement()
        .hasToString(
            "Servers are onboarded with the deployment method \"client-setting\" here, but the manifest has \"application\". Set \"rollout.method: client-setting\". To move the servers to the other method instead, keep the value in the manifest and set \"migrateRoute: true\"."
                + " [ROUTE_WOULD_CHANGE GAR-0243]");
  }

  @Test
  void whereANoteDoesNotTellTheRouteAutomaticDecidesNothing() {
    methodBecomes("");
    halt();
    String id = commentBecomes("{halted: CHG9} [garrison:1:trial]");
    assertThat(site.apply())
        .singleElement()
        .hasToString(
            "Rings were opened or halted, but the site doesn't show their deployment method: no deployment by Garrison exists, and no method is noted in \"MDE pilot - all\" (%s). Set the method that the servers use: \"rollout.method: application\" or \"rollout.method: client-setting\". [ROUTE_NOT_TOLD GAR-1042]"
                .formatted(id));
    assertThat(site.lab().dump()).doesNotContain("name: Defender for Endpoint");
  }

  @Test
  void statusAndResumeGoOnWhereTheRouteIsNotToldAndAnExplicitMethodDoesTheRest() {
    halt();
    commentBecomes("{halted: CHG9} [garrison:1:trial]");
    methodBecomes("");
    try (OpenSession open = site.open()) {
      assertThat(open.session().rings().getFirst().state()).isEqualTo(RingState.HALTED);
      assertThat(open.session().fleet().rings()).hasSize(1);
    }
    order(Kind.RESUME, "");
    assertThat(site.apply())
        .as("that it was resumed stays noted")
        .singleElement()
        .asString()
        .endsWith("[ROUTE_NOT_TOLD GAR-1042]");
    site.manifest().replace("rollout: {", "rollout: {method: client-setting, ");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump()).contains("policyDeployments", "clientSettingAssignments");
  }

  /** As somebody writes it in the console. */
  private String commentBecomes(String comment) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      JsonNode row = raw.named("SMS_Collection", "Name", RING);
      String id = row.path("CollectionID").asText();
      raw.put(
          "SMS_Collection('" + id + "')",
          "{\"Name\":\"%s\",\"LimitToCollectionID\":\"%s\",\"CollectionType\":2,\"RefreshType\":2,\"Comment\":\"%s\"}"
              .formatted(RING, row.path("LimitToCollectionID").asText(), comment));
      return id;
    }
  }
}
