package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.rings.FailingRing.Typed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that cannot have reported a status yet. */
final class AwaitingPolicyIT {
  @TempDir Path folder;

  @Test
  void nobodyIsSilentBeforeClientsHaveAskedForPolicy() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      for (int round = 0; round < 3; round++) {
        ring.applied();
        ring.site().pass(Duration.ofMinutes(5));
      }

      Typed status = ring.type(Duration.ofMinutes(1), "status", "--only", "awaiting-policy");

      assertThat(status.err()).isEmpty();
      assertThat(status.out())
          .startsWith("  SRV1             pilot     the deployment is less than an hour old, and")
          .endsWith("awaiting-policy: 3 servers.\n");
      assertThat(status.exit()).isEqualTo(3);
      assertThat(ring.type(Duration.ZERO, "status", "--only", "silent").out())
          .isEqualTo("silent: 0 servers.\n");
    }
  }
}
