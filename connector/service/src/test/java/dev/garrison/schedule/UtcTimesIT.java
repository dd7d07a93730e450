package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.ServiceFolder;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a job runs does not depend on the zone of the computer, nor on a change of its clocks. */
@Tag("first")
final class UtcTimesIT {
  private final TimeZone zone = TimeZone.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-11-25T03:00:00Z",
    "Europe/Berlin, 2026-11-25T03:00:00Z",
    "Europe/Berlin, 2026-10-25T00:30:00Z",
    "Europe/Berlin, 2026-10-25T01:30:00Z",
    "America/New_York, 2027-03-14T07:30:00Z",
    "Pacific/Kiritimati, 2026-11-25T03:00:00Z"
  })
  void aTimeIsReadAsItWasWritten(String id, Instant time) {
    TimeZone.setDefault(TimeZone.getTimeZone(id));
    try (HistoryDatabase database =
        HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)))) {
      Scheduler scheduler =
          Scheduler.create(
                  database.source(),
                  Tasks.custom("status", String.class)
                      .execute((_, _) -> (complete, operations) -> operations.stop()))
              .serializer(new WordSerializer())
              .jdbcCustomization(new UtcTimes())
              .build();
      scheduler.scheduleIfNotExists(new TaskInstance<>("status", "job", ""), time);
      SchedulerClient client = Service.client(database.source());
      assertThat(
              client
                  .getScheduledExecution(TaskInstanceId.of("status", "job"))
                  .orElseThrow()
                  .getExecutionTime())
          .isEqualTo(time);
    }
  }
}
