package dev.garrison.cli.probe;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.ProbeView;
import dev.garrison.json.Json;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.report.ProbeJson;
import dev.garrison.probe.report.ReportFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** What becomes of a probe's result: a screen or JSON, and perhaps a report without names. */
public final class ProbeOutput {
  private final Console console;
  private final Clock clock;
  private final String version;

  /**
   * @param clock with the zone in which times are shown
   * @param version of Garrison
   */
  public ProbeOutput(Console console, Clock clock, String version) {
    this.console = console;
    this.clock = clock;
    this.version = version;
  }

  /**
   * Has the probe made and shows it.
   *
   * @param report where to write the report; refused before the probe when there is such a file
   * @return the exit code
   */
  public int of(Supplier<ProbeResult> probe, boolean asJson, Optional<Path> report) {
    report.ifPresent(ReportFile::refuseExisting);
    ProbeResult result = probe.get();
    ProbeJson json = new ProbeJson(new Json(), version);
    if (asJson) {
      console.out().print(json.whole(result));
    } else {
      console.out().println(ProbeView.render(result, clock.getZone()));
    }
    report.ifPresent(file -> {
      ReportFile.write(file, json.redacted(result));
      console
          .err()
          .printf("Report without names written to %s. Read it before you send it.%n", file);
    });
    return result.failed() == 0 ? ExitCode.OK : ExitCode.ERROR;
  }
}
