package dev.garrison.cli.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.wsus.model.SyncEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SyncFailureTextTest {
  private static String told(Optional<String> reason) {
    SyncEvent failed =
        new SyncEvent(
            new UUID(0, 386), SyncEvent.FAILED, Instant.parse("2026-11-30T22:00:00Z"), reason);
    return SyncFailureText.of(failed, "2026-11-30 22:00").toString();
  }

  @Test
  void aFailureIsToldWithItsReason() {
    assertThat(told(Optional.of("The proxy failed.")))
        .isEqualTo("The last synchronization FAILED (2026-11-30 22:00): The proxy failed.");
  }

  @Test
  void aServerThatReportsNoReasonIsToldWithoutOne() {
    assertThat(told(Optional.empty()))
        .isEqualTo("The last synchronization FAILED (2026-11-30 22:00).");
  }
}
