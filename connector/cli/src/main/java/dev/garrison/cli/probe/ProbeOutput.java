package dev.garrison.cli.probe;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.report.ProbeJson;
import dev.garrison.probe.report.ReportFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Output of a probe: screen, JSON or CSV, and optionally a report without names. */
public final class ProbeOutput {
  private final Console console;
  private final Clock clock;
  private final String version;

  /**
   * @param clock the clock, with the time zone in which times are shown
   * @param version the version of Garrison
   */
  public ProbeOutput(Console console, Clock clock, String version) {
    this.console = console;
    this.clock = clock;
    this.version = version;
  }

  /**
   * Runs the probe and shows its result.
   *
   * @param report the file for the report; an existing file is refused before the probe
   * @return the exit code
   */
  public int of(Supplier<ProbeResult> probe, RowOptions answer, Optional<Path> report) {
    report.ifPresent(ReportFile::refuseExisting);
    ProbeResult result = probe.get();
    ProbeJson json = new ProbeJson(new Json(), version);
    answer.print(
        console,
        out -> out.print(json.whole(result)),
        out -> ProbeRow.COLUMNS.print(out, ProbeRow.of(result)::forEach),
        out -> out.println(ProbeView.render(result, new TerminalTime(clock.getZone()))));
    report.ifPresent(file -> {
      ReportFile.write(file, json.redacted(result));
      console.err().println(Text.of("probe.report-written", "file", file).shown());
    });
    return result.failed() == 0 ? ExitCode.OK : ExitCode.ERROR;
  }
}
