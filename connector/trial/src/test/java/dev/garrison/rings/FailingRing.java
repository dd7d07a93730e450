package dev.garrison.rings;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.fleet.StatusCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.rollout.RolloutCommand;
import dev.garrison.ring.RingReport;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialJobs;
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

/** A site with one ring of four servers, of which two fail until they are repaired. */
final class FailingRing implements AutoCloseable {
  private static final Duration ROUND = Duration.ofMinutes(10);

  private final TrialSite site;

  FailingRing(Path folder) throws IOException {
    this(folder, true);
  }

  /**
   * @param pausable whether the site lets a deployment be disabled
   */
  FailingRing(Path folder, boolean pausable) throws IOException {
    String text =
        """
        code: PS1
        id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
        providerVersion: 5.2203.1063.1000
        pausableDeployments: %s
        sites:
          - {code: PS1, name: Lab primary, type: 2, build: 9078, version: 5.00.9078.1000, parent: ""}
        updates:
          - {guid: 10000000-0000-4000-8000-000000002203, name: "Configuration Manager 2203", fullVersion: 5.00.9078.1000, clientVersion: 5.00.9078.1006, state: 196612, history: true}
        devices:
          - {name: SRV1, os: "2019", client: "5.00.9078.1006", window: "00:00", windowHours: 24}
          - {name: SRV2, os: "2022", client: "5.00.9078.1006", window: "00:00", windowHours: 24}
          - {name: SRV3, os: "2019", client: "5.00.9078.1006", window: "00:00", windowHours: 24, exitCode: 1603}
          - {name: SRV4, os: "2022", client: "5.00.9078.1006", window: "00:00", windowHours: 24, exitCode: 1603}
        collections:
          - {name: All Servers, members: [SRV1, SRV2, SRV3, SRV4]}
          - {name: Pilot servers, members: [SRV1, SRV2, SRV3, SRV4]}
        groups:
          - {name: Europe DPs, points: 2, dead: 0}
        """
            .formatted(pausable);
    site = TrialSite.of(Files.writeString(folder.resolve("site.yaml"), text), folder);
  }

  TrialSite site() {
    return site;
  }

  /** Opens the ring, and lets its servers fail. */
  void letFail() {
    for (int round = 0; round < 3; round++) {
      applied();
      site.pass(ROUND);
    }
    site.pass(Duration.ofDays(4));
  }

  /** One run, which has to succeed. */
  void applied() {
    if (!site.apply().isEmpty()) {
      throw new AssertionError("an apply failed");
    }
  }

  void repair() {
    site.lab().servers().repair("SRV3");
    site.lab().servers().repair("SRV4");
  }

  RingReport report() {
    try (OpenSession open = site.open()) {
      return open.session().rings().getFirst();
    }
  }

  /** What a person types, who takes this long to answer yes. */
  Typed type(Duration thinking, String... words) {
    site.pass(Duration.ofMinutes(1));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), true);
    BufferedReader answers =
        new BufferedReader(new StringReader("y\n")) {
          @Override
          public String readLine() throws IOException {
            site.pass(thinking);
            return super.readLine();
          }
        };
    RolloutCommand command =
        new RolloutCommand(
            console,
            site.sessions(),
            new Confirmation(console, answers),
            new TrialJobs(site).opening());
    int exit =
        new CommandLineProgram(
                console,
                "test",
                List.of(command, new StatusCommand(console, site.sessions(), site::pass)))
            .run(
                Stream.concat(Stream.of(words), Stream.of("-f", site.manifest().file().toString()))
                    .toArray(String[]::new));
    return new Typed(exit, out.toString(), err.toString());
  }

  /** What came of it. */
  record Typed(int exit, String out, String err) {}

  @Override
  public void close() {
    site.close();
  }
}
