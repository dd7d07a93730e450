package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.history.row.Span;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers pass a filter, and in which order. */
final class StandingPagesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static final Contact RECENT =
      new Contact(NOW.minus(Duration.ofDays(2)), Contact.Source.SENSOR);
  private static final Contact OLD =
      new Contact(NOW.minus(Duration.ofDays(9)), Contact.Source.CLIENT);
  private static final Seen SQL =
      new Seen(
          "pilot",
          1,
          "sql1",
          "2019",
          ServerState.FAILED,
          "error 1603",
          "Passive",
          Optional.of(RECENT));
  private static final Seen WEB =
      new Seen("broad", 2, "WEB_1", "2022", ServerState.ONBOARDED, "", "Normal", Optional.of(OLD));
  private static final Seen NEW = new Seen("broad", 3, "NEW1", "", ServerState.NO_INVENTORY);

  @TempDir private Path folder;
  private HistoryDatabase database;
  private StandingPages pages;

  @BeforeEach
  void observe() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    History history = new History(database);
    pages = history.pages();
    keep(history, NOW, List.of(WEB));
    keep(history, NOW.plus(Duration.ofHours(1)), List.of(SQL, WEB, NEW));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static void keep(History history, Instant at, List<Seen> seen) {
    long run =
        history
            .runs()
            .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "a test", JobMode.PLAN_ONLY, at);
    history.standings().keep(run, at, seen::forEach);
  }

  private List<String> names(Filter filter, Column column, boolean isDescending) {
    return pages.section(new Section(filter, column, isDescending, 0, 10)).stream()
        .map(Row::name)
        .toList();
  }

  private List<String> names(Filter filter) {
    List<String> names = names(filter, Column.NAME, false);
    assertThat(pages.count(filter)).isEqualTo(names.size());
    return names;
  }

  private static Filter named(String part) {
    return new Filter(
        Optional.of(StandingPages.containing(part)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Filter of(Set<String> states) {
    return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(states));
  }

  private static Filter on(String system) {
    return new Filter(Optional.empty(), Optional.empty(), Optional.of(system), Optional.empty());
  }

  @Test
  void aServerIsFoundByAnyPartOfItsNameInUpperOrLowerCase() {
    assertThat(names(named("QL"))).containsExactly("sql1");
    assertThat(names(named("eb_"))).containsExactly("WEB_1");
    assertThat(names(named("1"))).containsExactly("NEW1", "sql1", "WEB_1");
  }

  @Test
  void whatMatchesAnythingInAPatternIsTakenAsItIsTyped() {
    assertThat(names(named("%"))).isEmpty();
    assertThat(names(named("l_"))).isEmpty();
    assertThat(names(named("!"))).isEmpty();
  }

  @Test
  void aServerWithoutAKnownSystemIsFound() {
    assertThat(names(on(""))).containsExactly("NEW1");
    assertThat(names(on("2022"))).containsExactly("WEB_1");
  }

  @Test
  void serversInAnyOfSeveralStatesAreFound() {
    assertThat(names(of(Set.of("failed", "onboarded", "lost")))).containsExactly("sql1", "WEB_1");
    assertThat(names(of(Set.of("failed")))).containsExactly("sql1");
    assertThat(names(of(Set.of()))).isEmpty();
  }

  @Test
  void aListIsOrderedByEachColumnInBothDirections() {
    assertThat(names(Filter.NONE, Column.NAME, true)).containsExactly("WEB_1", "sql1", "NEW1");
    assertThat(names(Filter.NONE, Column.STATE, false)).containsExactly("sql1", "NEW1", "WEB_1");
    assertThat(names(Filter.NONE, Column.RING, false)).containsExactly("NEW1", "WEB_1", "sql1");
    assertThat(names(Filter.NONE, Column.SYSTEM, true)).containsExactly("WEB_1", "sql1", "NEW1");
    assertThat(names(Filter.NONE, Column.CAUSE, true)).containsExactly("sql1", "WEB_1", "NEW1");
    assertThat(names(Filter.NONE, Column.MODE, false)).containsExactly("NEW1", "WEB_1", "sql1");
    assertThat(names(Filter.NONE, Column.CONTACT, true)).containsExactly("sql1", "WEB_1", "NEW1");
    assertThat(names(Filter.NONE, Column.SINCE, false)).containsExactly("WEB_1", "NEW1", "sql1");
  }

  private static Filter with(
      Optional<Set<String>> causes,
      Optional<String> mode,
      Optional<Span> since,
      Optional<Span> contact) {
    return new Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        causes,
        mode,
        since,
        contact);
  }

  private static Filter because(String... causes) {
    return with(Optional.of(Set.of(causes)), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Filter inMode(String mode) {
    return with(Optional.empty(), Optional.of(mode), Optional.empty(), Optional.empty());
  }

  private static Filter since(boolean isLater, Instant limit) {
    return with(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Span(isLater, limit)),
        Optional.empty());
  }

  private static Filter contacted(boolean isLater, Instant limit) {
    return with(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Span(isLater, limit)));
  }

  @Test
  void serversWithACauseOrAnAntivirusModeAreFound() {
    assertThat(names(because("error 1603"))).containsExactly("sql1");
    assertThat(names(because("error 1603", "other"))).containsExactly("sql1");
    assertThat(names(because())).isEmpty();
    assertThat(names(inMode("Normal"))).containsExactly("WEB_1");
    assertThat(names(inMode(""))).containsExactly("NEW1");
    assertThat(pages.causes()).containsExactly("", "error 1603");
  }

  @Test
  void serversAreFoundByTheAgeOfTheirStateAndOfTheirLastContact() {
    assertThat(names(since(true, NOW.plusSeconds(1)))).containsExactly("NEW1", "sql1");
    assertThat(names(since(false, NOW))).containsExactly("WEB_1");
    assertThat(names(contacted(true, NOW.minus(Duration.ofDays(3))))).containsExactly("sql1");
    assertThat(names(contacted(false, NOW.minus(Duration.ofDays(3))))).containsExactly("WEB_1");
  }

  @Test
  void aServerHasTheFactsOfItsLastObservation() {
    History history = new History(database);
    keep(
        history,
        NOW.plus(Duration.ofHours(2)),
        List.of(
            new Seen(
                "broad",
                2,
                "WEB_1",
                "2022",
                ServerState.ONBOARDED,
                "",
                "Passive",
                Optional.of(RECENT))));

    assertThat(pages.section(new Section(Filter.NONE, Column.NAME, false, 0, 10)))
        .extracting(Row::since, Row::why, Row::mode, Row::contact)
        .containsExactly(tuple(NOW, "", "Passive", Optional.of(RECENT)));
  }

  @Test
  void aSectionBeginsAfterThoseBeforeIt() {
    assertThat(pages.section(new Section(Filter.NONE, Column.NAME, false, 1, 1)))
        .extracting(Row::name)
        .containsExactly("sql1");
    assertThat(pages.section(new Section(Filter.NONE, Column.NAME, false, 3, 1))).isEmpty();
  }
}
