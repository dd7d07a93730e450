package dev.garrison.catalog.approvalpolicy;

import static dev.garrison.catalog.sample.Draft.SENSOR;
import static dev.garrison.catalog.sample.Draft.sensor;
import static dev.garrison.catalog.sample.Draft.title;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.sample.Draft;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectionPolicyTest {
  private static final ReleaseLine AGENT = ReleaseLine.UNIFIED_AGENT;
  private static final ReleaseLine STAGED =
      new ReleaseLine(new Family("Windows 10/11"), new Channel("Current Channel (Staged)"));

  private static SelectionPolicy policy(ReleaseLine... lines) {
    return new SelectionPolicy(SENSOR, set(lines), 10, false);
  }

  private static SortedSet<ReleaseLine> set(ReleaseLine... lines) {
    return new TreeSet<>(List.of(lines));
  }

  /**
   * Updates of one line: id, revision after r, last number of the version, and then s superseded, x
   * expired, t in testing, d declined, o an earlier revision, l licence terms, b part of a bundle.
   * Edges: newer &gt; older.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the newest of a chain               | 1:1006s 2:1009s 3:1011  | 3>2 2>1 | selected 3
          numbers, not text                   | 1:999s 2:1000           | 2>1     | selected 2
          supersedence is not known           | 1:1006s 2:1009          | -       | selected 2
          one out of the window               | 1:1006 2:1009s 3:1011   | 3>2     | selected 3, still current 1
          two out of the window               | 1:1006 2:1009 3:1011    | -       | selected 3, still current 2 1
          nothing there                       | -                       | -       | nothing: NOT_ON_SERVER
          all expired                         | 1:1006x 2:1009x         | 2>1     | nothing: NONE_IN_FORCE
          in testing                          | 1:1006t                 | -       | nothing: NONE_IN_FORCE
          only a part of a bundle             | 1:1006b                 | -       | nothing: NONE_IN_FORCE
          the newest is withdrawn             | 1:1006 2:1009x          | 2>1     | selected 1
          withdrawn, and the flag stayed      | 1:1006s 2:1009x         | 2>1     | nothing: ALL_SUPERSEDED
          the newest is declined              | 1:1006 2:1009d          | 2>1     | selected 1
          superseded by another line          | 1:1006s                 | 9>1     | nothing: ALL_SUPERSEDED
          the newer is superseded             | 1:1006 2:1009s          | 1>2     | NEWER_IS_SUPERSEDED: 1 2
          the newer is superseded, by whom    | 1:1006 2:1009s          | -       | NEWER_IS_SUPERSEDED: 1 2
          the older names the newest          | 1:1006s 2:1009          | 1>2     | CURRENT_IS_SUPERSEDED: 2 against 1
          a circle                            | 1:1006s 2:1009          | 1>2 2>1 | CURRENT_IS_SUPERSEDED: 2 against 1
          by one that is missing              | 1:1006s 2:1009          | 1>7 7>2 | CURRENT_IS_SUPERSEDED: 2 against 1
          one version, two updates            | 1:1009 2:1009           | -       | SAME_VERSION_TWICE: 1 2
          one version, one replaced           | 1:1009s 2:1009          | 2>1     | selected 2
          an older version twice              | 1:1006 2:1006 3:1009    | -       | selected 3, still current 2 1
          released again as a new revision    | 1:1009o 1r2:1009        | -       | selected 1r2
          a new revision with another version | 1:1009o 1r2:1006        | -       | selected 1r2
          only an earlier revision            | 1:1009o                 | -       | nothing: NONE_IN_FORCE
          two latest revisions                | 1:1009 1r2:1009         | -       | TWO_LATEST_REVISIONS: 1 1r2
          two latest of an older one          | 1:1006s 1r2:1006s 2:1009 | -      | TWO_LATEST_REVISIONS: 1 1r2
          licence terms                       | 1:1006s 2:1009l         | 2>1     | needs licence: 2
          licence terms, no older instead     | 1:1006 2:1009l          | -       | needs licence: 2
          licence terms of an older           | 1:1006l 2:1009          | -       | selected 2, still current 1
          """)
  void theNewestPublishedAndNotSupersededIsCurrent(
      String story, String updates, String edges, String expected) {
    Selection selection = policy(AGENT).select(updates(updates), graph(edges));
    assertThat(selection).as(story).isInstanceOf(Selection.Decided.class);
    assertThat(words(((Selection.Decided) selection).choice(AGENT))).as(story).isEqualTo(expected);
  }

  private static List<Update> updates(String text) {
    return Stream.of(text.split(" ", -1))
        .filter(one -> one.contains(":"))
        .map(one -> update(one))
        .toList();
  }

  private static Update update(String text) {
    String[] parts = text.split("[:r]", -1);
    String last = parts[parts.length - 1];
    Draft draft =
        sensor(Integer.parseInt(parts[0]), last.replaceAll("[a-z]", ""))
            .revision(parts.length > 2 ? Integer.parseInt(parts[1]) : 1);
    for (char flag : last.replaceAll("[0-9]", "").toCharArray()) {
      switch (flag) {
        case 's' -> draft.superseded();
        case 'x' -> draft.publication(Publication.EXPIRED);
        case 't' -> draft.publication(Publication.IN_TESTING);
        case 'd' -> draft.declined();
        case 'o' -> draft.earlierRevision();
        case 'l' -> draft.withLicence();
        case 'b' -> draft.inBundle();
        default -> throw new IllegalArgumentException(text);
      }
    }
    return draft.update();
  }

  private static Supersedence graph(String edges) {
    Map<UUID, List<UUID>> named = new TreeMap<>();
    for (String edge : edges.split(" ", -1)) {
      String[] ends = edge.split(">", -1);
      if (ends.length == 2) {
        named
            .computeIfAbsent(Draft.id(Integer.parseInt(ends[0])), _ -> new ArrayList<>())
            .add(Draft.id(Integer.parseInt(ends[1])));
      }
    }
    return Supersedence.of(named);
  }

  private static String words(Choice choice) {
    return switch (choice) {
      case Choice.Selected(SensorUpdate sensor, List<SensorUpdate> still) ->
          "selected " + name(sensor) + (still.isEmpty() ? "" : ", still current " + names(still));
      case Choice.NeedsLicence(SensorUpdate sensor) -> "needs licence: " + name(sensor);
      case Choice.Nothing(Absence absence) -> "nothing: " + absence;
      case Choice.Disagreement(
              Conflict conflict,
              List<SensorUpdate> sensors,
              List<Update> against) ->
          conflict
              + ": "
              + names(sensors)
              + (against.isEmpty()
                  ? ""
                  : " against "
                      + against.stream()
                          .map(update -> name(update.identity()))
                          .collect(Collectors.joining(" ")));
    };
  }

  private static String names(Collection<SensorUpdate> sensors) {
    return sensors.stream().map(SelectionPolicyTest::name).collect(Collectors.joining(" "));
  }

  private static String name(SensorUpdate sensor) {
    return name(sensor.update().identity());
  }

  private static String name(UpdateIdentity identity) {
    String id = String.valueOf(identity.updateId().getLeastSignificantBits());
    return identity.revisionNumber() == 1 ? id : id + "r" + identity.revisionNumber();
  }

  private static Selection.Decided decided(SelectionPolicy policy, Update... updates) {
    return (Selection.Decided) policy.select(List.of(updates), Supersedence.NONE_KNOWN);
  }

  @Test
  void linesAreDecidedApart() {
    Selection.Decided selection =
        decided(
            policy(AGENT, STAGED),
            sensor(1, "1009").update(),
            sensor(2, "15013")
                .title(title("Windows 10/11", "15013", "Current Channel (Staged)"))
                .update());
    assertThat(selection.choices().keySet()).containsExactlyInAnyOrder(AGENT, STAGED);
    assertThat(words(selection.choice(AGENT))).isEqualTo("selected 1");
    assertThat(words(selection.choice(STAGED))).isEqualTo("selected 2");
  }

  @Test
  void whatIsNotChosenIsToldWithItsReason() {
    Selection.Decided selection =
        decided(
            policy(AGENT),
            sensor(1, "1001").product(Draft.ANTIVIRUS).update(),
            sensor(2, "1001").title("Update for EDR Sensor").update(),
            sensor(3, "15013").title(title("Windows 10/11", "15013", "Beta Channel")).update(),
            sensor(4, "1001").earlierRevision().update(),
            sensor(5, "1001").inBundle().update(),
            sensor(6, "1001").publication(Publication.EXPIRED).declined().update(),
            sensor(7, "1001").publication(Publication.UNKNOWN).update(),
            sensor(8, "1001").declined().update(),
            sensor(9, "1001").superseded().update(),
            sensor(10, "1002").update(),
            sensor(11, "1003").update(),
            sensor(12, "1001").kbArticle("2267602").update());
    assertThat(
            selection.untouched().stream()
                .map(
                    one -> name(one.update().identity()) + " " + one.reason() + ": " + one.words()))
        .containsExactly(
            "1 OTHER_PRODUCT: it is not of the product",
            "2 UNPARSEABLE_TITLE: its title cannot be read: it is not of the form '[family - ]Update"
                + " for Microsoft Defender for Endpoint - KB... (Version ...)[ - channel]'",
            "3 OTHER_LINE: its family and channel are not asked for: Windows 10/11, Beta Channel",
            "4 NOT_LATEST_REVISION: it has a later revision",
            "5 ONLY_IN_BUNDLE: it is a part of another update",
            "6 EXPIRED: its publisher has withdrawn it",
            "7 NOT_PUBLISHED: it is not published",
            "8 DECLINED: somebody has declined it",
            "9 SUPERSEDED: it is superseded",
            "10 OLDER: it is not the newest");
  }

  @Test
  void anotherLineThatNamesTheNewestIsToldToo() {
    Update other =
        sensor(5, "1").title(title("Windows Server 2019", "1", "Current Channel (Broad)")).update();
    Selection selection =
        policy(AGENT).select(List.of(sensor(1, "1009").update(), other), graph("5>1"));
    assertThat(words(((Selection.Decided) selection).choice(AGENT)))
        .isEqualTo("CURRENT_IS_SUPERSEDED: 1 against 5");
  }

  @Test
  void withLicencesAcceptedTheNewestIsChosen() {
    SelectionPolicy accepting = new SelectionPolicy(SENSOR, set(AGENT), 10, true);
    assertThat(words(decided(accepting, sensor(1, "1009").withLicence().update()).choice(AGENT)))
        .isEqualTo("selected 1");
  }

  @Test
  void moreThanCanBeRightAreNotChosenFrom() {
    SelectionPolicy two = new SelectionPolicy(SENSOR, set(AGENT), 2, false);
    List<Update> three = updates("1:1001s 2:1002x 3:1003");
    assertThat(two.select(three, Supersedence.NONE_KNOWN)).isEqualTo(new Selection.TooMany(3, 2));
  }

  @Test
  void revisionsOfOneUpdateCountOnce() {
    SelectionPolicy two = new SelectionPolicy(SENSOR, set(AGENT), 2, false);
    List<Update> updates = updates("1:1001o 1r2:1001o 1r3:1001 2:1002");
    assertThat(two.select(updates, Supersedence.NONE_KNOWN)).isInstanceOf(Selection.Decided.class);
  }

  @Test
  void reasonsAreClauses() {
    assertThat(Absence.NOT_ON_SERVER.words()).isEqualTo("the server has no such update");
    assertThat(Absence.NONE_IN_FORCE.words())
        .isEqualTo("each one on the server is expired, declined or replaced by a later revision");
    assertThat(Absence.ALL_SUPERSEDED.words())
        .isEqualTo("each one on the server is superseded, by none that is current in this line");
    assertThat(Conflict.NEWER_IS_SUPERSEDED.words())
        .isEqualTo("the server calls a newer version superseded, and an older one not");
    assertThat(Conflict.CURRENT_IS_SUPERSEDED.words())
        .isEqualTo(
            "the server does not call the newest superseded, but another published update names it"
                + " so");
    assertThat(Conflict.SAME_VERSION_TWICE.words())
        .isEqualTo("two different updates have the newest version");
    assertThat(Conflict.TWO_LATEST_REVISIONS.words())
        .isEqualTo("the server gave two latest revisions of one update");
  }
}
