package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.resilience.Tempo;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.session.Operator;
import dev.garrison.session.Sessions.Part;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is refused before anything is connected to. */
final class SiteSessionsTest {
  @Test
  void theUpdateServersAloneAreRefusedWhereNothingIsToBeApproved() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC);
    SiteSessions sessions =
        new SiteSessions(
            new Operator("anna", "adm01", 1, "0.1.0"),
            new Tempo(
                clock,
                _ -> {
                  throw new AssertionError("nothing is waited for");
                },
                () -> 0.5),
            Map.of(),
            _ -> Optional.empty());
    Path manifest =
        Path.of(System.getProperty("repository.root"), "config", "examples", "minimal.yaml");
    assertThatThrownBy(() -> sessions.open(manifest, Optional.empty(), Part.WSUS))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The manifest does not say how the sensor's update is to be approved. Add"
                + " 'wsus.sensorUpdate', or leave '--only wsus' out. [NO_SENSOR_UPDATE GAR-0749]");
  }
}
