package dev.garrison.wsus.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which end of a synchronization is the one that counts. */
final class SyncEventTest {
  private static final int CANCELED = 387;

  private static SyncEvent ended(int id, String time) {
    return new SyncEvent(
        new UUID(7, id), id, Instant.parse("2026-11-30T" + time + ":00Z"), Optional.empty());
  }

  @Test
  void aFailureAfterTheLastSuccessIsTold() {
    SyncEvent failed = ended(SyncEvent.FAILED, "04:00");

    assertThat(SyncEvent.lastFailure(List.of(failed, ended(SyncEvent.SUCCEEDED, "02:00"))))
        .contains(failed);
  }

  @Test
  void aFailureBeforeTheLastSuccessIsOver() {
    assertThat(
            SyncEvent.lastFailure(
                List.of(ended(SyncEvent.FAILED, "02:00"), ended(SyncEvent.SUCCEEDED, "04:00"))))
        .isEmpty();
  }

  @Test
  void aSynchronizationThatAPersonCanceledDidNotFail() {
    assertThat(
            SyncEvent.lastFailure(
                List.of(ended(SyncEvent.SUCCEEDED, "02:00"), ended(CANCELED, "04:00"))))
        .isEmpty();
  }

  @Test
  void aServerThatNeverSynchronizedDidNotFail() {
    assertThat(SyncEvent.lastFailure(List.of())).isEmpty();
  }
}
