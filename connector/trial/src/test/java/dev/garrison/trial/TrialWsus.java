package dev.garrison.trial;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.catalog.CatalogCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.probe.ProbeOutput;
import dev.garrison.cli.wsus.SyncDialogue;
import dev.garrison.cli.wsus.WsusCommand;
import dev.garrison.connection.Pause;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.wiring.UpdateServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stand-in update servers, a manifest that names them, and {@code garrison wsus} in this process.
 */
public final class TrialWsus implements AutoCloseable {
  private final Lab lab;
  private final Path manifest;
  private Pause pause = _ -> {};

  /**
   * @param folder an empty folder
   */
  public TrialWsus(Path folder) {
    lab = Lab.start("wsus", new LabOptions(TrialUpdates.START, Map.of(), Optional.empty()));
    manifest = folder.resolve("garrison.yaml");
    text(
        manifestOf(lab)
            + String.join(
                "",
                lab.updateServers().all().stream()
                    .map(server -> "    - {url: \"%s\", owner: wsus}%n".formatted(server.url()))
                    .toList()));
  }

  /** A manifest of the lab's site, up to the servers of WSUS. */
  static String manifestOf(Lab lab) {
    return """
    apiVersion: garrison.dev/v1
    name: trial
    site:
      code: PS1
      providers: ["%s"]
    content:
      publishTo: "folder:share"
      contentSource: '\\\\files.lab.example\\mde$'
    tenant:
      orgId: 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2
    packages:
      onboarding: packages/WindowsDefenderATPOnboardingScript.cmd
    limitingCollection: All Servers
    distribution:
      groups: [Europe DPs]
    operatingSystems: [2019, 2022]
    rings:
      - name: pilot
        collections: [Pilot servers]
        maxDevices: 25
        deadline: "+3d 22:00"
        antivirus: active
    sampleSharing: none
    wsus:
      servers:
    """
        .formatted(lab.adminService());
  }

  /** One of the lab's servers. */
  public UpdateServer server(String name) {
    return lab.updateServers().named(name);
  }

  /** The lab with them. */
  public Lab lab() {
    return lab;
  }

  /** From now on waiting moves the lab's time on, which is the program's too. */
  public void passWhileWaiting() {
    pause = lab.clock()::advance;
  }

  /** Changes one passage of the manifest, which must be there. */
  public void replace(String passage, String by) {
    String text = text();
    if (!text.contains(passage)) {
      throw new IllegalArgumentException("the manifest does not say: " + passage);
    }
    text(text.replace(passage, by));
  }

  /** Lets servers be written to, besides software update points. */
  public void allowWrites() {
    for (UpdateServer server : lab.updateServers().all()) {
      text(
          text()
              .replace(
                  server.url() + "\", owner: wsus}",
                  server.url()
                      + "\", owner: wsus, serverId: "
                      + server.id()
                      + ", allowWrites: true}"));
    }
  }

  /** Lets all servers be of those that public evidence leaves open. */
  public void vary(Collection<Variant> variants) {
    lab.updateServers().all().forEach(server -> server.quirks(quirks -> quirks.vary(variants)));
  }

  /** Takes the whole section out. */
  public void withoutServers() {
    text(text().replaceFirst("(?s)wsus:.*", ""));
  }

  private String text() {
    try {
      return Files.readString(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String text) {
    try {
      Files.writeString(manifest, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code garrison wsus} with these words. */
  public TrialProbe.Ended run(String... words) {
    return program("wsus", words);
  }

  /** Runs {@code garrison catalog} with these words. */
  public TrialProbe.Ended catalog(String... words) {
    return program("catalog", words);
  }

  private TrialProbe.Ended program(String command, String... words) {
    return program(manifest, lab.clock(), pause, command, words);
  }

  static TrialProbe.Ended program(
      Path manifest, Clock clock, Pause pause, String command, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    UpdateServers servers =
        new UpdateServers(new Tempo(clock, pause, () -> 0.5), Map.of(), _ -> Optional.empty());
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of(words));
    line.addAll(List.of("-f", manifest.toString()));
    int code =
        new CommandLineProgram(
                console,
                "0",
                List.of(
                    new CatalogCommand(console, servers, clock),
                    new WsusCommand(
                        console,
                        servers,
                        clock,
                        new ProbeOutput(console, clock, "0"),
                        new SyncDialogue(
                            console,
                            new Confirmation(console, new BufferedReader(new StringReader(""))),
                            clock,
                            pause))))
            .run(line.toArray(String[]::new));
    return new TrialProbe.Ended(code, out.toString(), err.toString());
  }

  /** Runs one of its commands on one server only. */
  public TrialProbe.Ended runOn(String name, String command, String... words) {
    List<String> line =
        new ArrayList<>(List.of(command, "--server", server(name).url().getAuthority()));
    line.addAll(List.of(words));
    return run(line.toArray(String[]::new));
  }

  @Override
  public void close() {
    lab.close();
  }
}
