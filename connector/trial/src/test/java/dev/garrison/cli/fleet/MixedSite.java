package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.TrialSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A site whose servers stand in every way, and the command line before it. */
final class MixedSite implements AutoCloseable {
  private static final int MOST_ROUNDS = 24;

  private final TrialSite site;

  MixedSite(String name, Path folder) {
    this(new TrialSite(name, folder), name);
  }

  /** A site from a file. */
  MixedSite(Path file, Path folder) {
    this(TrialSite.of(file, folder), "");
  }

  private MixedSite(TrialSite trial, String name) {
    site = trial;
    site.manifest().replace("[2012R2, 2019, 2022]", "[2012R2, 2019, 2022, 2025]");
    if (name.equals("mixed")) {
      site.manifest()
          .replace(
              "sampleSharing",
              """
                - name: broad
                  collections: [Production servers]
                  maxDevices: 50
                  deadline: "+3d 22:00"
                  antivirus: active
              exceptions:
                - server: FS02
                  reason: moves in May
                  owner: jo
                  until: 2026-12-24
              sampleSharing\
              """);
    }
  }

  /** A run of a command line. */
  record Printed(int exit, String out, String err) {}

  TrialSite site() {
    return site;
  }

  /** Deploys to both rings, and lets the servers have their time. */
  void settle() {
    applyAll();
    site.pass(Duration.ofMinutes(1));
    try (OpenSession open = site.open()) {
      RingOrder order = new RingOrder(RingOrder.Kind.SKIP, "pilot", "CHG1");
      Planned shown = open.session().order(order);
      try (WriteSession writing = open.session().write()) {
        assertThat(
                writing
                    .carryOutAsShown(shown, open.session().order(order), ApplyListener.silent())
                    .report()
                    .succeeded())
            .isTrue();
      }
    }
    applyAll();
    site.pass(Duration.ofDays(6));
  }

  /** Applies until only what waits is left. */
  private void applyAll() {
    for (int round = 0; round < MOST_ROUNDS && site.plan().writes(); round++) {
      assertThat(site.apply()).isEmpty();
      site.pass(Duration.ofMinutes(10));
    }
    assertThat(site.plan().writes()).isFalse();
  }

  Printed run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int exit =
        new CommandLineProgram(
                console, "1.2.3", List.of(new StatusCommand(console, site.sessions(), site::pass)))
            .run(Stream.concat(Stream.of(words), inManifest()).toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  private Stream<String> inManifest() {
    return Stream.of("-f", site.manifest().file().toString());
  }

  @Override
  public void close() {
    site.close();
  }
}
