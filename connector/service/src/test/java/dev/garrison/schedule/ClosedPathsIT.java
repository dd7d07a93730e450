package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.SecondProcess;
import dev.garrison.history.History;
import dev.garrison.history.OpenHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.manifest.Manifest;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.webhook.NoticeListener;
import dev.garrison.webhook.Notices;
import dev.garrison.webhook.WebhookPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fails on the way leaves nothing open. */
@Tag("first")
final class ClosedPathsIT extends ScheduleTrial {
  private static void inTheWay(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createDirectories(file.resolve("inner"));
  }

  private void assertFree(ServiceFolder folder) throws IOException, InterruptedException {
    assertThat(SecondProcess.gets(folder.path().resolve("history.mv.db"))).isTrue();
    try (OpenHistory open = OpenHistory.look(folder).orElseThrow()) {
      assertThat(open).isNotNull();
    }
  }

  private static Set<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains(name))
        .collect(Collectors.toSet());
  }

  @Override
  protected Notices telling(Manifest manifest, History history, NoticeListener listener) {
    return new Notices(
        manifest,
        history,
        new WebhookPost(
            new SchemeSecretStore(Map.of(), folder, _ -> Optional.empty()),
            _ -> {
              throw new AssertionError("nothing is sent");
            },
            clock),
        listener,
        () -> {
          throw new NoClassDefFoundError("no/such/Type");
        });
  }

  @Test
  void aScheduleWhoseRunnerCannotBeMadeClosesDatabaseAndLock() throws Exception {
    JobSchedule.Settings settings =
        settings(_ -> {
          throw new NoClassDefFoundError("no/such/Type");
        });
    assertThatThrownBy(() -> open(settings)).isInstanceOf(NoClassDefFoundError.class);
    assertFree(settings.folder());
  }

  @Test
  void aLockWhoseHolderCannotBeWrittenIsFree() throws Exception {
    ServiceFolder folder = service();
    inTheWay(folder.path().resolve("service.holder"));
    assertThatThrownBy(() -> OpenHistory.take(folder, "anna", clock))
        .isInstanceOf(RefusalException.class);
    assertThat(SecondProcess.gets(folder.path().resolve("service.lock"))).isTrue();
  }

  @Test
  void aScheduleThatCannotTakeBackHowItIsReachedClosesDatabaseAndLock() throws Exception {
    JobSchedule schedule = schedule(() -> {});
    schedule.takeOver();
    inTheWay(schedule.open().folder().path().resolve("service.door"));
    assertThatThrownBy(schedule::close).isInstanceOf(RefusalException.class);
    assertFree(schedule.open().folder());
  }

  @Test
  void aDatabaseThatCannotSayHowItIsReachedLetsNobodyIn() throws Exception {
    try (JobSchedule schedule = schedule(() -> {})) {
      inTheWay(schedule.open().folder().path().resolve("service.door"));
      Set<Thread> before = threads("garrison-door");
      assertThatThrownBy(schedule::takeOver).isInstanceOf(RefusalException.class);
      assertThat(before).containsAll(threads("garrison-door"));
    }
  }

  @Test
  void aServiceWhoseTellingCannotStartRunsNoJobs() throws Exception {
    Set<Thread> before = threads("db-scheduler");
    try (JobSchedule schedule = schedule(() -> {})) {
      assertThatThrownBy(() -> schedule.start(_ -> {}, _ -> {}))
          .isInstanceOf(NoClassDefFoundError.class);
      Set<Thread> left = threads("db-scheduler");
      left.removeAll(before);
      for (Thread each : left) {
        assertThat(each.join(Duration.ofSeconds(30))).as(each.getName()).isTrue();
      }
    }
  }
}
