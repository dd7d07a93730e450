package dev.garrison.cli.fleet;

import dev.garrison.cli.Console;
import dev.garrison.probe.report.ReportFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Of which servers a command speaks, and how: options that commands on servers share. */
public final class ServerOptions {
  @Option(
      names = "--ring",
      paramLabel = "RING",
      description = "Speak of the servers of this ring alone.")
  private @Nullable String ring;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "Speak of this server alone, with all that is known of it.")
  private @Nullable String server;

  @ArgGroup(exclusive = true)
  private @Nullable Form form;

  /** Instead of the screen. */
  private static final class Form {
    @Option(names = "--json", description = "Print every server as JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Print every server as CSV, for a spreadsheet.")
    private boolean csv;
  }

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also write a page, to print or to hand on. Nothing is overwritten.")
  private @Nullable Path report;

  @Option(
      names = "--overwrite",
      description = "Let the report take the place of one that is there.")
  private boolean overwrite;

  /** Of which servers. */
  public Selection selection() {
    return new Selection(Optional.ofNullable(ring), Optional.ofNullable(server));
  }

  /** Whether JSON is asked for. */
  public boolean json() {
    return form != null && form.json;
  }

  /** Whether CSV is asked for. */
  public boolean csv() {
    return form != null && form.csv;
  }

  /** Whether only one server is meant. */
  public boolean isOfOne() {
    return server != null;
  }

  /**
   * Before anything is read: whether the report could be written.
   *
   * @throws dev.garrison.diagnostic.RefusalException where it would take the place of another file
   */
  public void refuseExisting() {
    if (report != null && !overwrite) {
      ReportFile.refuseExisting(report);
    }
  }

  /** Writes the report where one is asked for. */
  public void report(Console console, Supplier<String> page) {
    if (report != null) {
      ReportFile.write(report, page.get(), overwrite);
      console.err().printf("Report written to %s.%n", report);
    }
  }
}
