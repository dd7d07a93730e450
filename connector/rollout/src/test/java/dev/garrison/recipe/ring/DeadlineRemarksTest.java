package dev.garrison.recipe.ring;

import static dev.garrison.recipe.ring.RingSite.NOW;
import static dev.garrison.recipe.ring.RingSite.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.survey.ring.DeploymentFact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeadlineRemarksTest {
  private static final Instant CREATED = NOW.minus(Duration.ofHours(12));

  /** The pilot ring was opened with a deadline of +3d 22:00. */
  private static List<String> remarks(String deadline, Duration late) {
    RingSite site = new RingSite("", ", deadline: '%s'".formatted(deadline), "");
    LocalDateTime due =
        LocalDateTime.ofInstant(CREATED, ZoneOffset.UTC).toLocalDate().plusDays(3).atTime(22, 0);
    site.deployed(site.pilot(), SYSTEM, RingSite.due(due.plus(late), CREATED));
    return new DeadlineRemarks(site.manifest(), site.facts(), NOW, ZoneOffset.UTC).remarks();
  }

  @ParameterizedTest
  @CsvSource({"+3d 22:00, PT0S", "+3d 22:00, PT-24H"})
  void aDeadlineAsTheManifestSaysIsNoRemark(String deadline, Duration late) {
    assertThat(remarks(deadline, late)).isEmpty();
  }

  @Test
  void anEditedDeadlineHasNoEffectOnDeploymentsThatExist() {
    assertThat(remarks("+3d 06:30", Duration.ZERO))
        .containsExactly(
            "Action needed: ring pilot: its deployments stay due at %s 22:00 server local time; 'deadline: +3d 06:30' has no effect on deployments that exist. Change the deadline of the deployments in the console, or the manifest back"
                .formatted(CREATED.atZone(ZoneOffset.UTC).toLocalDate().plusDays(3)));
  }

  @ParameterizedTest
  @CsvSource({"+5d 22:00, PT0S", "+3d 22:00, PT-48H", "+400h, PT0S"})
  void anotherDayAndAnotherNumberOfHoursAreOtherDeadlines(String deadline, Duration late) {
    assertThat(remarks(deadline, late))
        .singleElement()
        .asString()
        .contains("'deadline: %s' has no effect".formatted(deadline));
  }

  @Test
  void aDeadlineThatIsPastIsNoRemark() {
    assertThat(remarks("+3d 06:30", Duration.ofDays(-5))).isEmpty();
  }

  @Test
  void withoutTheTimeOfCreationNothingIsSaid() {
    RingSite site = new RingSite("", ", deadline: '+3d 06:30'", "");
    LocalDateTime due = LocalDateTime.ofInstant(CREATED, ZoneOffset.UTC);
    site.deployed(
        site.pilot(),
        SYSTEM,
        new DeploymentFact(1, "PS100000", Optional.of(due), Optional.empty()));
    assertThat(new DeadlineRemarks(site.manifest(), site.facts(), NOW, ZoneOffset.UTC).remarks())
        .isEmpty();
  }
}
