package dev.garrison.survey.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.clientoperation.CMPivot.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Asking, what the site refuses of it, and listening. */
final class PivotRunsTest {
  private static final Target PILOT = new Target.Collection("PS100012");
  private static final Target BROAD = new Target.Collection("PS100034");
  private static final String DENIED =
      "The account isn't allowed to query clients: the site denied CMPivot. Add the permissions Run CMPivot on Collection and Read on Inventory Reports (before 2111 also Read on SMS Scripts) to the security role of the account, for the collections of the rings. [GAR-0952]";

  private final PivotSite site = new PivotSite();
  private final Fleet fleet = new Fleet(List.of("pilot"));
  private final LiveAnswers hearing = new LiveAnswers(PivotSite.PRODUCTS);
  private final List<Text> notes = new ArrayList<>();

  private PivotRuns rounds(String... names) {
    for (String name : names) {
      hearing.ask(fleet.add(hearing.size() + 1L, name), true);
    }
    return new PivotRuns(site.pivot(), new ServerNames(fleet, hearing.rows()), hearing, notes);
  }

  private static List<String> queries() {
    return Arrays.stream(Question.values())
        .map(question -> question.query(PivotSite.PRODUCTS))
        .toList();
  }

  private static List<String> subjects() {
    return Arrays.stream(Question.values()).map(each -> each.subject().toString()).toList();
  }

  @Test
  void everyQuestionIsAskedOfEveryTarget() {
    PivotRuns rounds = rounds("A");
    assertThat(rounds.areUnderWay()).isFalse();
    rounds.start(List.of(PILOT, BROAD));
    assertThat(site.queries)
        .hasSize(2 * queries().size())
        .startsWith(queries().toArray(new String[0]));
    assertThat(site.service.calls())
        .extracting(FakeAdminService.Call::target)
        .contains(
            "v1.0/Collections('PS100012').RunCMPivot", "v1.0/Collections('PS100034').RunCMPivot");
    assertThat(rounds.areUnderWay()).isTrue();
    assertThat(notes).isEmpty();
  }

  @Test
  void anAccountThatMayNotAskIsToldOnceAndAsksNoMore() {
    site.refuses(FailureKind.ACCESS_DENIED, 403);
    PivotRuns rounds = rounds("A");
    rounds.start(List.of(PILOT));
    assertThat(notes).extracting(Text::toString).containsExactly(DENIED);
    assertThat(site.service.calls()).hasSize(1);
    assertThat(rounds.areUnderWay()).isFalse();
    assertThat(rounds.read()).isFalse();
  }

  @Test
  void aQueryThatTheSiteDoesNotUnderstandIsAskedMoreSimplyAndStaysSo() {
    site.service.failOnce("ask", PivotSite.START, FailureKind.REFUSED, 400, "no join");
    rounds("A").start(List.of(PILOT, BROAD));
    assertThat(site.queries)
        .hasSize(2 * queries().size())
        .startsWith(
            Question.SENSOR.simpler().orElseThrow(), Question.SERVICES.query(PivotSite.PRODUCTS))
        .doesNotContain(Question.SENSOR.query(PivotSite.PRODUCTS));
    assertThat(notes).isEmpty();
  }

  @Test
  void aQuestionThatTheSiteRefusesInBothFormsIsToldOnceAndAskedNoMore() {
    site.refuses(FailureKind.REFUSED, 400);
    rounds("A").start(List.of(PILOT, BROAD));
    assertThat(site.service.calls()).hasSize(2 * queries().size() - 1);
    assertThat(site.queries)
        .doesNotContain(
            "Registry('HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection')");
    assertThat(notes)
        .hasSize(queries().size())
        .last()
        .asString()
        .startsWith(
            "Servers weren't queried for the existence of OnboardingInfo and of the offboarding value: ");
    assertThat(notes)
        .first()
        .hasToString(
            "Servers weren't queried for the sensor's state and tenant: The administration service on sccm01.corp.example refused the request: POST v1.0/Collections('PS100012').RunCMPivot (HTTP 400: the query is not understood). Garrison shows the data that the site already has. [GAR-0954]");
  }

  @Test
  void aFailureOfAnotherSortIsToldAndTheNextTargetIsAskedAllTheSame() {
    site.refuses(FailureKind.UNAVAILABLE, 503);
    rounds("A").start(List.of(PILOT, BROAD));
    assertThat(site.service.calls()).hasSize(2 * queries().size());
    assertThat(notes)
        .hasSize(2 * queries().size())
        .allMatch(note -> note.toString().startsWith("Servers weren't queried for "));
  }

  @Test
  void aSiteThatDoesNotSayUnderWhichNumberItAsksIsNotUnderstood() {
    site.service.method(PivotSite.START, (_, _) -> FakeAdminService.object());
    PivotRuns rounds = rounds("A");
    rounds.start(List.of(PILOT, BROAD));
    assertThat(notes)
        .extracting(Text::toString)
        .containsExactlyElementsOf(
            subjects().stream()
                .map(subject ->
                    "The site answered the query for "
                        + subject
                        + " in a form that Garrison doesn't know. Report this with the file that \"garrison probe --report\" writes. [GAR-0955]")
                .toList());
    assertThat(site.service.calls()).hasSize(queries().size());
    assertThat(rounds.areUnderWay()).isFalse();
  }

  @Test
  void whatAServerSaysIsHeardUnderItsNameAndAStrangerIsNot() {
    PivotRuns rounds = rounds("A", "B");
    rounds.start(List.of(PILOT));
    assertThat(rounds.read()).isTrue();
    assertThat(hearing.answered()).isZero();
    site.onboarded("a.contoso.example", "77aa");
    site.says(Question.FILE, FakeAdminService.object("Device", "STRANGER", "Version", "1.2.3.4"));
    assertThat(rounds.read()).isTrue();
    assertThat(hearing.answered()).isEqualTo(1);
    assertThat(hearing.silent()).hasSize(1);
    Instant now = Instant.parse("2026-11-24T21:00:00Z");
    ServerAnswers heard = hearing.of(hearing.rows().iterator().next()).orElseThrow();
    assertThat(heard.sensor(now, Optional.empty()).orgId()).isEqualTo("77aa");
    assertThat(heard.answer(now).sensor()).isEmpty();
    assertThat(notes).isEmpty();
  }

  @Test
  void rowsWithoutANameAreThoseOfTheOnlyServerThatWasAsked() {
    PivotRuns rounds = rounds("A");
    rounds.start(List.of(new Target.Device(1)));
    site.says(Question.FILE, FakeAdminService.object("Version", "10.8760.27617.1006"));
    rounds.read();
    ServerAnswers heard = hearing.of(hearing.rows().iterator().next()).orElseThrow();
    assertThat(heard.answer(Instant.EPOCH).sensor()).contains("10.8760.27617.1006");
  }

  @Test
  void rowsWithoutANameAreNobodysWhereTwoWereAsked() {
    PivotRuns rounds = rounds("A", "B");
    rounds.start(List.of(PILOT));
    site.says(Question.FILE, FakeAdminService.object("Version", "10.8760.27617.1006"));
    rounds.read();
    for (int row : hearing.rows()) {
      assertThat(hearing.of(row).orElseThrow().answer(Instant.EPOCH).sensor()).isEmpty();
    }
  }

  @Test
  void nothingMoreIsReadOnceEverybodyHasAnsweredEverything() {
    PivotRuns rounds = rounds("A");
    rounds.start(List.of(PILOT));
    site.onboarded("A", "77aa");
    site.says(Question.PASSIVE, FakeAdminService.object("Device", "A"));
    site.says(Question.POLICY_OFF, FakeAdminService.object("Device", "A"));
    site.says(
        Question.ANTIVIRUS, FakeAdminService.object("Device", "A", "AMRunningMode", "Normal"));
    site.says(
        Question.OTHERS,
        FakeAdminService.object("Device", "A", "Name", "CcmExec", "State", "Running"));
    site.says(Question.LOCATION, FakeAdminService.object("Device", "A"));
    site.says(Question.ORDERS, FakeAdminService.object("Device", "A"));
    assertThat(rounds.read()).isTrue();
    site.says(Question.FILE, FakeAdminService.object("Device", "A", "Version", "1.2.3.4"));
    assertThat(rounds.read()).isFalse();
    assertThat(rounds.areUnderWay()).isTrue();
  }

  @Test
  void anAnswerThatIsNotUnderstoodEndsItsQuestionAndNoOther() {
    PivotRuns rounds = rounds("A");
    rounds.start(List.of(PILOT));
    site.answers.put(Question.FILE, FakeAdminService.object("surprise", 1));
    assertThat(rounds.read()).isTrue();
    assertThat(rounds.read()).isTrue();
    assertThat(notes)
        .extracting(Text::toString)
        .containsExactly(
            "The site answered the query for the sensor's version in a form that Garrison doesn't know. Report this with the file that \"garrison probe --report\" writes. [GAR-0955]");
  }

  @Test
  void anAnswerThatCannotBeReadEndsItsQuestionAndIsToldOnce() {
    PivotRuns rounds = rounds("A");
    rounds.start(List.of(PILOT));
    site.service.fail("result", PivotSite.RESULT, FailureKind.UNAVAILABLE, 503, "busy");
    assertThat(rounds.read()).isFalse();
    assertThat(rounds.areUnderWay()).isFalse();
    assertThat(rounds.read()).isFalse();
    assertThat(notes)
        .hasSize(queries().size())
        .first()
        .hasToString(
            "The answers of servers for the sensor's state and tenant can't be read: The administration service on sccm01.corp.example can't be reached: GET v1.0/Collections('PS100012').CMPivotResult (HTTP 503: busy). Garrison shows the data that the site already has. [GAR-0955]");
  }

  @Test
  void twoServersOfOneNameAreTold() {
    rounds("SQL01", "sql01");
    assertThat(notes.stream().map(Text::toString).collect(Collectors.toSet()))
        .containsExactly(
            "Two devices are named sql01, and answers contain only the name. Remove the record that is no longer used, or use the console. [GAR-0956]");
  }
}
