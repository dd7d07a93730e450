package dev.garrison.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordedTextTest {
  private static String japanese(String recorded) {
    return Language.JAPANESE.during(() -> RecordedText.shown(recorded));
  }

  @Test
  void aRecordedSentenceIsShownInTheLanguageOfItsReader() {
    Text written = Text.of("object.not-managed.problem", "object", "site:Application/MDE sensor");
    assertThat(japanese(written.toString())).isEqualTo(written.in(Language.JAPANESE));
  }

  @Test
  void anEnglishReaderSeesWhatWasRecorded() {
    assertThat(RecordedText.shown("any words at all")).isEqualTo("any words at all");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 1_234_567})
  void theNumberOfAPluralIsFoundAgain(long count) {
    Text written =
        Text.of("object.ambiguous.problem", "object", "x", "count", count, "ids", "1, 2 of 3");
    assertThat(japanese(written.toString())).isEqualTo(written.in(Language.JAPANESE));
  }

  @Test
  void aTextInAPlaceIsShownInTheSameLanguage() {
    Text written =
        Text.of(
            "object.unreadable.problem",
            "object",
            "x",
            "reason",
            Text.of("object.not-managed.problem", "object", "y"));
    assertThat(japanese(written.toString())).isEqualTo(written.in(Language.JAPANESE));
  }

  @Test
  void sentencesInARowAreFoundAgain() {
    Text written =
        Text.listed(
            List.of(
                Text.of("stale.manifest-edited"),
                Text.of("stale.offboard-servers", "entry", "old", "servers", "SRV1, SRV2"),
                Text.of("stale.ring-gone", "ring", "pilot, later")));
    assertThat(japanese(written.toString())).isEqualTo(written.in(Language.JAPANESE));
    assertThat(japanese("the manifest was edited, and more"))
        .isEqualTo("the manifest was edited, and more");
  }

  @Test
  void twoSentencesWithASemicolonAreFoundAgain() {
    Text written =
        Text.of(
            "stale.both",
            "first",
            Text.of("object.not-managed.problem", "object", "x"),
            "next",
            Text.of("stale.manifest-edited"));
    assertThat(japanese(written.toString())).isEqualTo(written.in(Language.JAPANESE));
    assertThat(japanese("x differs; y is running")).isEqualTo("x differs; y is running");
  }

  @Test
  void thePlaceInAFileStandsBehindItsSentence() {
    Text written = Text.of("object.not-managed.problem", "object", "x");
    assertThat(japanese(written + " (my manifest.yaml:16)"))
        .isEqualTo(written.in(Language.JAPANESE) + " (my manifest.yaml:16)");
  }

  @Test
  void aListOfTextsInAPlaceIsShownInTheSameLanguage() {
    Text written =
        Text.of(
            "object.unreadable.problem",
            "object",
            "x",
            "reason",
            List.of(DurationText.text(Duration.ofDays(3)), DurationText.text(Duration.ofDays(4))));
    assertThat(japanese(written.toString())).isEqualTo(written.in(Language.JAPANESE));
  }

  @Test
  void aListWithAValueThatNoPatternWritesStaysAsItIs() {
    Text written =
        Text.of("object.unreadable.problem", "object", "x", "reason", "3 days, a long time");
    assertThat(japanese(written.toString())).isEqualTo(written.in(Language.JAPANESE));
  }

  @Test
  void aDurationIsFoundAgain() {
    assertThat(japanese(DurationText.of(Duration.ofDays(3)))).isEqualTo("3 日");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pilot",
        "The server said no.",
        "x already exists",
        " already exists and isn't managed by Garrison.",
        "many hours",
        "pilot, ",
        ", pilot",
        "all are ready",
        "1 hours"
      })
  void whatNoPatternWritesStaysAsItIs(String recorded) {
    assertThat(japanese(recorded)).isEqualTo(recorded);
  }

  @Test
  void aTextThatIsTooLongForASentenceStaysAsItIs() {
    String recorded = "x".repeat(2_000) + " already exists and isn't managed by Garrison.";
    assertThat(japanese(recorded)).isEqualTo(recorded);
  }

  @Test
  void theSentencesOfAPatternAreOneForEachWayItsChoicesFall() {
    List<RecordedSentence> read =
        SentenceReader.read(
            "k",
            "{a} has {n, plural, =0 {none} one {# file} other {# files}} {s, select, x {on} other {off}}");
    assertThat(read).hasSize(6);
    assertThat(read.getFirst().chosen()).isEqualTo(java.util.Map.of("n", 0L, "s", "x"));
    assertThat(read.getLast().head()).isEmpty();
    assertThat(read.getLast().gaps())
        .containsExactly(
            new RecordedSentence.Gap("a", false, " has "),
            new RecordedSentence.Gap("n", true, " files off"));
  }

  @Test
  void placesThatTouchCannotBeToldApart() {
    assertThat(SentenceReader.read("k", "many words {a}{b}").getFirst().isReadable()).isFalse();
    assertThat(SentenceReader.read("k", "{a}: {b}").getFirst().isTellable()).isFalse();
    assertThat(SentenceReader.read("k", "{a} waits for {b}").getFirst().isTellable()).isTrue();
  }

  @Test
  void oneWordBesideASentenceIsToldByTheSentence() {
    assertThat(SentenceReader.read("k", "ring {a}: {b}").getFirst().isFrame()).isTrue();
    assertThat(SentenceReader.read("k", "undecided: {b}").getFirst().isFrame()).isTrue();
    assertThat(SentenceReader.read("k", "{a}: {b}").getFirst().isFrame()).isFalse();
    assertThat(SentenceReader.read("k", "{a} (by {b}, {c})").getFirst().isFrame()).isTrue();
    assertThat(SentenceReader.read("k", "ring {a}").getFirst().isFrame()).isFalse();
    assertThat(SentenceReader.read("k", "{a}, or {b}").getFirst().isFrame()).isFalse();
    assertThat(SentenceReader.read("k", "{a}, error {b}").getFirst().isFrame()).isTrue();
    assertThat(SentenceReader.read("k", "{a} waits for {b}").getFirst().isFrame()).isFalse();
  }

  @Test
  void oneWordBesideAValueCouldStandInAnySentence() {
    assertThat(SentenceReader.read("k", "{a} ready").getFirst().isTellable()).isFalse();
    assertThat(SentenceReader.read("k", "{a} is ready").getFirst().isTellable()).isTrue();
    assertThat(
            SentenceReader.read("k", "{n, plural, one {# file} other {# files}}")
                .getFirst()
                .isTellable())
        .isTrue();
  }
}
