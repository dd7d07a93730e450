package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.isOnlyEnglish;
import static dev.garrison.server.page.frame.PageText.t;

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
 * @param isRecorded whether the answer is a recorded text, which is English
 */
record ServerSource(
    String title,
    Optional<String> answer,
    String missing,
    boolean isRecorded,
    boolean isBad,
    List<Fact> facts) {
  private static final String ONBOARDING = "onboarding";
  private static final String ANTIVIRUS_MODE = "antivirus mode";

  ServerSource {
    facts = List.copyOf(facts);
  }

  /**
   * A fact of the answer.
   *
   * @param text the value, or why no time is known
   * @param at a time instead of a value
   * @param isRecorded whether the value is a recorded text, which is English
   * @param isUnknown whether neither value nor time is known
   */
  record Fact(
      String name, String text, Optional<Instant> at, boolean isRecorded, boolean isUnknown) {
    private static Fact of(String name, String text) {
      return new Fact(name, text, Optional.empty(), false, false);
    }

    private static Fact recorded(String name, String text) {
      return new Fact(name, StateName.shown(text), Optional.empty(), isOnlyEnglish(text), false);
    }

    private static Fact at(String name, Optional<Instant> at) {
      return at.isPresent()
          ? new Fact(name, "", at, false, false)
          : new Fact(name, t("page.source.no-time"), at, false, true);
    }
  }

  private static ServerSource none(String title, String missing) {
    return new ServerSource(title, Optional.empty(), missing, false, false, List.of());
  }

  /** The sources of a server: deployment, sensor, antivirus, and client. */
  static List<ServerSource> of(
      Optional<ServerReport> report, Optional<AntivirusFacts> antivirus, Optional<Look> look) {
    return List.of(
        report
            .map(each -> deployment(each.deployments()))
            .orElseGet(() -> notRecorded(t("page.source.deployment"))),
        report.map(ServerSource::sensor).orElseGet(() -> notRecorded(t("page.source.sensor"))),
        antivirus(antivirus, look),
        report.map(ServerSource::client).orElseGet(() -> notRecorded(t("page.source.client"))));
  }

  private static ServerSource notRecorded(String title) {
    return none(title, t("page.source.not-recorded"));
  }

  private static ServerSource deployment(List<Deployment> deployments) {
    if (deployments.isEmpty()) {
      return none(t("page.source.deployment"), t("page.source.no-deployment"));
    }
    List<Fact> facts = new ArrayList<>();
    Optional<Deployment> onboarding =
        deployments.stream().filter(each -> each.purpose().equals(ONBOARDING)).findFirst();
    onboarding.ifPresent(each -> {
      if (each.errorCode() != 0) {
        facts.add(Fact.of(t("page.source.error-code"), code(each.errorCode())));
      }
      facts.add(Fact.at(t("page.source.status-since"), each.since()));
    });
    deployments.stream()
        .filter(each -> !each.purpose().equals(ONBOARDING))
        .forEach(each -> {
          boolean isMode = each.purpose().equals(ANTIVIRUS_MODE);
          facts.add(
              Fact.recorded(
                  isMode ? t("page.source.antivirus-mode") : t("page.source.settings"),
                  each.state()));
          facts.add(
              Fact.at(
                  isMode ? t("page.source.antivirus-mode-since") : t("page.source.settings-since"),
                  each.since()));
        });
    return new ServerSource(
        t("page.source.deployment"),
        onboarding.map(each -> StateName.shown(each.state())),
        onboarding.isPresent() ? "" : t("page.source.no-onboarding"),
        onboarding.filter(each -> isOnlyEnglish(each.state())).isPresent(),
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
          t("page.source.sensor"),
          inventoried.isPresent() ? t("page.source.no-sensor") : t("page.source.no-inventory"));
    }
    SensorReport sensor = report.sensor().get();
    List<Fact> facts = new ArrayList<>();
    if (sensor.state() == 1) {
      facts.add(
          Fact.of(
              t("page.source.sense"),
              sensor.running() ? t("page.source.running") : t("page.source.not-running")));
      facts.add(Fact.of(t("page.source.tenant"), orNotReported(sensor.tenant())));
    }
    facts.add(Fact.at(t("page.source.connected"), sensor.lastConnected()));
    facts.add(
        sensor.asked().isPresent()
            ? Fact.at(t("page.source.answered"), sensor.asked())
            : Fact.at(t("page.source.inventory"), inventoried));
    return new ServerSource(
        t("page.source.sensor"),
        Optional.of(onboarding(sensor.state())),
        "",
        false,
        sensor.state() == 1 && !sensor.running(),
        facts);
  }

  private static String orNotReported(String text) {
    return text.isEmpty() ? t("page.source.not-reported") : text;
  }

  private static String onboarding(long state) {
    if (state == 1) {
      return t("page.source.onboarded");
    }
    return state == 0
        ? t("page.source.not-onboarded")
        : t("page.source.other-state", "state", String.valueOf(state));
  }

  private static ServerSource antivirus(Optional<AntivirusFacts> known, Optional<Look> look) {
    if (known.isEmpty()) {
      return notRecorded(t("page.source.antivirus"));
    }
    AntivirusFacts antivirus = known.get();
    List<Fact> facts = new ArrayList<>();
    antivirus
        .danger()
        .flatMap(word -> Worded.of(Danger.class, word))
        .ifPresent(danger -> facts.add(Fact.recorded(t("page.source.danger"), danger.title())));
    String mode = t("page.source.running-mode");
    facts.add(
        antivirus
            .mode()
            .map(told -> Fact.recorded(mode, told.value()))
            .orElseGet(() -> Fact.of(mode, unknownMode(look))));
    antivirus
        .mode()
        .or(antivirus::realTimeProtection)
        .or(antivirus::otherAntivirus)
        .ifPresent(told -> facts.add(Fact.at(source(told), told.at())));
    return antivirus.protectedBy().equals("unknown")
        ? new ServerSource(
            t("page.source.antivirus"),
            Optional.empty(),
            t("page.source.unprotected"),
            false,
            false,
            facts)
        : new ServerSource(
            t("page.source.antivirus"),
            Optional.of(StateName.shown(antivirus.products())),
            "",
            isOnlyEnglish(antivirus.products()),
            antivirus.danger().isPresent(),
            facts);
  }

  private static String unknownMode(Optional<Look> look) {
    return look.filter(Look::tellsMode).isPresent()
        ? t("page.source.no-mode")
        : t("page.source.no-mode-class");
  }

  private static String source(ToldFact told) {
    return Worded.of(Source.class, told.source()).map(ServerSource::name).orElse(told.source());
  }

  private static String name(Source source) {
    return switch (source) {
      case LIVE -> t("page.source.live");
      case CUSTOM_CLASS -> t("page.source.custom-class");
      case ENDPOINT_PROTECTION -> t("page.source.endpoint-protection");
      case INVENTORY -> t("page.source.inventory");
      case MANIFEST -> t("page.column.manifest");
    };
  }

  private static ServerSource client(ServerReport report) {
    if (report.client().isEmpty()) {
      return none(t("page.source.client"), t("page.source.no-device"));
    }
    Client client = report.client().get();
    List<Fact> facts = new ArrayList<>();
    if (client.installed()) {
      facts.add(Fact.of(t("page.column.version"), orNotReported(client.version())));
      String inventory = t("page.source.inventory");
      facts.add(
          client.inventoried().isPresent()
              ? Fact.at(inventory, client.inventoried())
              : Fact.of(inventory, t("page.source.none-received")));
    }
    return new ServerSource(
        t("page.source.client"),
        Optional.of(presence(client)),
        "",
        false,
        !client.installed() || !client.active() || client.obsolete(),
        facts);
  }

  private static String presence(Client client) {
    if (client.obsolete()) {
      return t("page.source.obsolete");
    }
    if (!client.installed()) {
      return t("page.source.not-installed");
    }
    return client.active() ? t("page.source.active") : t("page.source.inactive");
  }
}
