package dev.garrison.recipe.ring;

import static dev.garrison.recipe.ring.RingSite.NOW;
import static dev.garrison.recipe.ring.RingSite.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.survey.ring.DeploymentFact;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeadlineRemarksTest {
  /** Midnight where the ring was opened, twelve hours ago. */
  private static final LocalDateTime START = LocalDateTime.of(2026, 11, 24, 0, 0);

  private static final LocalDateTime DUE = LocalDateTime.of(2026, 11, 27, 22, 0);

  /** The pilot ring was opened with a deadline of +3d 22:00, and created an hour later. */
  private static List<String> remarks(
      String deadline, Optional<LocalDateTime> start, LocalDateTime due) {
    RingSite site = new RingSite("", ", " + deadline, "");
    site.deployed(
        site.pilot(),
        SYSTEM,
        new DeploymentFact(
            1, "PS100000", start, Optional.of(due), Optional.of(NOW.minus(Duration.ofHours(11)))));
    return new DeadlineRemarks(site.manifest(), site.facts(), NOW, ZoneId.of("Asia/Tokyo"))
        .remarks();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deadline: '+3d 22:00'",
        "deadline: '+94h'",
        "deadline: '+3d 23:59', localTime: false",
      })
  void aDeadlineAsTheManifestSaysIsNoRemark(String deadline) {
    assertThat(remarks(deadline, Optional.of(START), DUE)).isEmpty();
  }

  @Test
  void anEditedDeadlineHasNoEffectOnDeploymentsThatExist() {
    assertThat(remarks("deadline: '+3d 06:30'", Optional.of(START), DUE))
        .containsExactly(
            "Action needed: ring pilot: its deployments stay due at 2026-11-27 22:00 server local time; \"deadline: +3d 06:30\" has no effect on deployments that exist. Change the deadline of the deployments in the console, or the manifest back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'+4d 22:00'", "'+2d 22:00'", "'+400h'"})
  void anotherDayAndAnotherNumberOfHoursAreOtherDeadlines(String deadline) {
    assertThat(remarks("deadline: " + deadline, Optional.of(START), DUE))
        .singleElement()
        .asString()
        .contains("\"deadline: %s\" has no effect".formatted(deadline.replace("'", "")));
  }

  @Test
  void aPlanThatWasAppliedDaysLaterIsNoEdit() {
    LocalDateTime earlier = START.minusDays(5);
    assertThat(remarks("deadline: '+8d 22:00'", Optional.of(earlier), DUE)).isEmpty();
  }

  @Test
  void aDeadlineThatIsPastIsNoRemark() {
    assertThat(remarks("deadline: '+3d 06:30'", Optional.of(START), DUE.minusDays(5))).isEmpty();
  }

  @Test
  void withoutTheTimeOfTheOpeningNothingIsSaid() {
    assertThat(remarks("deadline: '+3d 06:30'", Optional.empty(), DUE)).isEmpty();
  }
}
