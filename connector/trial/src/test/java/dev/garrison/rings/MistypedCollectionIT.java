package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.evidence.Period;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings of a manifest that names a collection which the site does not have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MistypedCollectionIT {
  private static final Period TODAY =
      new Period(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24), ZoneOffset.UTC);

  private TrialSite site;

  @BeforeAll
  void start(@TempDir Path folder) {
    site = new TrialSite("2107-rollup", folder);
    site.manifest().replace("[Pilot servers]", "[Pilt servers]");
  }

  @AfterAll
  void stop() {
    site.close();
  }

  static Stream<Named<Consumer<Session>>> readings() {
    return Stream.of(
        Named.of("rollout status", Session::rings),
        Named.of("status", Session::fleet),
        Named.of("prerequisites", session -> session.readiness(Optional.empty())),
        Named.of("antivirus", session -> session.antivirus(Optional.empty())),
        Named.of("verify --devices", session -> session.devices(Optional.empty())),
        Named.of("verify", Session::verify),
        Named.of("evidence", session -> session.evidence(TODAY)));
  }

  @ParameterizedTest
  @MethodSource("readings")
  void everyReadingRefusesItAsThePlanDoes(Consumer<Session> reading) {
    try (OpenSession open = site.open()) {
      Session session = open.session();
      assertThatThrownBy(() -> reading.accept(session))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining(
              "The site has no device collection with the name or ID \"Pilt servers\"")
          .hasMessageContaining(
              "Did you mean \"Pilot servers\"? Correct the name, or create the collection in the console"
                  + " (Assets and Compliance > Device Collections). [COLLECTION_UNKNOWN GAR-0521]");
    }
  }
}
