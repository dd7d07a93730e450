package dev.garrison.fleet.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.readiness.Update;
import dev.garrison.fleet.readiness.Windows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readiness depends on, and what a server said itself. */
final class FactTableTest {
  private static final ServerFacts NOTHING =
      new ServerFacts(
          new Windows(0, false),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalInt.empty(),
          Optional.empty());

  private final Fleet fleet = new Fleet(List.of("pilot"));
  private final FactTable facts = fleet.facts();
  private int row;
  private int other;

  @BeforeEach
  void addTwoServers() {
    other = fleet.add(1, "OTHER");
    row = fleet.add(2, "SQL01");
  }

  private Services services() {
    return facts.at(row).services().orElseThrow();
  }

  @Test
  void whatNobodyToldIsNotKnownAndNotNone() {
    assertThat(facts.at(row)).isEqualTo(NOTHING);
  }

  @Test
  void whatIsToldOfOneServerIsToldOfNoOther() {
    facts.generalWindow(row, 240);
    facts.otherWindow(row);
    facts.servicesTold(row);
    facts.service(row, Service.SENSE, false);
    facts.service(row, Service.DEFENDER, true);
    facts.otherAntivirus(row, "Fabrikam Antivirus");
    facts.update(row, Update.KB2919355);
    facts.update(row, Update.KB5006714);
    facts.freeMegabytes(row, 4096);
    facts.revision(row, 6709);
    facts.restart(row, true);
    assertThat(facts.at(row))
        .isEqualTo(
            new ServerFacts(
                new Windows(240, true),
                Optional.of(
                    new Services(
                        Set.of(Service.SENSE, Service.DEFENDER),
                        Set.of(Service.DEFENDER),
                        Optional.of("Fabrikam Antivirus"))),
                Optional.of(Set.of(Update.KB2919355, Update.KB5006714)),
                OptionalLong.of(4096),
                OptionalInt.of(6709),
                Optional.of(true)));
    assertThat(facts.at(other)).isEqualTo(NOTHING);
  }

  @Test
  void aServerOfWhichNoServiceWasSentHasNoneAndNotNobodyKnows() {
    facts.servicesTold(row);
    assertThat(services()).isEqualTo(new Services(Set.of(), Set.of(), Optional.empty()));
  }

  @Test
  void theLongestWindowIsKept() {
    facts.generalWindow(row, 60);
    facts.generalWindow(row, 240);
    facts.generalWindow(row, 120);
    assertThat(facts.windows(row)).isEqualTo(new Windows(240, false));
  }

  @Test
  void theFirstOtherAntivirusIsKept() {
    facts.servicesTold(row);
    facts.otherAntivirus(row, "Fabrikam Antivirus");
    facts.otherAntivirus(row, "Contoso Antivirus");
    assertThat(services().otherAntivirus()).contains("Fabrikam Antivirus");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "4096, 4096", "9999999999, 9999999999"})
  void roomIsNeverNegative(long told, long kept) {
    facts.freeMegabytes(row, told);
    assertThat(facts.at(row).freeMegabytes()).hasValue(kept);
  }

  @Test
  void aServerThatWaitsForARestartNoMoreDoesNot() {
    facts.restart(row, true);
    facts.restart(row, false);
    assertThat(facts.at(row).restartPending()).contains(false);
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, true, false",
    "STOPPED, true, false",
    "DISABLED, true, true",
    "MISSING, false, false"
  })
  void whatAServerSaysOfAServiceItselfCounts(LiveService now, boolean there, boolean disabled) {
    facts.servicesTold(row);
    facts.service(row, Service.SENSE, false);
    facts.service(row, Service.DEFENDER, true);
    facts.service(row, Service.DEFENDER, now);
    assertThat(services().installed().contains(Service.DEFENDER)).isEqualTo(there);
    assertThat(services().disabled().contains(Service.DEFENDER)).isEqualTo(disabled);
    assertThat(services().installed().contains(Service.SENSE)).isTrue();
    assertThat(services().disabled().contains(Service.SENSE)).isFalse();
  }

  @Test
  void anAnswerComesOutAsItWentIn() {
    LiveAnswer answer =
        new LiveAnswer(
            Instant.parse("2026-11-24T21:00:00Z"),
            LiveService.RUNNING,
            LiveService.DISABLED,
            Optional.of("1"),
            Optional.of("not set"),
            Optional.of("Passive Mode"),
            Optional.of("4.18.26030.3011"),
            Optional.of("10.8760.27617.1006"),
            Optional.of(true),
            Optional.of("none"),
            Optional.of(true),
            Optional.of(false));
    fleet.answered(row, answer);
    assertThat(fleet.server(row).live()).contains(answer);
    assertThat(fleet.server(row).asked()).isTrue();
    assertThat(fleet.server(other).live()).isEmpty();
    assertThat(fleet.server(other).asked()).isFalse();
  }

  @Test
  void whatWasNotAnsweredStaysEmpty() {
    LiveAnswer answer =
        new LiveAnswer(
            Instant.parse("2026-11-24T21:00:00Z"),
            LiveService.MISSING,
            LiveService.STOPPED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    fleet.answered(row, answer);
    assertThat(fleet.server(row).live()).contains(answer);
  }

  @Test
  void aServerThatWasAskedAndIsSilentHasNoAnswer() {
    fleet.asked(row);
    assertThat(fleet.server(row).asked()).isTrue();
    assertThat(fleet.server(row).live()).isEmpty();
  }
}
