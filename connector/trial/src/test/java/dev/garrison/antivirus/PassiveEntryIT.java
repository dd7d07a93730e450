package dev.garrison.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.antivirus.AntivirusCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.json.Json;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.ring.RingReport;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passive ring on a whole site: nobody loses its only protection, and the gate sees the mode. */
@Tag("first")
final class PassiveEntryIT {
  private static final List<String> SERVERS = List.of("APP02", "FS01", "WEB02");
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(6);
  private static final String STATED =
      """
      antivirus: passive
          otherAntivirus: [{server: WEB02, product: Contoso Antivirus, reason: trial, owner: trial, until: 2099-12-31}]\
      """;

  @TempDir private Path folder;

  private TrialSite site(String antivirus) {
    TrialSite site = new TrialSite("2207", folder);
    site.manifest().replace("antivirus: active", antivirus);
    return site;
  }

  private static void play(TrialSite site) {
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_THE_DEADLINE);
    assertThat(site.converge()).isEmpty();
  }

  private static Map<String, String> modes(TrialSite site) {
    Map<String, String> modes = new TreeMap<>();
    SERVERS.forEach(server ->
        modes.put(server, site.lab().servers().runningMode(server).orElse("not onboarded")));
    return modes;
  }

  private static RingReport pilot(TrialSite site) {
    try (OpenSession open = site.open()) {
      return open.session().rings().getFirst();
    }
  }

  private record Printed(int exit, String out, String err) {}

  private static Printed run(TrialSite site, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int exit =
        new CommandLineProgram(
                console,
                "1.2.3",
                List.of(new AntivirusCommand(console, site.sessions(), site::pass)))
            .run(
                Stream.of(
                        Stream.of("antivirus"),
                        Stream.of(words),
                        Stream.of("-f", site.manifest().file().toString()))
                    .flatMap(some -> some)
                    .toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  @Test
  void noServerWithoutAnotherAntivirusEntersAPassiveRing() {
    try (TrialSite site = site("antivirus: passive")) {
      assertThat(site.plan().remarks())
          .anyMatch(remark ->
              remark.startsWith(
                  "Action needed: ring pilot: 3 of its servers are not ready and stay out: APP02, FS01, WEB02."));
      play(site);
      assertThat(modes(site))
          .isEqualTo(
              Map.of("APP02", "not onboarded", "FS01", "not onboarded", "WEB02", "not onboarded"));
    }
  }

  @Test
  void aServerWhoseStatedServiceInventoryDoesNotShowStaysOut() {
    try (TrialSite site =
        site(STATED.replace("server: WEB02,", "server: WEB02, service: ContosoSvc,"))) {
      assertThat(site.plan().remarks())
          .anyMatch(remark ->
              remark.startsWith(
                  "Action needed: ring pilot: 3 of its servers are not ready and stay out"));
    }
  }

  @Test
  void aStatedServerThatTheRingDoesNotHaveIsRemarkedOn() {
    try (TrialSite site =
        site(STATED.replace("server: WEB02,", "server: WEB20.contoso.example,"))) {
      assertThat(site.plan().remarks())
          .contains(
              "ring pilot: \"otherAntivirus\" names the server WEB20.contoso.example, which is none of its servers; did you mean WEB02?");
    }
  }

  @Test
  void onlyTheServerThatTheManifestStatesEnters() {
    try (TrialSite site = site(STATED)) {
      play(site);
      assertThat(modes(site))
          .isEqualTo(
              Map.of("APP02", "not onboarded", "FS01", "not onboarded", "WEB02", "Passive Mode"));
      assertThat(site.converge()).isEmpty();
    }
  }

  @Test
  void aStatementCountsForAProductWhoseServiceNoListNames() {
    try (TrialSite site =
        site(STATED.replace("product: Contoso Antivirus", "product: Deep Instinct"))) {
      OtherAntivirus product =
          new OtherAntivirus(
              "Deep Instinct", Optional.empty(), Optional.of("Deep Instinct Agent"), true, true);
      site.lab().servers().install("WEB02", product);
      site.lab().servers().install("APP02", product);
      site.pass(Duration.ofDays(2));

      Printed csv = run(site, "--csv");
      assertThat(csv.out())
          .contains("Deep Instinct (stated in the manifest)")
          .contains("not ready, because Deep Instinct is installed, but may not be running");
      play(site);
      assertThat(modes(site))
          .isEqualTo(
              Map.of("APP02", "not onboarded", "FS01", "not onboarded", "WEB02", "Passive Mode"));
    }
  }

  @Test
  void aGateStaysClosedOverAnUnknownModeAndASampleOpensIt() {
    try (TrialSite site = site(TrialManifest.passive("Pilot servers"))) {
      play(site);
      assertThat(pilot(site).reason())
          .startsWith("the antivirus mode of 3 of its 3 onboarded servers is not known (")
          .endsWith("or \"garrison rollout skip pilot\"");

      site.manifest()
          .replace("antivirus: passive", "gate: {modeSample: 2}\n    antivirus: passive");
      assertThat(pilot(site).reason())
          .startsWith(
              "3 of 3 servers (100%) onboarded, the mode of 1 known by a sample only, soaking until");
    }
  }

  @Test
  void theCommandTellsWhatProtectsEachServerTodayAndAfterThePlan() {
    try (TrialSite site = site(STATED)) {
      Printed json = run(site, "--json");
      assertThat(json.err()).isEmpty();
      assertThat(json.exit()).as("FS01 of 2012 R2 has no antivirus yet").isEqualTo(2);
      JsonNode answer = new Json().parse(json.out());
      Map<String, String> after = new TreeMap<>();
      answer
          .path("servers")
          .forEach(server ->
              after.put(server.path("name").asText(), server.path("after").path("why").asText()));

      assertThat(after)
          .containsEntry(
              "WEB02", "Microsoft Defender Antivirus becomes passive alongside the other product")
          .containsEntry(
              "APP02", "not ready, because no other antivirus product of the list is running");
      assertThat(answer.path("servers").path(0).path("name").asText()).isEqualTo("FS01");
      assertThat(answer.path("servers").path(0).path("danger").asText())
          .isEqualTo("nothing-protects");
      assertThat(run(site, "--csv").out()).contains("Contoso Antivirus (stated in the manifest)");
      assertThat(run(site).out()).contains("passive without another antivirus product");
    }
  }

  @Test
  void askedThemselvesServersTellTheirMode() {
    try (TrialSite site = site(TrialManifest.passive("Pilot servers"))) {
      play(site);

      Printed printed = run(site, "--live", "--server", "WEB02");
      assertThat(printed.out()).contains("mode Passive (live question");
      assertThat(printed.err()).contains("1 of 1 server answered.");
    }
  }
}
