package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.trial.TrialSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An apply whose output goes to a file or another program. */
final class PipedApplyIT {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private List<String> run(TrialSite site, String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    Confirmation confirmation = new Confirmation(console, new BufferedReader(new StringReader("")));
    new CommandLineProgram(
            console,
            "test",
            List.of(
                new PlanCommand(console, site.sessions()),
                new ApplyCommand(console, site.sessions(), confirmation, site::pass)))
        .run(
            Stream.concat(Stream.of(words), Stream.of("-f", site.manifest().file().toString()))
                .toArray(String[]::new));
    return out.toString().lines().toList();
  }

  @Test
  void eachObjectIsALineForEachChangeOfItsStateAndTheCountsAreThePlans() {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      String plan = folder.resolve("plan.json").toString();
      assertThat(run(site, "plan", "--out", plan))
          .first()
          .isEqualTo("Plan: 21 to create, 0 to change, 0 to delete. 0 waiting, 0 manual.");

      List<String> lines = run(site, "apply", plan, "--wait", "PT6H");

      assertThat(lines).noneMatch(line -> line.contains("\u001b") || line.contains("\r"));
      assertThat(lines.get(1))
          .isEqualTo(
              "Applying 21 changes: 21 to create, 0 to change, 0 to delete. 0 waiting, 0 manual.");
      List<String> states = lines.stream().filter(line -> line.matches("  \\S.*")).toList();
      assertThat(states).doesNotHaveDuplicates();
      assertThat(states).filteredOn(line -> line.startsWith("  + created ")).hasSize(17);
      assertThat(states)
          .filteredOn(line -> line.contains(" MDE pilot - 2019 settings"))
          .containsExactly(
              "  . waiting   deployment     MDE pilot - 2019 settings: waits for distribution \"Defender for Endpoint settings\"",
              "  + created   deployment     MDE pilot - 2019 settings, verified");
      assertThat(lines)
          .contains(
              "Apply complete: 21 of 21 changes applied and verified. 0 waiting, 0 manual, 0 failed.")
          .last()
          .asString()
          .startsWith("22 objects in place: 21 applied, 1 unchanged. Journal run ");
    }
  }

  @Test
  void aJournalThatIsNotIntactIsOneLine() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      run(site, "apply", "--yes");
      assertThat(err.toString()).doesNotContain("journal");
      Path journal = journal();
      Files.writeString(journal, Files.readString(journal).replaceFirst("CREATE", "UPDATE"));
      site.pass(Duration.ofHours(1));
      run(site, "apply", "--yes");
      assertThat(err.toString().lines().filter(line -> line.contains("journal")))
          .containsExactly(
              "The journal of earlier runs isn't intact. Run \"garrison journal verify\" for details.");
      assertThat(out.toString()).contains("Apply ");
    }
  }

  private Path journal() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(".garrison"))) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }

  @Test
  void colorsAreThereOnlyWhenTheyAreAskedFor() {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(run(site, "plan")).noneMatch(line -> line.contains("\u001b"));
      assertThat(run(site, "plan", "--color", "always"))
          .contains(
              "  \u001b[32m+\u001b[0m create    collection   MDE pilot - all                   limited to All Servers");
      assertThat(run(site, "--color", "always", "plan", "--no-color"))
          .noneMatch(line -> line.contains("\u001b"));
    }
  }

  @Test
  void aSavedPlanSaysUntilWhenItCanBeAppliedAndWhy() {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      String plan = folder.resolve("plan.json").toString();
      run(site, "plan", "--expires", "1h", "--out", plan);
      assertThat(err.toString()).containsPattern("before \\S+ \\S+ UTC, as --expires specifies\\.");
      run(site, "plan", "--out", plan);
      assertThat(err.toString())
          .containsPattern(
              "before \\S+ \\S+ UTC\\. After that, its deadlines would be too near\\.");
    }
  }

  @Test
  void anApplyThatIsNotAtItsEndSaysSo() {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(run(site, "apply", "--yes"))
          .contains(
              "Apply incomplete: 11 of 21 changes applied and verified. 4 begun, 6 waiting, 0 manual, 0 failed.");
    }
  }
}
