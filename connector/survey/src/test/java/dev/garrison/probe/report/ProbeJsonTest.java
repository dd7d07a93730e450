package dev.garrison.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.outcome.SiteNames.Kind;
import dev.garrison.state.RecordCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The files lie in {@code printed/1}, as Garrison printed them before it had forms, but for the
 * lines of Java and the system. They are never made again: what they hold, somebody's script reads.
 * Only a sentence that is worded anew is changed there too, by hand.
 */
final class ProbeJsonTest {
  private static final Diagnostic PROBLEM =
      Diagnostic.error(RecordCode.JOURNAL_UNREADABLE, "PS1 does not answer.", "Ask PS1.");

  private final ProbeJson json = new ProbeJson(new Json(), "0.1.0");

  private static ProbeResult result() {
    SiteNames names = new SiteNames();
    names.know(Kind.SITE, "PS1");
    return new ProbeResult(
        "contoso-prod",
        "PS1",
        Instant.parse("2026-11-24T21:00:00Z"),
        List.of(
            new ProbeSection(
                "Site",
                "PS1",
                List.of(
                    new ProbeLine(
                        "version", "Version", new Outcome.Passed(Text.verbatim("PS1 is 2403"))),
                    new ProbeLine(
                        "rights", "Rights", new Outcome.Skipped(Text.verbatim("PS1 hides them"))),
                    new ProbeLine(
                        "clock",
                        "Clock",
                        new Outcome.Warned(Text.verbatim("late"), List.of(PROBLEM))),
                    new ProbeLine(
                        "classes",
                        "Classes",
                        new Outcome.Failed(
                            Text.verbatim("missing"), List.of(PROBLEM), List.of("one of PS1"))))),
            new ProbeSection("Share", "", List.of())),
        names);
  }

  private static void asBefore(String file, String answer) throws IOException {
    String name = "printed/1/" + file;
    try (InputStream before =
        Objects.requireNonNull(ProbeJsonTest.class.getResourceAsStream(name), name)) {
      assertThat(
              answer
                  .replaceFirst("(?m)^  \"java\" : .*\n", "")
                  .replaceFirst("(?m)^  \"os\" : .*\n", ""))
          .isEqualTo(new String(before.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aResultIsAsItWasPrintedBefore() throws IOException {
    asBefore("probe.json", json.whole(result()));
  }

  @Test
  void aResultWithoutNamesIsAsItWasPrintedBefore() throws IOException {
    asBefore("probe-redacted.json", json.redacted(result()));
  }
}
