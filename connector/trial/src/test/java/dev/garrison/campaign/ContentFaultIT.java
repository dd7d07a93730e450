package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content share fails, or Garrison dies while it publishes. */
final class ContentFaultIT {
  private static final String MARKER = ".garrison";

  @Test
  void aShareThatIsGoneIsNamedAndTheNextRunConverges(@TempDir Path folder) throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      Path away = folder.resolve("away");
      Files.move(site.share(), away);
      List<Diagnostic> failed = site.converge();
      assertThat(failed)
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each.problem()).endsWith("share\": not found."));
      assertThat(site.lab().requests().writes())
          .as("nothing on the site without content")
          .isEmpty();
      Files.move(away, site.share());
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void aProcessKilledWhilePublishingLeavesNoHalfVersion(@TempDir Path folder, @TempDir Path other)
      throws IOException, InterruptedException {
    Instant now = Instant.now();
    List<String> whole;
    try (TrialSite undisturbed = new TrialSite("2107-rollup", other, now)) {
      assertThat(undisturbed.converge()).isEmpty();
      whole = published(undisturbed.share());
    }
    try (TrialSite site = new TrialSite("2107-rollup", folder, now)) {
      Running running = PackedProgram.start(folder, "apply", "--yes");
      awaitFirstFile(site.share(), running.process());
      running.process().destroyForcibly().onExit().join();
      assertThat(site.converge()).isEmpty();
      assertThat(published(site.share())).containsExactlyElementsOf(whole);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  private static void awaitFirstFile(Path share, Process process)
      throws IOException, InterruptedException {
    while (process.isAlive() && published(share).isEmpty()) {
      process.waitFor(1, TimeUnit.MILLISECONDS);
    }
  }

  private static List<String> published(Path share) throws IOException {
    try (Stream<Path> files = Files.walk(share)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> share.relativize(file).toString())
          .filter(name -> !name.startsWith(MARKER))
          .sorted()
          .toList();
    } catch (UncheckedIOException moved) {
      return List.of();
    }
  }
}
