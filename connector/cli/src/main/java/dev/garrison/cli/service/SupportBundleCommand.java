package dev.garrison.cli.service;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.probe.report.ReportFile;
import dev.garrison.session.Operator;
import dev.garrison.support.SupportBundle;
import dev.garrison.support.SupportReader;
import dev.garrison.support.SupportSources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garrison support-bundle}: collects information for support, without names. */
@Command(name = "support-bundle")
public final class SupportBundleCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final int KIB = 1024;

  private final Console console;
  private final Parts parts;

  @Mixin private ManifestOptions options;

  @Option(names = "--out", paramLabel = "FILE.zip")
  private @Nullable Path out;

  @Option(names = "--probe")
  private boolean withProbe;

  @Mixin private AnswerOptions answer;

  /**
   * Parts for making a bundle.
   *
   * @param probing opens the site for a probe
   * @param clock the clock, with the time zone of the computer
   */
  public record Parts(
      JobAccessOpening opening, ProbeAccess.Opening probing, Operator operator, Clock clock) {}

  public SupportBundleCommand(Console console, Parts parts) {
    this.console = console;
    this.parts = parts;
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalDateTime time = LocalDateTime.now(parts.clock());
    Path file =
        Optional.ofNullable(out)
            .orElseGet(() -> Path.of("garrison-support-%s.zip".formatted(STAMP.format(time))));
    ReportFile.refuseExisting(file);
    SupportBundle bundle =
        new SupportReader(
                new SupportSources(
                    options.manifest(),
                    options.state(),
                    parts.opening(),
                    Optional.of(parts.probing()).filter(_ -> withProbe),
                    parts.operator(),
                    parts.clock()))
            .read();
    byte[] zip = bundle.zip(time);
    if (!answer.json()) {
      show(bundle);
    }
    ReportFile.write(file, zip);
    if (answer.json()) {
      console.out().print(new Json().pretty(SupportBundleAnswer.of(bundle, file, zip.length)));
    } else {
      console.out().println();
      console
          .out()
          .println(
              Text.of(
                      "bundle.written",
                      "file",
                      file,
                      "count",
                      bundle.files().size(),
                      "size",
                      size(zip.length))
                  .shown());
    }
    return ExitCode.OK;
  }

  private void show(SupportBundle bundle) {
    console.out().println(Text.of("bundle.contents").shown());
    bundle
        .files()
        .forEach(each ->
            console.out().printf("  %-20s %9s  %s%n", each.name(), size(each.size()), each.what()));
    console.out().println();
    console.out().println(Text.of("bundle.replaced").shown());
    bundle.replaced().forEach(this::replaced);
    if (!bundle.remarks().isEmpty()) {
      console.out().println();
      console.out().println(Text.of("bundle.unread").shown());
      bundle.remarks().forEach(each -> console.out().println(ScreenText.text("  - " + each)));
    }
  }

  private void replaced(String kind, int count) {
    console.out().printf("  %-20s %9d%n", "<" + kind + "-...>", count);
  }

  private static String size(int bytes) {
    return bytes < KIB ? bytes + " B" : bytes / KIB + " KiB";
  }
}
