package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.resilience.Tempo;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.session.Operator;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.Sessions.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is connected to. */
final class SiteSessionsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC);

  private static final String UPDATE_SERVER =
      """
      wsus:
        servers:
          - {url: "https://wsus01.contoso.example:8531", owner: wsus}
        sensorUpdate:
          releases: [{family: unified agent}]
          rings: [{ring: pilot, groups: [MDE Pilot]}]
      """;

  private final SiteSessions sessions =
      new SiteSessions(
          new Operator("anna", "adm01", 1, "0.1.0"),
          new Tempo(
              CLOCK,
              _ -> {
                throw new AssertionError("nothing is waited for");
              },
              () -> 0.5),
          Map.of(),
          _ -> Optional.empty());

  private static Path example(String name) {
    return Path.of(System.getProperty("repository.root"), "config", "examples", name);
  }

  @Test
  void theUpdateServersAloneHaveNoRingsOfTheSite(@TempDir Path folder) throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("garrison.yaml"),
            Files.readString(example("minimal.yaml")) + UPDATE_SERVER);
    try (OpenSession open = sessions.open(manifest, Optional.empty(), Part.WSUS)) {
      assertThat(open.session().rings()).isEmpty();
    }
  }

  @Test
  void anUpdateServerOnAnotherComputerIsRefusedWhileALabIsFollowed(@TempDir Path folder)
      throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("garrison.yaml"),
            Files.readString(example("minimal.yaml"))
                    .replaceFirst(
                        "providers: .*", "providers: [\"http://127.0.0.1:18443/AdminService\"]")
                + UPDATE_SERVER);
    Map<String, String> lab = Map.of("GARRISON_LAB", "lab");
    Tempo tempo = new Tempo(CLOCK, _ -> {}, () -> 0.5);
    SiteSessions followed =
        new SiteSessions(
            new Operator("anna", "adm01", 1, "0.1.0"), tempo, lab, _ -> Optional.empty());
    String refusal = "GARRISON_LAB is set, but https://wsus01.contoso.example:8531 isn't a";
    assertThatThrownBy(() -> followed.open(manifest, Optional.empty(), Part.EVERYTHING))
        .hasMessageStartingWith(refusal);
    assertThatThrownBy(() -> new UpdateServers(tempo, lab, _ -> Optional.empty()).open(manifest))
        .hasMessageStartingWith(refusal);
  }

  @Test
  void theUpdateServersAloneAreRefusedWhereNothingIsToBeApproved() {
    assertThatThrownBy(() -> sessions.open(example("minimal.yaml"), Optional.empty(), Part.WSUS))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "\"wsus.sensorUpdate\" isn't set, so \"--only wsus\" has nothing to plan. Set \"wsus.sensorUpdate\", or omit \"--only wsus\". [NO_SENSOR_UPDATE GAR-0749]");
  }
}
