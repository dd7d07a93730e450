package dev.garrison.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.json.Json;
import dev.garrison.state.JournalFile;
import dev.garrison.state.Run;
import dev.garrison.state.StateFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(console, "1.2.3", List.of(new JournalCommand(console))).run(args);
  }

  private int verify(String... more) {
    return run(
        Stream.concat(Stream.of("journal", "verify", "-f", manifest()), Stream.of(more))
            .toArray(String[]::new));
  }

  private String manifest() {
    return folder.resolve("garrison.yaml").toString();
  }

  private String write(String site, String name) {
    Run run =
        new Run(
            name,
            Instant.parse("2026-11-24T21:07:33Z"),
            "root",
            "adm01",
            "CONTOSO\\svc",
            site,
            "contoso-prod",
            "0123456789abcdef",
            "p",
            Optional.empty(),
            Optional.empty());
    StateFolder state = StateFolder.beside(folder.resolve("garrison.yaml"));
    try (JournalFile journal = JournalFile.begin(new Json(), state, run)) {
      journal.end(new ApplyReport(Map.of(), journal.head()));
      return journal.head();
    }
  }

  @Test
  void theJournalLiesBesideTheManifest() {
    String head = write("PS1", "1");
    assertThat(verify()).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines())
        .containsExactly("Intact: site PS1, 1 run, 2 entries, chain head " + head);
  }

  @Test
  void noJournalIsAnErrorAndNothingIsMade() {
    assertThat(verify()).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString().lines().findFirst())
        .hasValue(
            "error: No journal found in %s. [GAR-0607]".formatted(folder.resolve(".garrison")));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theExpectedHeadIsCompared() {
    String head = write("PS1", "1");
    assertThat(verify("--expect", head.substring(0, 12))).isEqualTo(ExitCode.OK);
    assertThat(verify("--expect", "0".repeat(12))).isEqualTo(ExitCode.ERROR);
    assertThat(out.toString()).contains("FAIL  the chain head isn't the expected one");
  }

  @Test
  void aShortExpectedHeadIsAMistake() {
    String head = write("PS1", "1").substring(0, 11);
    assertThat(verify("--expect", head)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines().findFirst())
        .hasValue(
            "error: \"%s\" isn't a chain head. Specify at least its first 12 digits. [GAR-0702]"
                .formatted(head));
  }

  @Test
  void everySiteIsVerifiedAndOneHeadBelongsToOne() {
    write("PS1", "1");
    String head = write("PS2", "2");
    assertThat(verify()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("site PS1, 1 run,").contains("site PS2, 1 run,");
    assertThat(verify("--expect", head)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines().findFirst())
        .hasValue(
            "error: --expect is the chain head of one site, but the state directory has several:"
                + " PS1, PS2. Choose one with --site.");
    assertThat(verify("--expect", head, "--site", "ps2")).isEqualTo(ExitCode.OK);
  }

  @Test
  void aRunIsFoundInWhicheverSiteHasIt() {
    write("PS1", "1");
    write("PS2", "2");
    assertThat(run("journal", "show", "-f", manifest(), "2")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("by root on adm01");
    assertThat(run("journal", "show", "-f", manifest(), "3")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString()).contains("No journal of run \"3\" found");
  }

  private JsonNode json() {
    return new Json().parse(out.toString());
  }

  @Test
  void theVerdictOfEverySiteIsOneDocument() {
    write("PS1", "1");
    String head = write("PS2", "2");
    assertThat(verify("--json")).isEqualTo(ExitCode.OK);
    assertThat(json().path("format").asText()).isEqualTo("garrison.journal-verify/1");
    assertThat(json().path("intact").asBoolean()).isTrue();
    assertThat(json().path("sites").findValuesAsText("site")).containsExactly("PS1", "PS2");
    assertThat(json().path("sites").path(1).path("head").asText()).isEqualTo(head);
  }

  @Test
  void anUnexpectedHeadIsNotIntact() {
    write("PS1", "1");
    assertThat(verify("--expect", "0".repeat(12), "--output", "json")).isEqualTo(ExitCode.ERROR);
    assertThat(json().path("intact").asBoolean()).isFalse();
    assertThat(json().path("sites").path(0).path("expected").asBoolean()).isFalse();
    assertThat(json().path("sites").path(0).path("problems").isEmpty()).isTrue();
  }

  @Test
  void runsAreListedForPrograms() {
    write("PS1", "1");
    assertThat(run("journal", "show", "-f", manifest(), "--json")).isEqualTo(ExitCode.OK);
    assertThat(out)
        .hasToString(
            """
            {
              "format" : "garrison.journal-runs/1",
              "runs" : [
                {
                  "at" : "2026-11-24T21:07:33Z",
                  "changeId" : null,
                  "done" : 0,
                  "ended" : true,
                  "failed" : 0,
                  "host" : "adm01",
                  "identity" : "CONTOSO\\\\svc",
                  "manifest" : "contoso-prod",
                  "manifestDigest" : "0123456789abcdef",
                  "osUser" : "root",
                  "planDigest" : "p",
                  "run" : "1",
                  "site" : "PS1",
                  "unknown" : 0,
                  "waiting" : 0
                }
              ]
            }
            """);
  }

  @Test
  void runsAreRowsOfASpreadsheet() {
    write("PS1", "1");
    assertThat(run("journal", "show", "-f", manifest(), "--csv")).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines())
        .containsExactly(
            "site,run,started,person,computer,account,manifest,plan,change,run"
                + " ended,done,failed,waiting,unknown",
            "PS1,1,2026-11-24T21:07:33Z,root,adm01,CONTOSO\\svc,contoso-prod,p,,yes,0,0,0,0");
  }
}
