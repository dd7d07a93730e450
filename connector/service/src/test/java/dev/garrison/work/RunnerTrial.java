package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.Pause;
import dev.garrison.history.History;
import dev.garrison.history.JobModes;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.payload.Packages;
import dev.garrison.session.Sessions;
import dev.garrison.share.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A runner of jobs on a site in memory. */
abstract class RunnerTrial extends HistoryTrial {
  static final String JOBS =
      """
      jobs:
        schedules:
          - {job: rollout, every: 6h, autoApply: [prepare, halt, deploy]}
          - {job: package-refresh, every: 6h, autoApply: [prepare]}
      """;

  final PilotRing pilot = new PilotRing(site);
  final List<String> opened = new ArrayList<>();
  Pause pause = time -> now = now.plus(time);
  Path file = Path.of("unset");

  @BeforeEach
  void writeManifest() throws IOException {
    file = folder.resolve("garrison.yaml");
    Files.writeString(file, text(JOBS));
  }

  final JobRunner runner() {
    return new JobRunner(
        new JobPlaces(
            file,
            Optional.of(folder.resolve("state")),
            new SmallSite(),
            _ -> UpdateServers.silent(manifest("")),
            (_, _) ->
                new Packages(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    FileSource.of("x", new byte[] {1}),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    List.of()),
            clock(),
            time -> pause.pause(time)),
        new History(database()),
        "svc on adm01");
  }

  private final class SmallSite implements Sessions {
    @Override
    public OpenSession open(Path manifest, Optional<Path> state, Part part) {
      assertThat(manifest).isEqualTo(file);
      assertThat(state).contains(folder.resolve("state"));
      opened.add(part.word());
      return RunnerTrial.this.open();
    }

    @Override
    public OpenSession openAs(Path manifest, String text, Optional<Path> state) {
      throw new AssertionError("nothing is tried");
    }
  }

  final void mode(JobKind job, JobMode mode) {
    new JobModes(database()).set(job, mode, now, "anna");
  }

  final JobRun run(JobKind job) {
    return runner().run(job, JobRun.Reason.SCHEDULE);
  }
}
