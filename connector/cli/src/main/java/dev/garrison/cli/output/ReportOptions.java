package dev.garrison.cli.output;

import dev.garrison.language.Text;
import dev.garrison.probe.report.ReportFile;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for an HTML report alongside the answer. */
public final class ReportOptions {
  @Option(names = "--report", paramLabel = "FILE.html")
  private @Nullable Path report;

  @Option(names = "--overwrite")
  private boolean overwrite;

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
  public void write(Console console, Supplier<String> page) {
    if (report != null) {
      ReportFile.write(report, page.get(), overwrite);
      console.err().println(Text.of("report.written", "file", report).shown());
    }
  }
}
