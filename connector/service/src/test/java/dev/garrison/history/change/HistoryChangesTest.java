package dev.garrison.history.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HistoryChangesTest {
  private static final long START = 100;

  private final HistoryChanges changes = new HistoryChanges(START);

  @Test
  void nothingIsNewAtTheBeginning() {
    assertThat(changes.position()).isEqualTo(START);
    assertThat(changes.since(START).parts()).isEmpty();
  }

  @Test
  void onlyWhatChangedSinceThenIsNew() {
    changes.made(EnumSet.of(HistoryPart.RUNS));
    long between = changes.position();
    changes.made(EnumSet.of(HistoryPart.PLANS));

    assertThat(changes.since(START).parts())
        .containsExactlyInAnyOrder(HistoryPart.RUNS, HistoryPart.PLANS);
    assertThat(changes.since(between).parts()).containsExactly(HistoryPart.PLANS);
    assertThat(changes.since(changes.position()).parts()).isEmpty();
  }

  @Test
  void forAPageOfAnEarlierProcessEverythingIsNew() {
    assertThat(changes.since(START - 1).parts()).containsExactlyInAnyOrder(HistoryPart.values());
  }

  @Test
  void forAPositionThatWasNeverReachedEverythingIsNew() {
    HistoryChanges.News news = changes.since(START + 1);

    assertThat(news.parts()).containsExactlyInAnyOrder(HistoryPart.values());
    assertThat(news.position()).isEqualTo(START);
  }

  @Test
  void aListenerIsToldUntilItLeaves() {
    AtomicInteger told = new AtomicInteger();
    Runnable listener = told::incrementAndGet;
    changes.listen(listener);
    changes.made(EnumSet.of(HistoryPart.RUNS));
    changes.leave(listener);
    changes.made(EnumSet.of(HistoryPart.RUNS));

    assertThat(told).hasValue(1);
  }
}
