package dev.garrison.survey.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as an answer, and when there is nothing more to wait for. */
final class LiveAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private final LiveAnswers hearing = new LiveAnswers(PivotSite.PRODUCTS);

  private ServerAnswers heard(int row) {
    return hearing.of(row).orElseThrow();
  }

  private static List<Map<String, String>> value(String name, String value) {
    return List.of(Map.of("Device", "A", "Property", name, "Value", value));
  }

  private static List<Map<String, String>> service(String name, String state, String mode) {
    return List.of(Map.of("Device", "A", "Name", name, "State", state, "StartMode", mode));
  }

  private static void all(ServerAnswers one) {
    for (Question question : Question.values()) {
      question.into(one, List.of());
    }
    one.services(service("CcmExec", "Running", "Auto"));
    one.others(service("CcmExec", "Running", "Auto"));
    one.orders(List.of(Map.of("Device", "A")));
  }

  @Test
  void aPartOfWhatAVerdictNeedsIsNoAnswer() {
    hearing.ask(1, true);
    heard(1).sensor(value("OnboardingState", "1"));
    assertThat(hearing.answered()).isZero();
    heard(1).services(List.of());
    assertThat(hearing.answered()).isZero();
    heard(1).services(service("CcmExec", "Running", "Auto"));
    assertThat(hearing.answered()).isOne();
    assertThat(hearing.silent()).isEmpty();
  }

  @Test
  void aServerWithoutTheValueIsNotOnboarded() {
    hearing.ask(1, true);
    heard(1).sensor(List.of(Map.of("Device", "A", "Property", "", "Value", "")));
    assertThat(heard(1).sensor(NOW, Optional.empty()).state()).isZero();
  }

  @Test
  void aStateThatIsNoNumberIsNoStateThatAnybodyKnows() {
    hearing.ask(1, true);
    heard(1).sensor(value("OnboardingState", "onboarded"));
    assertThat(heard(1).sensor(NOW, Optional.empty()).state()).isEqualTo(0xFFFF_FFFFL);
  }

  @Test
  void aServiceThatDoesNotRunIsStoppedDisabledOrMissing() {
    hearing.ask(1, true);
    heard(1).services(service("Sense", "Stopped", "Manual"));
    heard(1).services(service("WinDefend", "Stopped", "Disabled"));
    LiveAnswer answer = heard(1).answer(NOW);
    assertThat(answer.sense()).isEqualTo(LiveService.STOPPED);
    heard(1).services(service("Sense", "Running", "Auto"));
    assertThat(heard(1).senseStarts()).isEqualTo("Manual");
    assertThat(answer.defender()).isEqualTo(LiveService.DISABLED);
    hearing.ask(2, true);
    assertThat(heard(2).answer(NOW).sense()).isEqualTo(LiveService.MISSING);
  }

  @Test
  void whatWasNotAnsweredIsNotSaid() {
    hearing.ask(1, true);
    assertThat(heard(1).answer(NOW).forcePassive()).isEmpty();
    heard(1).passive(List.of());
    assertThat(heard(1).answer(NOW).forcePassive()).contains("not set");
    heard(1).antivirus(List.of(Map.of("Device", "A")));
    assertThat(heard(1).answer(NOW).runningMode()).isEmpty();
  }

  private static List<Map<String, String>> orders(String... values) {
    return Arrays.stream(values).map(name -> Map.of("Device", "A", "Property", name)).toList();
  }

  @Test
  void aValueThatChangesOnboardingIsThereNotThereOrNotKnown() {
    hearing.ask(1, true);
    heard(1).orders(List.of());
    assertThat(heard(1).answer(NOW).onboardingInfo()).isEmpty();
    assertThat(heard(1).answer(NOW).offboardingValue()).isEmpty();
    heard(1).orders(orders("696c1fa1-4030-4fa4-8713-faf9b2ea7c0a"));
    heard(1).orders(orders("OnboardingInfo"));
    assertThat(heard(1).answer(NOW).onboardingInfo()).contains(false);
    assertThat(heard(1).answer(NOW).offboardingValue()).contains(true);
    hearing.ask(2, true);
    heard(2).orders(orders("OnboardingInfo", "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A"));
    assertThat(heard(2).answer(NOW).onboardingInfo()).contains(true);
    assertThat(heard(2).answer(NOW).offboardingValue()).contains(true);
    hearing.ask(3, true);
    heard(3).orders(orders(""));
    assertThat(heard(3).answer(NOW).onboardingInfo()).contains(false);
    assertThat(heard(3).answer(NOW).offboardingValue()).contains(false);
  }

  @Test
  void anAnswerThatTheSiteRefusesToAskForIsNotWaitedFor() {
    hearing.ask(1, true);
    for (Question question : Question.values()) {
      question.into(heard(1), List.of());
    }
    heard(1).services(service("CcmExec", "Running", "Auto"));
    heard(1).others(service("CcmExec", "Running", "Auto"));
    assertThat(hearing.complete()).isEmpty();
    hearing.refused(Question.PASSIVE);
    assertThat(hearing.complete()).isEmpty();
    hearing.refused(Question.ORDERS);
    assertThat(hearing.complete()).containsExactly(1);
    assertThat(hearing.isSettled()).isTrue();
  }

  @Test
  void theFirstAnswerIsKept() {
    hearing.ask(1, true);
    heard(1).sensor(value("OrgId", "one"));
    heard(1).sensor(value("OrgId", "two"));
    assertThat(heard(1).sensor(NOW, Optional.empty()).orgId()).isEqualTo("one");
  }

  @Test
  void nobodyIsWaitedForWithoutAHeartbeat() {
    hearing.ask(1, true);
    hearing.ask(2, false);
    assertThat(hearing.isSettled()).isFalse();
    all(heard(1));
    assertThat(hearing.isSettled()).isTrue();
    assertThat(hearing.silent()).containsExactly(2);
  }

  @Test
  void theRestIsWaitedForThreeTimesAtMost() {
    hearing.ask(1, true);
    heard(1).sensor(List.of());
    heard(1).services(service("CcmExec", "Running", "Auto"));
    assertThat(hearing.isSettled()).isFalse();
    assertThat(hearing.isSettled()).isFalse();
    assertThat(hearing.isSettled()).isTrue();
  }

  @Test
  void anotherAntivirusIsOneWhoseServiceRuns() {
    hearing.ask(1, true);
    heard(1)
        .others(
            List.of(
                Map.of("Device", "A", "Name", "CcmExec", "State", "Running"),
                Map.of("Device", "A", "Name", "ekrn", "State", "Stopped"),
                Map.of("Device", "A", "Name", "xagt", "State", "Running"),
                Map.of("Device", "A", "Name", "CSFalconService", "State", "Running")));
    assertThat(heard(1).answer(NOW).otherAntivirus()).contains("CrowdStrike Falcon");
  }

  @Test
  void aStoppedServiceAndASensorAreNoOtherAntivirus() {
    hearing.ask(1, true);
    heard(1)
        .others(
            List.of(
                Map.of("Device", "A", "Name", "ekrn", "State", "Stopped"),
                Map.of("Device", "A", "Name", "xagt", "State", "Running")));
    assertThat(heard(1).answer(NOW).otherAntivirus()).contains("none");
  }

  @Test
  void noRowOfAnyServiceIsNoAnswerAboutOtherProducts() {
    hearing.ask(1, true);
    heard(1).others(List.of());
    assertThat(heard(1).answer(NOW).otherAntivirus()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "True, true", "1, true", "false, false", "0, false", "'', ", "maybe, "})
  void realTimeProtectionIsOnOffOrNotTold(String said, @Nullable Boolean meant) {
    hearing.ask(1, true);
    heard(1).antivirus(List.of(Map.of("RealTimeProtectionEnabled", said)));
    assertThat(heard(1).answer(NOW).realTime()).isEqualTo(Optional.ofNullable(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\ProgramData\\Microsoft\\Windows Defender Advanced Threat"
        + " Protection\\Platform\\10.8760.27617.1006, 10.8760.27617.1006",
    "C:\\ProgramData\\Microsoft\\Windows Defender Advanced Threat"
        + " Protection\\Platform\\10.8797.25857.1000-0\\, 10.8797.25857.1000",
    "C:\\Program Files\\Windows Defender Advanced Threat Protection, 10.1.2.3",
    "'', 10.1.2.3"
  })
  void theSensorsVersionIsThatOfTheFolderInUse(String location, String version) {
    hearing.ask(1, true);
    heard(1).location(value("InstallLocation", location));
    heard(1).file(List.of(Map.of("Version", "10.1.2.3")));
    assertThat(heard(1).answer(NOW).sensor()).contains(version);
  }
}
