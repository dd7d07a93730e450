package dev.garrison.fleet.table;

import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import java.time.Instant;
import java.util.Optional;

/** Answers of the servers of a {@link Fleet}, and which of them were asked. */
public final class LiveTable {
  private final Rows rows;
  private final TextPool texts;

  LiveTable(Rows rows, TextPool texts) {
    this.rows = rows;
    this.texts = texts;
  }

  /** Records that a server was asked. */
  public void asked(int row) {
    rows.mark(RowFlags.ASKED, row, true);
  }

  /** Records the answer of a server. */
  public void answered(int row, LiveAnswer answer) {
    rows.mark(RowFlags.ASKED, row, true);
    rows.set(Column.ANSWERED, row, Rows.seconds(Optional.of(answer.at())));
    rows.set(Column.SENSE_NOW, row, texts.place(answer.sense().name()));
    rows.set(Column.DEFENDER_NOW, row, texts.place(answer.defender().name()));
    text(Column.FORCE_PASSIVE, row, answer.forcePassive());
    text(Column.DISABLED_BY_POLICY, row, answer.disabledByPolicy());
    text(Column.RUNNING_MODE, row, answer.runningMode());
    text(Column.PLATFORM, row, answer.platform());
    text(Column.SENSOR_VERSION, row, answer.sensor());
    text(Column.REAL_TIME_NOW, row, answer.realTime().map(String::valueOf));
    text(Column.OTHER_NOW, row, answer.otherAntivirus());
    text(Column.ONBOARDING_INFO, row, answer.onboardingInfo().map(String::valueOf));
    text(Column.OFFBOARDING_VALUE, row, answer.offboardingValue().map(String::valueOf));
  }

  private void text(Column column, int row, Optional<String> text) {
    rows.set(column, row, texts.place(text.orElse("")));
  }

  boolean wasAsked(int row) {
    return rows.is(RowFlags.ASKED, row);
  }

  Optional<LiveAnswer> at(int row) {
    Optional<Instant> answered = rows.time(Column.ANSWERED, row);
    return answered.map(time ->
        new LiveAnswer(
            time,
            service(Column.SENSE_NOW, row),
            service(Column.DEFENDER_NOW, row),
            text(Column.FORCE_PASSIVE, row),
            text(Column.DISABLED_BY_POLICY, row),
            text(Column.RUNNING_MODE, row),
            text(Column.PLATFORM, row),
            text(Column.SENSOR_VERSION, row),
            text(Column.REAL_TIME_NOW, row).map(Boolean::valueOf),
            text(Column.OTHER_NOW, row),
            text(Column.ONBOARDING_INFO, row).map(Boolean::valueOf),
            text(Column.OFFBOARDING_VALUE, row).map(Boolean::valueOf)));
  }

  private Optional<String> text(Column column, int row) {
    return Optional.of(texts.at(rows.get(column, row))).filter(text -> !text.isEmpty());
  }

  private LiveService service(Column column, int row) {
    return LiveService.valueOf(texts.at(rows.get(column, row)));
  }
}
