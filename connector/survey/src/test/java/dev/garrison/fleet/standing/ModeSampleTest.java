package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.SmallManifest;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which servers a gate asks for their mode. */
final class ModeSampleTest {
  private static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";

  private final Fleet fleet = new Fleet(List.of("guarded"), Set.of("guarded"));

  private static Manifest manifest(String mode, String gate) {
    return SmallManifest.ofRings(
        """
          - {name: guarded, collections: [A], maxDevices: 50, deadline: "+3d 22:00", antivirus: %s%s}
        """
            .formatted(mode, gate));
  }

  private int server(long id, boolean active, boolean onboarded) {
    int row = fleet.add(id, "SRV" + id);
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(0, members);
    fleet.presence(row, new Presence(true, active, false, "5.00.9128.1007", Optional.empty()));
    if (onboarded) {
      fleet.sensor(row, new Sensor(1, TENANT, true, Optional.empty()));
    }
    return row;
  }

  private ModeSample.Choice chosen(String mode, String gate) {
    ModeSample sample = new ModeSample(manifest(mode, gate));
    for (int row : fleet.servers()) {
      sample.add(fleet.server(row));
    }
    return sample.chosen();
  }

  @Test
  void nobodyIsAskedUnlessTheManifestSaysHowMany() {
    server(1, true, true);

    assertThat(chosen("passive", "").servers()).isEmpty();
    assertThat(new ModeSample(manifest("passive", "")).asks()).isFalse();
  }

  @Test
  void anActiveRingAsksNobody() {
    server(1, true, true);

    assertThat(chosen("active", ", gate: {modeSample: 5}").servers()).isEmpty();
  }

  @Test
  void onlyOnboardedServersWhoseModeIsUnknownAndThatMayAnswerAreAsked() {
    server(1, true, true);
    server(2, false, true);
    server(3, true, false);
    int known = server(4, true, true);
    fleet.antivirus().custom(known, "Passive Mode", Optional.of(false));
    fleet.antivirus().other(known, "ESET", true);

    assertThat(chosen("passive", ", gate: {modeSample: 5}").servers()).containsExactly(1L);
  }

  @Test
  void halfMoreAreAskedThanTheManifestSaysAndTheSameOnesAgain() {
    for (long id = 1; id <= 40; id++) {
      server(id, true, true);
    }

    Set<Long> first = chosen("passive", ", gate: {modeSample: 10}").servers();
    assertThat(first)
        .hasSize(15)
        .isEqualTo(chosen("passive", ", gate: {modeSample: 10}").servers())
        .isNotEqualTo(LongStream.rangeClosed(1, 15).boxed().collect(Collectors.toSet()));
    assertThat(chosen("passive", ", gate: {modeSample: 1}").servers()).hasSize(3);
  }

  @Test
  void itIsEnoughWhenAsManyHaveAnsweredAsTheManifestSays() {
    for (long id = 1; id <= 40; id++) {
      server(id, true, true);
    }
    ModeSample.Choice choice = chosen("passive", ", gate: {modeSample: 2}");
    List<Long> asked = List.copyOf(choice.servers());

    assertThat(choice.isEnough(Set.of(asked.get(0)))).isFalse();
    assertThat(choice.isEnough(Set.of(asked.get(0), 99L))).isFalse();
    assertThat(choice.isEnough(Set.of(asked.get(0), asked.get(3)))).isTrue();
  }
}
