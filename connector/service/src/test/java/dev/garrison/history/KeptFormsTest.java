package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of rows, beside lines of all versions that wrote some. */
final class KeptFormsTest {
  private static final Json JSON = new Json();
  private static final String LATER =
      "its form is 3, and this version of Garrison knows forms up to 2";

  /**
   * A kind of row.
   *
   * @param name of the files that hold one
   */
  record Kind(String name, Object value, String written, Function<String, Object> reading) {
    Object read(JsonNode tree) {
      return reading.apply(JSON.canonical(tree));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "run",
            List.of(KeptValues.FINDINGS, KeptValues.JOURNALS),
            JSON.canonical(KeptRun.of(KeptValues.FINDINGS, KeptValues.JOURNALS, RunOrigin.NONE)),
            KeptFormsTest::run),
        new Kind(
            "run-begun",
            List.of(List.of(), List.of()),
            JSON.canonical(KeptRun.begun(RunOrigin.NONE)),
            KeptFormsTest::run),
        new Kind(
            "sightings",
            KeptValues.SIGHTINGS,
            KeptSighting.text(JSON, KeptValues.SIGHTINGS),
            text -> KeptSighting.read(JSON, 7, text)),
        new Kind(
            "fact",
            KeptValues.FACT,
            JSON.canonical(KeptFact.of(KeptValues.FACT)),
            text -> KeptFact.read(JSON, "a/b", text)),
        new Kind(
            "updates",
            KeptValues.UPDATES,
            JSON.canonical(KeptUpdates.of(KeptValues.UPDATES)),
            text -> KeptUpdates.read(JSON, text)));
  }

  /** Sightings as this version writes them; lines of earlier ones do not tell the antivirus. */
  private static final Kind NEWEST_SIGHTINGS =
      new Kind(
          "sightings-antivirus",
          KeptValues.WITH_ANTIVIRUS,
          KeptSighting.text(JSON, KeptValues.WITH_ANTIVIRUS),
          text -> KeptSighting.read(JSON, 7, text));

  /** Updates as this version writes them, with roles of servers and times of approvals. */
  private static final Kind NEWEST_UPDATES =
      new Kind(
          "updates-answered",
          KeptValues.ANSWERED_UPDATES,
          JSON.canonical(KeptUpdates.of(KeptValues.ANSWERED_UPDATES)),
          text -> KeptUpdates.read(JSON, text));

  private static final RunOrigin ORIGIN =
      new RunOrigin(
          Optional.of(6L),
          Optional.of("pilot"),
          Optional.of("CHG0042"),
          Optional.of("Agreed in the board"),
          Optional.of(Instant.parse("2026-11-24T21:00:00Z")));

  /** A run as this version writes it; lines of earlier ones do not tell what started it. */
  private static final Kind NEWEST_RUN =
      new Kind(
          "run-origin",
          ORIGIN,
          JSON.canonical(KeptRun.begun(ORIGIN)),
          text -> KeptRun.read(JSON, text).started());

  static Stream<Kind> readInTheSecondForm() {
    return Stream.concat(kinds(), Stream.of(NEWEST_SIGHTINGS, NEWEST_UPDATES, NEWEST_RUN));
  }

  static Stream<Kind> written() {
    return readInTheSecondForm()
        .filter(kind -> !Set.of("sightings", "updates").contains(kind.name()));
  }

  private static Object run(String text) {
    KeptRun kept = KeptRun.read(JSON, text);
    return List.of(kept.found(), kept.journaled());
  }

  /** A line that is never made anew: the rows of histories that exist are like it. */
  private static String line(int form, Kind kind) {
    return KeptLines.line(form, kind.name());
  }

  /** The objects in which a row names the number of its form. */
  private static Stream<ObjectNode> numbered(JsonNode tree) {
    return tree instanceof ArrayNode list
        ? list.valueStream().map(ObjectNode.class::cast)
        : Stream.of((ObjectNode) tree);
  }

  private static void everywhere(JsonNode tree, Consumer<ObjectNode> change) {
    tree.forEach(part -> everywhere(part, change));
    if (tree instanceof ObjectNode object) {
      change.accept(object);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRowOfTheFirstFormIsRead(Kind kind) {
    assertThat(kind.reading().apply(line(1, kind))).isEqualTo(kind.value());
  }

  @ParameterizedTest
  @MethodSource("readInTheSecondForm")
  void aRowOfTheSecondFormIsRead(Kind kind) {
    assertThat(kind.reading().apply(line(2, kind))).isEqualTo(kind.value());
  }

  @ParameterizedTest
  @MethodSource("written")
  void aRowIsWrittenInTheSecondForm(Kind kind) {
    assertThat(kind.written()).isEqualTo(line(2, kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSecondFormIsTheFirstWithItsNumber(Kind kind) {
    JsonNode first = JSON.parse(line(1, kind));
    numbered(first).forEach(each -> each.put("format", 2));
    assertThat(JSON.canonical(first)).isEqualTo(line(2, kind));
  }

  @ParameterizedTest
  @MethodSource("readInTheSecondForm")
  void aPartThatIsNotKnownIsPassedOver(Kind kind) {
    JsonNode row = JSON.parse(line(2, kind));
    everywhere(row, each -> each.putObject("later").put("part", 1));
    assertThat(kind.read(row)).isEqualTo(kind.value());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anOptionalPartMayBeAbsent(Kind kind) {
    JsonNode row = JSON.parse(line(1, kind));
    everywhere(row, each -> each.properties().removeIf(part -> part.getValue().isNull()));
    assertThat(kind.read(row)).isEqualTo(kind.value());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRowOfALaterFormIsNotRead(Kind kind) {
    JsonNode row = JSON.parse(line(2, kind));
    numbered(row).forEach(each -> each.put("format", 3));
    assertThatThrownBy(() -> kind.read(row))
        .isInstanceOfAny(JsonException.class, RefusalException.class)
        .hasMessageContaining(LATER);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRowWhoseNumberIsNoneIsNotRead(Kind kind) {
    JsonNode row = JSON.parse(line(2, kind));
    numbered(row).forEach(each -> each.put("format", "two"));
    assertThatThrownBy(() -> kind.read(row)).hasMessageContaining("'format' has the wrong form");
  }

  @Test
  void aRunWithoutAPartThatMustBeThereIsNotRead() {
    assertThatThrownBy(() -> KeptRun.read(JSON, "{\"findings\":[],\"format\":2}"))
        .isInstanceOf(JsonException.class)
        .hasMessage("'journals' has the wrong form");
  }

  @Test
  void aFactOfAKindThatIsNotKnownIsRefused() {
    String line = KeptLines.line(2, "fact").replace("STALL", "BOREDOM");
    assertThatThrownBy(() -> KeptFact.read(JSON, "a/b", line))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The problem \"a/b\" can't be read from the job history: a part of it is none that this version of Garrison knows. "
                + KeptLines.REMEDY);
  }

  @Test
  void aRingWhoseGateHasNoDurationIsRefused() {
    String line = KeptLines.line(2, "sightings").replace("PT78H", "3 days");
    assertThatThrownBy(() -> KeptSighting.read(JSON, 7, line))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The objects that run 7 read can't be read from the job history: a part of it is none that this version of Garrison knows. "
                + KeptLines.REMEDY);
  }

  @Test
  void sightingsThatAreNoListAreRefused() {
    assertThatThrownBy(() -> KeptSighting.read(JSON, 7, "{}"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The objects that run 7 read can't be read from the job history: it is no list. "
                + KeptLines.REMEDY);
  }
}
