package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.lab.LabClock;
import dev.garrison.manifest.reading.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestWatchTest {
  @TempDir private Path folder;
  private final LabClock clock = new LabClock(Instant.parse("2026-11-24T21:00:00Z"));
  private Duration ahead = Duration.ZERO;
  private final AtomicInteger looks = new AtomicInteger();

  private Sha256 look(Path file) {
    looks.incrementAndGet();
    return new ManifestReader().digest(file);
  }

  private ManifestWatch watch(Path file) {
    return new ManifestWatch(
        new ManifestReader().digest(file), () -> look(file), () -> clock.instant().plus(ahead));
  }

  @Test
  void aFileThatIsAsItWasIsNothingToTell() throws IOException {
    ManifestWatch watch = watch(Files.writeString(folder.resolve("garrison.yaml"), "a"));
    assertThat(watch.amiss()).isEmpty();
  }

  @Test
  void aChangeAndItsEndAreToldWhenAnAnswerHoldsNoLonger() throws IOException {
    Path file = Files.writeString(folder.resolve("garrison.yaml"), "a");
    ManifestWatch watch = watch(file);
    assertThat(watch.amiss()).isEmpty();
    Files.writeString(file, "b");
    clock.advance(ManifestWatch.HOLDS.minus(Duration.ofNanos(1)));
    assertThat(watch.amiss()).isEmpty();
    assertThat(looks).hasValue(1);

    clock.advance(Duration.ofNanos(1));
    assertThat(watch.amiss())
        .hasValue(
            "the manifest was changed after the service started: jobs use the new manifest, but schedules, webhooks, and the rings on pages change only after a restart");
    Files.writeString(file, "a");
    clock.advance(ManifestWatch.HOLDS);
    assertThat(watch.amiss()).isEmpty();
    assertThat(looks).hasValue(3);
  }

  @Test
  void aFileThatCannotBeReadIsNotCalledChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("garrison.yaml"), "a");
    ManifestWatch watch = watch(file);
    Files.delete(file);
    assertThat(watch.amiss()).hasValue("the manifest can't be read");
  }

  @Test
  void aClockThatIsCorrectedBackwardsDoesNotKeepAnOldAnswer() throws IOException {
    Path file = Files.writeString(folder.resolve("garrison.yaml"), "a");
    ManifestWatch watch = watch(file);
    assertThat(watch.amiss()).isEmpty();
    Files.delete(file);
    ahead = Duration.ofDays(-1);
    assertThat(watch.amiss()).isEmpty();
    clock.advance(ManifestWatch.HOLDS);
    assertThat(watch.amiss()).hasValue("the manifest can't be read");
  }
}
