package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingServer.ours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FingerprintTest {
  private static final Observation<Thing> SEEN =
      new Observation.Found<>(ours("1"), new Owner.Ours(), "PS100012", "rest");

  private final ThingServer server = new ThingServer();

  @Test
  void twoReadsOfAnUnchangedObjectAgree() {
    assertThat(
            Fingerprint.of(
                new Observation.Found<>(ours("1"), new Owner.Ours(), "PS100012", "rest")))
        .isEqualTo(Fingerprint.of(SEEN))
        .matches("[0-9a-f]{64}");
  }

  private static Stream<Observation<Thing>> others() {
    return Stream.of(
        new Observation.Found<>(ours("2"), new Owner.Ours(), "PS100012", "rest"),
        new Observation.Found<>(ours("1").needing("b"), new Owner.Ours(), "PS100012", "rest"),
        new Observation.Found<>(ours("1"), new Owner.Nobody(), "PS100012", "rest"),
        new Observation.Found<>(
            ours("1"), new Owner.AnotherManifest("fabrikam"), "PS100012", "rest"),
        new Observation.Found<>(ours("1"), new Owner.Ours(), "PS100013", "rest"),
        new Observation.Found<>(ours("1"), new Owner.Ours(), "PS100012", "other rest"),
        new Observation.Missing<>(),
        new Observation.Ambiguous<>(List.of("PS100012", "PS100013")),
        new Observation.Unreadable<>("its XML is cut off"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anyChangeOfAnObjectIsAnotherFingerprint(Observation<Thing> other) {
    assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(SEEN));
  }

  @Test
  void whatHasNoContentIsAWord() {
    assertThat(Fingerprint.of(new Observation.Missing<Thing>())).isEqualTo("missing");
    assertThat(Fingerprint.of(new Observation.Ambiguous<Thing>(List.of("1", "2"))))
        .isEqualTo("ambiguous:[1, 2]");
    assertThat(Fingerprint.of(new Observation.Unreadable<Thing>("cut off")))
        .isEqualTo("unreadable:cut off");
  }

  @Test
  void whatChangesByItselfHasOneFingerprint() {
    assertThat(Fingerprint.of(server.kind(), SEEN)).isEqualTo(Fingerprint.of(SEEN));
    server.passing = true;
    assertThat(Fingerprint.of(server.kind(), SEEN)).isEqualTo("passing");
    assertThat(Fingerprint.of(server.kind(), new Observation.Missing<>())).isEqualTo("passing");
  }
}
