package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.WriteSession.Applied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class RingsIT {
  @TempDir Path folder;

  @Test
  void theNextRingOpensOnceTheFirstIsHealthyAndHasSoaked() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.settle();
      assertThat(rings.decisions())
          .containsExactly(
              "pilot open: 0 of 3 servers (0%) reported, 90% required",
              "broad waiting: waits for ring pilot to meet its gate");
      assertThat(TwoRings.changes(rings.site().plan(), TwoRings::held))
          .containsExactly(
              "WAIT deployment/MDE broad - 2012 R2",
              "WAIT deployment/MDE broad - 2019",
              "WAIT deployment/MDE broad - 2022",
              "WAIT deployment/MDE broad - 2012 R2 settings",
              "WAIT deployment/MDE broad - 2019 settings",
              "WAIT deployment/MDE broad - 2022 settings");

      rings.site().pass(Duration.ofDays(5));
      assertThat(TwoRings.changes(rings.site().plan(), change -> !TwoRings.held(change)))
          .as("the soak begins when it is noted")
          .containsExactly("UPDATE collection/MDE pilot - all");
      rings.settle();
      assertThat(comment(rings, "MDE pilot - all"))
          .matches(
              "Servers of ring pilot\\. \\{healthy since 2026-11-29T\\d\\d:\\d\\d:\\d\\dZ} \\[garrison:1:trial]");
      assertThat(rings.decision(rings.site().plan(), "pilot").decision()).isEqualTo("soaking");

      rings.site().pass(Duration.ofHours(23));
      assertThat(rings.decision(rings.site().plan(), "broad").decision()).isEqualTo("waiting");
      rings.site().pass(Duration.ofHours(1));
      rings.settle();
      assertThat(rings.reports())
          .extracting(report -> report.ring() + " " + report.state().word())
          .containsExactly("pilot passed", "broad open");
      rings.site().pass(Duration.ofDays(5));
      rings.settle();
      assertThat(rings.reports().getLast().health()).isEqualTo(new RingHealth(4, 0, 0, 0, 0));
    }
  }

  @Test
  void aRingDoesNotPassBeforeAllOfItsOperatingSystemsAreDeployedTo() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      RequestMatcher deploying = RequestMatcher.of("POST", "SMS_ApplicationAssignment");
      rings.site().lab().faults().status(deploying, 500, 1);
      while (rings.site().apply().isEmpty()) {
        rings.site().pass(Duration.ofMinutes(10));
      }
      rings.site().pass(Duration.ofDays(5));
      assertThat(rings.reports().getFirst().health()).isEqualTo(new RingHealth(2, 0, 0, 0, 0));
      assertThat(rings.reports().getFirst().reason())
          .isEqualTo("nothing is deployed to MDE pilot - 2012 R2 yet");
      rings.settle();
      rings.site().pass(Duration.ofDays(5));
      assertThat(rings.reports().getFirst().health()).isEqualTo(new RingHealth(3, 0, 0, 0, 0));
    }
  }

  @Test
  void anEditedDeadlineOfAnOpenRingIsSaidToHaveNoEffect() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.settle();
      assertThat(rings.site().plan().remarks()).noneMatch(remark -> remark.contains("\"deadline:"));
      rings.site().manifest().replace("deadline: \"+3d 22:00\"", "deadline: \"+9d 05:00\"");
      assertThat(rings.site().plan().remarks())
          .filteredOn(remark -> remark.contains("\"deadline:"))
          .containsExactly(
              "Action needed: ring pilot: its deployments stay due at 2026-11-27 22:00 server local time; \"deadline: +9d 05:00\" has no effect on deployments that exist. Change the deadline of the deployments in the console, or the manifest back");
      assertThat(TwoRings.changes(rings.site().plan(), change -> !TwoRings.held(change))).isEmpty();
    }
  }

  @Test
  void aServerThatTwoRingsNameBelongsToTheFirst() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.settle();
      rings.site().pass(Duration.ofMinutes(30));
      assertThat(members(rings, "MDE pilot - all")).contains("FS01", "WEB02", "APP02");
      assertThat(members(rings, "MDE broad - all"))
          .contains("DC02", "APP01")
          .doesNotContain("FS01", "WEB02", "APP02");
      assertThat(rings.reports()).extracting(report -> report.members()).containsExactly(4, 8);
    }
  }

  @Test
  void whatIsHeldBackMovesWithTheLastRing() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.makeCollection("Domain controllers", "FS01", "DC01");
      rings
          .site()
          .manifest()
          .replace("sampleSharing", "rollout: {holdBack: [Domain controllers]}\nsampleSharing");
      rings.settle();
      rings.site().pass(Duration.ofMinutes(30));
      assertThat(members(rings, "MDE pilot - all")).contains("WEB02").doesNotContain("FS01");
      assertThat(members(rings, "MDE broad - all")).contains("FS01", "DC01", "APP01");
      assertThat(rings.reports()).extracting(report -> report.members()).containsExactly(3, 9);
    }
  }

  @Test
  void twoServersThatMustBeKeptApartAreNamed() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.makeCollection("Cluster 1", "FS01", "WEB01", "DC01");
      rings
          .site()
          .manifest()
          .replace("sampleSharing", "rollout: {keepApart: [Cluster 1]}\nsampleSharing");
      assertThat(rings.site().apply())
          .singleElement()
          .asString()
          .startsWith(
              "Ring \"pilot\" has 2 servers of \"Cluster 1\", which must be in different rings: FS01, WEB01 (")
          .endsWith(
              "Move all but one of these servers to other rings. [SERVERS_NOT_KEPT_APART GAR-0538]");
    }
  }

  @Test
  void aHaltDisablesTheDeploymentsWhereTheSiteAllowsThat() {
    try (TwoRings rings = new TwoRings("2509", folder)) {
      rings.settle();
      Applied halted = rings.order(new RingOrder(Kind.HALT, "pilot", "CHG7: disk trouble"));
      assertThat(halted.report().succeeded()).isTrue();
      assertThat(halted.report().results().values())
          .filteredOn(
              result -> result instanceof StepResult.Done(String remark) && !remark.isEmpty())
          .containsOnly(new StepResult.Done("its clients were notified to fetch policy"))
          .hasSize(6);
      assertThat(deployments(rings)).hasSize(6).containsOnly("false");
      assertThat(comment(rings, "MDE pilot - all"))
          .matches(
              "Servers of ring pilot. \\{halted: CHG7: disk trouble} \\{by \\S+ at \\S+Z} \\{route: application} \\[garrison:1:trial]");
      assertThat(TwoRings.changes(rings.site().plan(), change -> !TwoRings.held(change)))
          .as("a halt is what the next plan wants too")
          .isEmpty();
      rings.site().pass(Duration.ofDays(9));
      assertThat(rings.reports())
          .extracting(report -> report.ring() + " " + report.state().word())
          .containsExactly("pilot halted", "broad waiting");
      assertThat(rings.reports().getFirst().health().onboarded()).isZero();

      rings.order(new RingOrder(Kind.RESUME, "pilot", ""));
      rings.settle();
      assertThat(deployments(rings)).hasSize(6).containsOnly("true");
      rings.site().pass(Duration.ofDays(2));
      assertThat(rings.reports().getFirst().health()).isEqualTo(new RingHealth(3, 0, 0, 0, 0));
    }
  }

  @Test
  void whereNoDeploymentCanBeDisabledItIsDeletedAndItsStatusKept() throws IOException {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.settle();
      Applied halted = rings.order(new RingOrder(Kind.HALT, "pilot", "by hand"));
      assertThat(halted.report().succeeded()).isTrue();
      assertThat(deployments(rings)).isEmpty();
      try (Stream<Path> kept = Files.list(folder.resolve(".garrison/status"))) {
        List<Path> files = kept.sorted().toList();
        assertThat(files).hasSize(6);
        assertThat(Files.readString(files.getFirst())).contains("\"MachineName\":\"FS01\"");
      }
      assertThat(rings.reports().getFirst().state()).isEqualTo(RingState.HALTED);
      assertThat(TwoRings.changes(rings.site().plan(), change -> !TwoRings.held(change))).isEmpty();
      rings.order(new RingOrder(Kind.RESUME, "PILOT", ""));
      rings.settle();
      assertThat(deployments(rings)).as("it opens anew").hasSize(6);
    }
  }

  @Test
  void aSkippedGateLetsTheNextRingOpen() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.settle();
      rings.order(new RingOrder(Kind.SKIP, "pilot", "CHG8"));
      rings.settle();
      assertThat(rings.reports())
          .extracting(report -> report.ring() + " " + report.state().word())
          .containsExactly("pilot passed", "broad open");
    }
  }

  @Test
  void anOrderThatMakesNoSenseIsRefused() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      assertThat(refusal(rings, Kind.HALT, "pilot"))
          .isEqualTo(
              "Ring \"pilot\" has no managed collection on the site yet: collection/MDE pilot - all. Run \"garrison apply\" to create the collection. Until then, the ring can't be halted, resumed, or skipped. [RING_ORDER_REFUSED GAR-0516]");
      rings.settle();
      assertThat(refusal(rings, Kind.HALT, "pilots"))
          .isEqualTo(
              "The manifest has no ring \"pilots\". Specify one of these rings: pilot, broad. [RING_UNKNOWN GAR-0515]");
      assertThat(refusal(rings, Kind.RESUME, "pilot"))
          .isEqualTo(
              "Ring \"pilot\" isn't halted. Run \"garrison rollout status\" to show the status of the rings. [RING_ORDER_REFUSED GAR-0516]");
      assertThat(refusal(rings, Kind.SKIP, "broad"))
          .isEqualTo(
              "Ring \"broad\" hasn't started, so no ring is waiting for its gate. Skip the gate of the previous ring, or remove this ring from the manifest. [RING_ORDER_REFUSED GAR-0516]");
      rings.order(new RingOrder(Kind.HALT, "broad", "not before January"));
      assertThat(refusal(rings, Kind.SKIP, "broad"))
          .matches(
              "Ring \"broad\" is halted: not before January \\(by \\S+, \\S+Z\\). Resume the ring first: \"garrison rollout resume broad\". \\[RING_ORDER_REFUSED GAR-0516]");
    }
  }

  @Test
  void aHaltNeedsNoPackage() throws IOException {
    try (TwoRings rings = new TwoRings("2509", folder)) {
      rings.settle();
      Files.delete(folder.resolve("packages/md4ws.msi"));
      rings.order(new RingOrder(Kind.HALT, "pilot", "the package is bad"));
      assertThat(deployments(rings)).hasSize(6).containsOnly("false");
    }
  }

  private static String refusal(TwoRings rings, Kind kind, String ring) {
    return Assertions.catchThrowableOfType(
            RefusalException.class, () -> rings.order(new RingOrder(kind, ring, "x")))
        .diagnostics()
        .getFirst()
        .toString();
  }

  private static String comment(TwoRings rings, String collection) {
    return rings.raw().named("SMS_Collection", "Name", collection).path("Comment").asText();
  }

  private static List<String> deployments(TwoRings rings) {
    return rows(rings, "SMS_ApplicationAssignment?$select=AssignmentID,AssignmentName,Enabled")
        .filter(row -> row.path("AssignmentName").asText().startsWith("MDE "))
        .map(row -> row.path("Enabled").asText())
        .toList();
  }

  private static List<String> members(TwoRings rings, String collection) {
    String id =
        rings.raw().named("SMS_Collection", "Name", collection).path("CollectionID").asText();
    return rows(rings, "SMS_FullCollectionMembership?$filter=CollectionID%20eq%20'" + id + "'")
        .map(row -> row.path("Name").asText())
        .toList();
  }

  private static Stream<JsonNode> rows(TwoRings rings, String query) {
    return StreamSupport.stream(rings.raw().get(query).path("value").spliterator(), false);
  }
}
