package dev.garrison.recipe.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a ring may open now, by when its first server would be due. */
final class DeadlinesTest {
  private static Deadlines deadlines(
      String deadline, boolean local, boolean soon, Instant asOf, String zone) {
    String manifest =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/WindowsDefenderATPOnboardingPackage.zip}
        limitingCollection: All Servers
        sampleSharing: none
        distribution: {groups: [All DPs]}
        operatingSystems: [2019]
        rings:
          - name: all
            collections: [Servers]
            maxDevices: 50
            deadline: "%s"
            antivirus: active
            localTime: %s
            shortDeadline: %s
        """
            .formatted(deadline, local, soon);
    ManifestResult read =
        new ManifestReader()
            .read(
                "garrison.yaml",
                Path.of("/srv"),
                manifest.getBytes(StandardCharsets.UTF_8),
                LocalDate.of(2026, 11, 24));
    return new Deadlines(
        read, new RingSchedule(read.manifest().rings().getFirst(), asOf, ZoneId.of(zone)));
  }

  @ParameterizedTest
  @CsvSource({
    // deadline, by the servers' clocks, short, opened at, zone, until when it may be made
    "+2d 22:00, false, false, 2026-11-24T21:00:00Z, UTC, 2026-11-25T22:00:00Z",
    "+2d 22:00, true, false, 2026-11-24T21:00:00Z, UTC, 2026-11-25T08:00:00Z",
    "+2d 22:00, true, false, 2026-11-24T21:00:00Z, America/Los_Angeles, 2026-11-25T08:00:00Z",
    "+2d 22:00, true, false, 2026-11-24T21:00:00Z, Asia/Tokyo, 2026-11-26T08:00:00Z",
    "+1d 08:00, true, true, 2026-11-24T12:00:00Z, UTC, 2026-11-24T18:00:00Z",
    "+6h, false, true, 2026-11-24T21:00:00Z, UTC, 2026-11-25T03:00:00Z"
  })
  void theFirstServersDeadlineCounts(
      String deadline, boolean local, boolean soon, Instant asOf, String zone, Instant until) {
    Deadlines deadlines = deadlines(deadline, local, soon, asOf, zone);
    assertThat(deadlines.validUntil()).isEqualTo(until);
    assertThat(deadlines.problems()).isEmpty();
  }

  @Test
  void aRingThatWouldBeDueWithinADayDoesNotOpen() {
    assertThat(
            messages(
                deadlines(
                    "+2d 14:00",
                    true,
                    false,
                    Instant.parse("2026-11-25T01:00:00Z"),
                    "America/Los_Angeles")))
        .containsExactly(
            "If ring \"all\" opens now, its earliest deadline is 2026-11-26T00:00:00Z, in less than 24 hours (garrison.yaml:13). Open the ring earlier in the day, or choose a later \"deadline\". [DEADLINE_TOO_SOON GAR-0553]");
  }

  @Test
  void aRingThatIsDueAlreadyWhereTheDayBeginsFirstDoesNotOpen() {
    assertThat(
            messages(
                deadlines("+1d 08:00", true, true, Instant.parse("2026-11-24T18:00:00Z"), "UTC")))
        .containsExactly(
            "If ring \"all\" opens now, its earliest deadline is 2026-11-24T18:00:00Z, which has passed (garrison.yaml:13). Open the ring earlier in the day, or choose a later \"deadline\". [DEADLINE_TOO_SOON GAR-0553]");
  }

  private static List<String> messages(Deadlines deadlines) {
    return deadlines.problems().stream().map(Diagnostic::toString).toList();
  }
}
