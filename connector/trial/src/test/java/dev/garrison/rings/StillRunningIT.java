package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.rings.FailingRing.Typed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers may still run what a halted ring deployed. */
final class StillRunningIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String FOUR_SILENT =
      """
        4 of the 4 servers that deployments of ring pilot target may still run them, until each fetches policy: 4 without a
        reported status.
          SRV1  onboarding: no status reported, since 2026-11-24 21:23 UTC
          SRV2  onboarding: no status reported, since 2026-11-24 21:23 UTC
          SRV3  onboarding: no status reported, since 2026-11-24 21:23 UTC
          SRV4  onboarding: no status reported, since 2026-11-24 21:23 UTC
      """;
  private static final String GO_ON = "\nTo resume, run \"garrison rollout resume pilot\".\n";

  @TempDir Path folder;

  /** Its servers are targeted, and nobody has reported anything yet. */
  private static void open(FailingRing ring) {
    for (int round = 0; round < 3; round++) {
      ring.applied();
      ring.site().pass(Duration.ofMinutes(10));
    }
  }

  private static Typed halt(FailingRing ring) {
    Typed halted = ring.type(A_MINUTE, "rollout", "halt", "pilot", "--reason", "CHG7");
    assertThat(halted.exit()).as(halted.err()).isZero();
    return halted;
  }

  /** What is said after the verdict. */
  private static String said(Typed typed) {
    return typed.out().replaceFirst("(?s).*Journal run [^\n]*\n", "");
  }

  @Test
  void aHaltListsTheServersThatMayHaveThePolicyAlready() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      open(ring);
      assertThat(said(halt(ring))).isEqualTo(FOUR_SILENT + GO_ON);
    }
  }

  @Test
  void aHaltListsTheServersThatAreAtIt() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      open(ring);
      ring.site().pass(Duration.ofDays(3).plusMinutes(27));
      assertThat(said(halt(ring)))
          .isEqualTo(
              """
                4 of the 4 servers that deployments of ring pilot target may still run them, until each fetches policy: 4 in progress.
                  SRV1  onboarding: installing the application, since 2026-11-27 22:00 UTC
                  SRV2  onboarding: installing the application, since 2026-11-27 22:00 UTC
                  SRV3  onboarding: installing the application, since 2026-11-27 22:00 UTC
                  SRV4  onboarding: installing the application, since 2026-11-27 22:00 UTC
              """
                  + GO_ON);
    }
  }

  @Test
  void whoHasEndedIsCountedAndNotListed() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      ring.letFail();
      assertThat(said(halt(ring)))
          .isEqualTo(
              "  None of the 4 servers that deployments of ring pilot target may still run them, as far as the site knows.\n"
                  + GO_ON);
    }
  }

  @Test
  void theListIsReadBeforeADeploymentThatCannotBeDisabledIsDeleted() throws IOException {
    try (FailingRing ring = new FailingRing(folder, false)) {
      open(ring);
      assertThat(said(halt(ring))).isEqualTo(FOUR_SILENT + GO_ON);
      assertThat(ring.type(A_MINUTE, "rollout", "status").out())
          .endsWith(
              """

                The site shows no server that a deployment of ring pilot targets. If the deployment was deleted, its servers may still
                run it; the folder "status" in the state directory has the last known status.
              """);
    }
  }

  @Test
  void statusListsThemAsLongAsTheRingIsHalted() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      open(ring);
      assertThat(ring.type(A_MINUTE, "rollout", "status").out()).doesNotContain("may still run");
      halt(ring);
      assertThat(ring.type(A_MINUTE, "rollout", "status").out()).endsWith("\n" + FOUR_SILENT);
      JsonNode running =
          MAPPER
              .readTree(ring.type(A_MINUTE, "rollout", "status", "--json").out())
              .path("mayStillRun");
      assertThat(running).hasSize(1);
      assertThat(running.get(0).path("ring").asText()).isEqualTo("pilot");
      assertThat(running.get(0).path("targeted").asInt()).isEqualTo(4);
      assertThat(running.get(0).path("silent").asInt()).isEqualTo(4);
      assertThat(running.get(0).path("named").get(3).toString())
          .isEqualTo(
              "{\"deployment\":\"onboarding\",\"id\":16777222,\"name\":\"SRV4\",\"since\":\"2026-11-24T21:23:00Z\",\"state\":\"no status reported\"}");
    }
  }

  @Test
  void aHaltAndItsEndAreJsonAndTheRestIsSaidBeside() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      open(ring);
      Typed halted = ring.type(A_MINUTE, "rollout", "halt", "pilot", "--reason", "CHG7", "--json");
      assertThat(halted.exit()).as(halted.err()).isZero();
      JsonNode answer = MAPPER.readTree(halted.out());
      assertThat(answer.path("order").asText()).isEqualTo("halt");
      assertThat(answer.path("mayStillRun").path("silent").asInt()).isEqualTo(4);
      assertThat(answer.path("objects"))
          .extracting(each -> each.path("result").asText())
          .contains("done");
      assertThat(halted.err()).contains("Halt ring pilot? [y/N] ", "  ~ changed   ");

      Typed resumed = ring.type(A_MINUTE, "rollout", "resume", "pilot", "--output", "json");
      assertThat(MAPPER.readTree(resumed.out()).path("order").asText()).isEqualTo("resume");
      assertThat(MAPPER.readTree(resumed.out()).path("complete").asBoolean()).isTrue();
    }
  }

  @Test
  void aRingIsHaltedThoughTheListCannotBeRead() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      open(ring);
      ring.site()
          .lab()
          .faults()
          .statusFromNowOn(RequestMatcher.of("GET", ".*SMS_AppDeploymentErrorAssetDetails.*"), 403);
      assertThat(said(halt(ring)))
          .startsWith(
              "Installations in progress continue until their servers fetch policy. The servers can't be read: The administration service on ")
          .endsWith("(HTTP 403: The lab was told to fail here.).\n" + GO_ON);
    }
  }
}
