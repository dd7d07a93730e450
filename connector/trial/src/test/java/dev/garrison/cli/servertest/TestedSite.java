package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.journal.JournalCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.UndoCommand;
import dev.garrison.clientscript.SiteScripts;
import dev.garrison.json.Json;
import dev.garrison.lab.ServedRequest;
import dev.garrison.runscript.DetectionScript;
import dev.garrison.runscript.TestScript;
import dev.garrison.trial.TrialSite;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A site with servers that stand in every way, and the command line before it. */
final class TestedSite implements AutoCloseable {
  static final TestScript SCRIPT =
      DetectionScript.script(SiteScripts.detectionTest(Optional.empty()));

  private final TrialSite site;

  TestedSite(String name, Path folder) {
    site = new TrialSite(name, folder);
  }

  /** A run of a command line. */
  record Printed(int exit, String out, String err) {
    /** Those of a run with {@code --json}. */
    JsonNode results() {
      return new Json().parse(out).path("results");
    }
  }

  TrialSite site() {
    return site;
  }

  /** Two people made the script: one run makes it, and somebody else approves it. */
  void approved() {
    assertThat(run("test-detection", "--yes", "--server", "OWN01").exit()).isEqualTo(3);
    site.lab().withScripts(library -> library.approve(SCRIPT.name()));
    site.lab().requests().reset();
    site.pass(Duration.ofSeconds(1));
  }

  /** What was written since then. */
  List<String> writes() {
    List<String> writes = new ArrayList<>();
    for (ServedRequest request : site.lab().requests().all()) {
      if (!request.method().equals("GET")) {
        writes.add(request.method() + " " + request.path().substring(1));
      }
    }
    return writes;
  }

  int alerts(String server) {
    return site.lab().servers().detectionAlerts(server);
  }

  /** Where nobody can be asked. */
  Printed run(String... words) {
    return run(false, "", words);
  }

  /** A person at a terminal, who types this. */
  Printed typing(String typed, String... words) {
    return run(true, typed + "\n", words);
  }

  private Printed run(boolean terminal, String typed, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), terminal);
    Confirmation confirmation =
        new Confirmation(console, new BufferedReader(new StringReader(typed)));
    int exit =
        new CommandLineProgram(
                console,
                "1.2.3",
                List.of(
                    new TestDetectionCommand(console, site.detection(), confirmation, site::pass),
                    new TestConnectivityCommand(
                        console, site.connectivity(), confirmation, site::pass),
                    new UndoCommand(console, site.sessions(), confirmation),
                    new JournalCommand(console)))
            .run(
                Stream.concat(Stream.of(words), Stream.of("-f", site.manifest().file().toString()))
                    .toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  @Override
  public void close() {
    site.close();
  }
}
