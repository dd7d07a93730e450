package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.compliance.ComplianceFinding;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.compliance.Conformity;
import dev.garrison.fleet.compliance.Deviation;
import dev.garrison.fleet.compliance.Deviation.What;
import dev.garrison.fleet.compliance.Expectation;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.standing.AntivirusCensus;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.reading.SmallManifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every judgment of a generated server agrees with every other. What is expected follows from the
 * facts, as the table {@code server-facts.txt} has them, and not from the rules. With {@code
 * -Dcampaign.full=true} there are 100,000 servers.
 */
final class OneTruthTest {
  private static final int SERVERS = Boolean.getBoolean("campaign.full") ? 100_000 : 2_000;
  private static final long SEED = 39;
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final ExcludedServers NOBODY = new ExcludedServers(Map.of());
  private static final ServerStateRules RULES = new ServerStateRules(FactsOfAServer.TENANT, NOBODY);

  private static final List<String> SYSTEMS = List.of("2012 R2", "2016", "2019", "2022", "2025");
  private static final List<String> CLIENTS =
      List.of("ok@12", "ok@12", "ok@20^15", "ok", "silent@1", "none", "obsolete@1", "-");
  private static final List<String> SENSORS =
      List.of(
          "-",
          "0",
          "0",
          "1/ours/runs",
          "1/ours/runs",
          "1/ours/runs",
          "1/ours/stopped",
          "1/other/runs",
          "1/-/runs",
          "7/ours/runs");
  private static final List<String> SERVICES =
      List.of(
          "-",
          "none",
          "states sense:Auto defender:runs",
          "states sense:Auto defender:stopped",
          "states sense:Auto",
          "states sense:Manual defender:runs",
          "states defender:runs",
          "states",
          "sense:Auto defender",
          "sense defender");
  private static final List<String> ANTIVIRUS =
      List.of(
          "-",
          "mode=Normal rtp=on",
          "mode=Normal rtp=off",
          "mode=Normal rtp=on runs=ESET",
          "mode=Passive_Mode",
          "mode=Passive_Mode runs=ESET",
          "mode=Passive_Mode stated=ESET",
          "mode=EDR_Block_Mode rtp=on runs=ESET",
          "mode=EDR_Block_Mode rtp=off runs=ESET",
          "mode=Not_running",
          "mode=Something_new runs=ESET",
          "sent=on",
          "sent=off",
          "sent-av=off",
          "runs=ESET",
          "installed=ESET",
          "stated=ESET");
  private static final List<String> DEPLOYED =
      List.of(
          "-",
          "-",
          "1/1000/0@10",
          "1/1000/0@14",
          "1/1001/0",
          "1/1002/0@14",
          "5/5000/1603@10",
          "5/5000/1603@14",
          "5/5000/20003@14",
          "5/5000/20004@14",
          "5/5000/20022@10",
          "3/3000/0@14",
          "2/2004/0@14",
          "2/2008/0@14",
          "1/1000/0@0",
          "4/4000/0@1");
  private static final List<String> MODES =
      List.of("-", "-", "1/1000/0@9", "5/5000/20030@9", "5/5000/20014@9", "2/2005/0@9");
  private static final List<String> LIVE =
      List.of(
          "-",
          "-",
          "-",
          "mode=Normal rtp=on other=none",
          "mode=Normal rtp=on other=ESET",
          "mode=Passive_Mode rtp=off force=1 other=none",
          "mode=Passive_Mode rtp=off force=1 other=ESET",
          "defender=stopped other=none",
          "defender=missing sense=missing",
          "off=yes info=no",
          "info=yes off=no",
          "mode=Not_running other=ESET",
          "policy=1 other=none");

  private final Random random = new Random(SEED);

  private FactsOfAServer any() {
    return new FactsOfAServer(
        of(SYSTEMS),
        of(List.of("active", "passive")),
        of(CLIENTS),
        of(SENSORS),
        of(SERVICES),
        of(ANTIVIRUS),
        of(DEPLOYED),
        of(MODES),
        of(LIVE));
  }

  private String of(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** What is wrong with the judgments of a server, in words; empty where they agree. */
  private static List<String> wrong(Manifest manifest, FactsOfAServer facts) {
    Fleet fleet = FactsOfAServer.rings();
    int row = facts.addTo(fleet, 1);
    Server server = fleet.server(row);
    AntivirusStanding standing = standing(fleet);
    Verdict verdict = standing.verdict(server, row);
    AntivirusFacts antivirus = standing.of(server).facts();
    ComplianceFinding finding = conformity().of(server);
    Tally tally = new Tally(List.of("active", "passive"));
    tally.add(server, verdict);
    AntivirusCensus census = new AntivirusCensus(manifest, NOBODY, Map.of());
    census.add(server, fleet.facts().at(row));
    boolean needsNothing = verdict.state().group() == Group.DONE;

    List<String> wrong = new ArrayList<>();
    if (needsNothing && antivirus.danger().isPresent()) {
      wrong.add("needs nothing in danger");
    }
    if (needsNothing && !verdict.remedy().equals("No action is needed.")) {
      wrong.add("needs nothing, and is told what to do");
    }
    if (!needsNothing && verdict.remedy().equals("No action is needed.")) {
      wrong.add("needs something, and is told nothing");
    }
    if (needsNothing && facts.lastAttemptFailed()) {
      wrong.add("needs nothing after a failure");
    }
    if (needsNothing && facts.belongsElsewhere()) {
      wrong.add("needs nothing in another tenant");
    }
    if (needsNothing && facts.isOffboarded()) {
      wrong.add("needs nothing without a sensor");
    }
    if (needsNothing && facts.hasOnlyTheLegacySensor()) {
      wrong.add("needs nothing with the legacy sensor");
    }
    if (needsNothing && facts.isReinstalled() && !facts.reportsOurTenant()) {
      wrong.add("needs nothing since it was installed again");
    }
    if (needsNothing && facts.isUnprotected()) {
      wrong.add("needs nothing without protection");
    }
    if (needsNothing && facts.modeFailed()) {
      wrong.add("needs nothing without its mode");
    }
    if (antivirus.danger().isPresent() != (tally.inDanger(server.ring()) == 1)) {
      wrong.add("the ring's line counts another danger");
    }
    if (needsNothing
        && (finding.outcome() == Outcome.NOT_DUE
            || finding.deviations().stream()
                .map(Deviation::what)
                .anyMatch(OneTruthTest::isState))) {
      wrong.add("verify differs: " + finding.deviations());
    }
    if (finding.outcome() == Outcome.AS_WANTED && !needsNothing) {
      wrong.add("verify is content");
    }
    if (needsNothing
        && Objects.requireNonNull(census.rings().get(server.ring())).onboarded() != 1) {
      wrong.add("the gate does not count it");
    }
    if (antivirus.danger().isPresent() && antivirus.protectedBy().equals("defender")) {
      wrong.add("in danger, and protected");
    }
    return wrong;
  }

  /** The registry is compared by itself: it may say what the mode does not follow yet. */
  private static boolean isState(What what) {
    return what != What.REGISTRY;
  }

  private static AntivirusStanding standing(Fleet fleet) {
    return new AntivirusStanding(
        new FleetStanding(
            "small", "PS1", NOW, List.of(), fleet, RULES, List.of(), Optional.empty()),
        new SystemFit(Set.of(OperatingSystem.values()), Map.of()),
        FactsOfAServer.TENANT,
        NOBODY,
        false);
  }

  private static Conformity conformity() {
    return new Conformity(
        RULES,
        FactsOfAServer.TENANT,
        Map.of(
            "active", new Expectation(Optional.of(Instant.EPOCH), false),
            "passive", new Expectation(Optional.of(Instant.EPOCH), true)),
        NOW);
  }

  private static Manifest manifest() {
    return SmallManifest.ofRings(
        """
          - {name: active, collections: [A], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
          - {name: passive, collections: [B], maxDevices: 50, deadline: "+3d 22:00", antivirus: passive}
        """,
        start -> start.replace("5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2", FactsOfAServer.TENANT));
  }

  @Test
  void noTwoJudgmentsOfAServerDiffer() {
    Manifest manifest = manifest();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < SERVERS && wrong.size() < 20; i++) {
      FactsOfAServer facts = any();
      wrong(manifest, facts).forEach(text -> wrong.add(text + ": " + facts));
    }
    assertThat(wrong).isEmpty();
  }
}
