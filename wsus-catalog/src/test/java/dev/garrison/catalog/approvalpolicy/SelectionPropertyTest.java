package dev.garrison.catalog.approvalpolicy;

import static dev.garrison.catalog.sample.Draft.SENSOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.sample.RandomCatalog;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every server. */
final class SelectionPropertyTest {
  private static final int SERVERS = 1_000;
  private static final long SEED = 20261125L;
  private static final ReleaseLine SERVER_2019 =
      new ReleaseLine(new Family("Windows Server 2019"), new Channel("Current Channel (Broad)"));
  private static final SelectionPolicy POLICY =
      new SelectionPolicy(
          SENSOR, new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT, SERVER_2019)), 12, false);

  @FunctionalInterface
  private interface Property {
    void holds(RandomCatalog server, Selection.Decided selection, Random random);
  }

  private static void forEachServer(Property property) {
    for (long seed = SEED; seed < SEED + SERVERS; seed++) {
      Random random = new Random(seed);
      RandomCatalog server = new RandomCatalog(random);
      try {
        property.holds(
            server,
            (Selection.Decided) POLICY.select(server.updates(), server.supersedence()),
            random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + server.updates(), e);
      }
    }
  }

  private static Stream<SensorUpdate> selected(Selection.Decided selection) {
    return selection.choices().values().stream()
        .filter(Choice.Selected.class::isInstance)
        .map(choice -> ((Choice.Selected) choice).sensor());
  }

  @Test
  void whatIsChosenIsPublishedCurrentAskedForAndTheServersOwn() {
    List<Boolean> any = new ArrayList<>();
    forEachServer((server, selection, _) ->
        selected(selection)
            .forEach(sensor -> {
              any.add(true);
              Update update = sensor.update();
              assertThat(server.updates()).contains(update);
              assertThat(update.standing().publication()).isEqualTo(Publication.PUBLISHED);
              assertThat(update.standing().superseded()).isFalse();
              assertThat(update.standing().declined()).isFalse();
              assertThat(update.standing().latestRevision()).isTrue();
              assertThat(update.installation().onlyInBundle()).isFalse();
              assertThat(update.installation().licence().isInTheWay()).isFalse();
              assertThat(POLICY.lines()).contains(sensor.line());
              assertThat(SENSOR.recognise(update)).isEqualTo(new Recognition.Ours(sensor));
            }));
    assertThat(any).hasSizeGreaterThan(SERVERS / 10);
  }

  @Test
  void nothingPublishedOfTheLineIsNewerThanWhatIsChosen() {
    forEachServer((server, selection, _) ->
        selected(selection)
            .forEach(chosen ->
                assertThat(
                        server.updates().stream()
                            .map(SENSOR::recognise)
                            .filter(Recognition.Ours.class::isInstance)
                            .map(ours -> ((Recognition.Ours) ours).sensor())
                            .filter(other -> other.line().equals(chosen.line()))
                            .filter(other -> other.update().standing().isInForce())
                            .filter(other -> !other.update().installation().onlyInBundle()))
                    .allMatch(other ->
                        other.equals(chosen)
                            || other.version().compareTo(chosen.version()) < 0
                            || (other.version().equals(chosen.version())
                                && other.update().standing().superseded()))));
  }

  @Test
  void nothingPublishedOfTheKbReplacesWhatIsChosen() {
    forEachServer((server, selection, _) ->
        selected(selection)
            .forEach(chosen ->
                assertThat(
                        server.updates().stream()
                            .filter(update ->
                                !SENSOR.recognise(update).equals(new Recognition.Unrelated())
                                    && !SENSOR
                                        .recognise(update)
                                        .equals(new Recognition.OtherProduct()))
                            .filter(update -> update.standing().isInForce())
                            .map(update -> update.identity().updateId()))
                    .noneMatch(id -> server.supersedence().replaces(id, chosen.id()))));
  }

  @Test
  void theOrderOfTheUpdatesDoesNotMatter() {
    forEachServer((server, selection, random) -> {
      List<Update> shuffled = new ArrayList<>(server.updates());
      Collections.shuffle(shuffled, random);
      assertThat(POLICY.select(shuffled, server.supersedence())).isEqualTo(selection);
    });
  }

  @Test
  void anUpdateReadTwiceCountsOnce() {
    forEachServer((server, selection, _) -> {
      List<Update> twice = new ArrayList<>(server.updates());
      twice.addAll(server.updates());
      assertThat(POLICY.select(twice, server.supersedence())).isEqualTo(selection);
    });
  }

  @Test
  void updatesOfAnotherKbChangeNothing() {
    forEachServer((server, selection, random) -> {
      List<Update> more = new ArrayList<>(server.updates());
      for (int number = 1; number < 30; number += 1 + random.nextInt(4)) {
        more.add(server.unrelated(number));
      }
      Collections.shuffle(more, random);
      assertThat(POLICY.select(more, server.supersedence())).isEqualTo(selection);
    });
  }

  @Test
  void updatesOfALineThatIsNotAskedForChangeNoChoiceOfAnother() {
    forEachServer((server, selection, _) -> {
      SelectionPolicy narrow =
          new SelectionPolicy(SENSOR, new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT)), 12, false);
      Selection.Decided narrowed =
          (Selection.Decided) narrow.select(server.updates(), server.supersedence());
      assertThat(narrowed.choice(ReleaseLine.UNIFIED_AGENT))
          .isEqualTo(selection.choice(ReleaseLine.UNIFIED_AGENT));
    });
  }

  @Test
  void everyUpdateOfTheKbIsToldOnce() {
    forEachServer((server, selection, _) -> {
      List<Update> told =
          new ArrayList<>(selection.untouched().stream().map(Untouched::update).toList());
      selection
          .choices()
          .values()
          .forEach(choice -> {
            switch (choice) {
              case Choice.Selected(SensorUpdate sensor, _) -> told.add(sensor.update());
              case Choice.NeedsLicence(SensorUpdate sensor) -> told.add(sensor.update());
              case Choice.Nothing _ -> assertThat(choice).isNotNull();
              case Choice.Disagreement(_, List<SensorUpdate> sensors, _) ->
                  sensors.forEach(sensor -> told.add(sensor.update()));
            }
          });
      assertThat(told)
          .containsExactlyInAnyOrderElementsOf(
              new HashSet<>(server.updates())
                  .stream()
                      .filter(
                          update -> !SENSOR.recognise(update).equals(new Recognition.Unrelated()))
                      .collect(Collectors.toSet()));
    });
  }

  @Test
  void everyKindOfAnswerComesUp() {
    Set<String> kinds = new TreeSet<>();
    forEachServer((_, selection, _) ->
        selection.choices().values().forEach(choice -> kinds.add(kind(choice))));
    assertThat(kinds)
        .containsExactly(
            "ALL_SUPERSEDED",
            "CURRENT_IS_SUPERSEDED",
            "NEWER_IS_SUPERSEDED",
            "NONE_IN_FORCE",
            "NOT_ON_SERVER",
            "SAME_VERSION_TWICE",
            "TWO_LATEST_REVISIONS",
            "licence",
            "selected");
  }

  private static String kind(Choice choice) {
    return switch (choice) {
      case Choice.Selected _ -> "selected";
      case Choice.NeedsLicence _ -> "licence";
      case Choice.Nothing(Absence absence) -> absence.name();
      case Choice.Disagreement(Conflict conflict, _, _) -> conflict.name();
    };
  }
}
