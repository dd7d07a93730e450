package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusFacts.ToldFact;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.Told.Source;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.job.ServerReport;
import dev.garrison.job.ServerReport.Client;
import dev.garrison.job.ServerReport.Deployment;
import dev.garrison.job.ServerReport.SensorReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answer of one source about a server, with its age.
 *
 * @param answer empty where the source has none
 * @param missing why there is no answer; empty where there is one
 */
record ServerSource(
    String title, Optional<String> answer, String missing, boolean isBad, List<Fact> facts) {
  private static final String NOT_RECORDED =
      "Not recorded yet. The next run of the job 'status' records it.";
  private static final String ONBOARDING = "onboarding";
  private static final String NO_TIME = "The site doesn't report the time.";

  ServerSource {
    facts = List.copyOf(facts);
  }

  /**
   * A fact of the answer.
   *
   * @param text the value, or why no time is known
   * @param at a time instead of a value
   */
  record Fact(String name, String text, Optional<Instant> at) {
    private static Fact of(String name, String text) {
      return new Fact(name, text, Optional.empty());
    }

    private static Fact at(String name, Optional<Instant> at, String unknown) {
      return new Fact(name, at.isPresent() ? "" : unknown, at);
    }

    /** Whether neither value nor time is known. */
    boolean isUnknown() {
      return at.isEmpty() && text.equals(NO_TIME);
    }
  }

  private static ServerSource none(String title, String missing) {
    return new ServerSource(title, Optional.empty(), missing, false, List.of());
  }

  /** The sources of a server: deployment, sensor, antivirus, and client. */
  static List<ServerSource> of(
      Optional<ServerReport> report, Optional<AntivirusFacts> antivirus, Optional<Look> look) {
    return List.of(
        report
            .map(each -> deployment(each.deployments()))
            .orElseGet(() -> none("Deployment", NOT_RECORDED)),
        report.map(ServerSource::sensor).orElseGet(() -> none("Sensor", NOT_RECORDED)),
        antivirus(antivirus, look),
        report.map(ServerSource::client).orElseGet(() -> none("Client", NOT_RECORDED)));
  }

  private static ServerSource deployment(List<Deployment> deployments) {
    if (deployments.isEmpty()) {
      return none("Deployment", "No deployment targets this server.");
    }
    List<Fact> facts = new ArrayList<>();
    Optional<Deployment> onboarding =
        deployments.stream().filter(each -> each.purpose().equals(ONBOARDING)).findFirst();
    onboarding.ifPresent(each -> {
      if (each.errorCode() != 0) {
        facts.add(Fact.of("Error code", code(each.errorCode())));
      }
      facts.add(Fact.at("Status since", each.since(), NO_TIME));
    });
    deployments.stream()
        .filter(each -> !each.purpose().equals(ONBOARDING))
        .forEach(each -> {
          String name = StateName.of(each.purpose());
          facts.add(Fact.of(name, StateName.of(each.state())));
          facts.add(Fact.at(name + " since", each.since(), NO_TIME));
        });
    return new ServerSource(
        "Deployment",
        onboarding.map(each -> StateName.of(each.state())),
        onboarding.isPresent() ? "" : "No onboarding deployment targets this server.",
        deployments.stream().anyMatch(each -> each.errorCode() != 0),
        facts);
  }

  /** Exit codes in decimal and HRESULT values in hexadecimal, as the console shows them. */
  private static String code(long code) {
    return code < 0x8000_0000L ? String.valueOf(code) : "0x%08X".formatted(code);
  }

  private static ServerSource sensor(ServerReport report) {
    Optional<Instant> inventoried = report.client().flatMap(Client::inventoried);
    if (report.sensor().isEmpty()) {
      return none(
          "Sensor",
          inventoried.isPresent()
              ? "Hardware inventory doesn't report the sensor."
              : "The site has no hardware inventory of this server.");
    }
    SensorReport sensor = report.sensor().get();
    List<Fact> facts = new ArrayList<>();
    if (sensor.state() == 1) {
      facts.add(Fact.of("Service Sense", sensor.running() ? "Running" : "Not running"));
      facts.add(Fact.of("Tenant", sensor.tenant().isEmpty() ? "Not reported" : sensor.tenant()));
    }
    facts.add(Fact.at("Last connected", sensor.lastConnected(), NO_TIME));
    facts.add(
        sensor.asked().isPresent()
            ? Fact.at("Answer of the server", sensor.asked(), NO_TIME)
            : Fact.at("Hardware inventory", inventoried, NO_TIME));
    return new ServerSource(
        "Sensor",
        Optional.of(onboarding(sensor.state())),
        "",
        sensor.state() == 1 && !sensor.running(),
        facts);
  }

  private static String onboarding(long state) {
    if (state == 1) {
      return "Onboarded";
    }
    return state == 0 ? "Not onboarded" : "OnboardingState " + state;
  }

  private static ServerSource antivirus(Optional<AntivirusFacts> known, Optional<Look> look) {
    if (known.isEmpty()) {
      return none("Antivirus", NOT_RECORDED);
    }
    AntivirusFacts antivirus = known.get();
    List<Fact> facts = new ArrayList<>();
    antivirus
        .danger()
        .flatMap(word -> Worded.of(Danger.class, word))
        .ifPresent(danger -> facts.add(Fact.of("Danger", StateName.of(danger.title()))));
    facts.add(
        Fact.of("Running mode", antivirus.mode().map(ToldFact::value).orElseGet(() -> mode(look))));
    antivirus
        .mode()
        .or(antivirus::realTimeProtection)
        .or(antivirus::otherAntivirus)
        .ifPresent(told -> facts.add(Fact.at(source(told), told.at(), NO_TIME)));
    return antivirus.protectedBy().equals("unknown")
        ? new ServerSource(
            "Antivirus",
            Optional.empty(),
            "The site doesn't report what protects it.",
            false,
            facts)
        : new ServerSource(
            "Antivirus",
            Optional.of(StateName.of(antivirus.products())),
            "",
            antivirus.danger().isPresent(),
            facts);
  }

  private static String mode(Optional<Look> look) {
    return look.filter(Look::tellsMode).isPresent()
        ? "- (not in this server's inventory)"
        : "- (the site's inventory doesn't include it)";
  }

  private static String source(ToldFact told) {
    return Worded.of(Source.class, told.source())
        .map(source -> StateName.of(source.title()))
        .orElse(told.source());
  }

  private static ServerSource client(ServerReport report) {
    if (report.client().isEmpty()) {
      return none("Client", "The site has no record of this device.");
    }
    Client client = report.client().get();
    List<Fact> facts = new ArrayList<>();
    if (client.installed()) {
      facts.add(Fact.of("Version", client.version().isEmpty() ? "Not reported" : client.version()));
      facts.add(Fact.at("Hardware inventory", client.inventoried(), "- (none received)"));
    }
    return new ServerSource(
        "Client",
        Optional.of(presence(client)),
        "",
        !client.installed() || !client.active() || client.obsolete(),
        facts);
  }

  private static String presence(Client client) {
    if (client.obsolete()) {
      return "Obsolete record";
    }
    if (!client.installed()) {
      return "Not installed";
    }
    return client.active() ? "Active" : "Inactive";
  }
}
