package dev.garrison.runscript;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.offboarding.OffboardObjects;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.session.IntentSource;
import dev.garrison.session.Lease;
import dev.garrison.session.Operator;
import dev.garrison.session.Session;
import dev.garrison.state.StateFolder;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A site in memory that runs scripts, and a session whose lease may be lost. */
final class ScriptSite {
  static final TestScript OURS = TestScript.of("detection test", "'x'");
  static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  final FakeAdminService service =
      new FakeAdminService()
          .table("SMS_Scripts", "ScriptGuid")
          .lazy("SMS_Scripts", "Script", "ScriptHash", "ApprovalState", "Approver")
          .table("SMS_ScriptsExecutionStatus", "ClientOperationId", "ResourceId")
          .table("SMS_ScriptsExecutionTask", "ClientOperationId")
          .offer(RunScripts.assumption());
  final RunScripts scripts = new RunScripts(service, service, new Json());
  final Session session;
  private boolean leaseIsLost;
  private int operations;

  ScriptSite(Path folder) {
    session =
        new Session(
            new Source(),
            new ResourceTypes(List.of()),
            new StateFolder(folder),
            new Operator("root", "adm01", 42, "0.1.0"),
            Clock.fixed(NOW, ZoneOffset.UTC));
    service.method(
        "SMS_Scripts.CreateScripts",
        (_, body) -> {
          script(body.path("ScriptGuid").asText(), 0).put("Script", body.path("Script").asText());
          return FakeAdminService.object();
        });
    service.method(
        "SMS_Scripts.UpdateApprovalState",
        (row, body) -> {
          row.put("ApprovalState", body.path("ApprovalState").asInt());
          row.put("Approver", body.path("Approver").asText());
          return FakeAdminService.object();
        });
    service.method("v1.0/RunScript", (_, _) -> FakeAdminService.object("value", ++operations));
  }

  /** Ours, as the site has it. */
  ObjectNode script(String guid, int approval) {
    return service.add(
        "SMS_Scripts",
        "ScriptGuid",
        guid,
        "ScriptName",
        OURS.name(),
        "ScriptHash",
        OURS.digest().hex().toUpperCase(Locale.ROOT),
        "Script",
        OURS.content(),
        "ApprovalState",
        approval,
        "Approver",
        "CONTOSO\\anna");
  }

  ScriptLibrary library() {
    return new ScriptLibrary(scripts, OURS);
  }

  /** Another writer took over. */
  void loseLease() {
    leaseIsLost = true;
  }

  /** What only writing needs of a manifest. */
  private final class Source implements IntentSource {
    @Override
    public Intent at(Instant asOf, Allowances allowances) {
      return bare(asOf);
    }

    @Override
    public Intent bare(Instant asOf) {
      return new Intent(
          "contoso-prod",
          Sha256.of(""),
          "site PS1",
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          asOf,
          Optional.empty(),
          List.of(),
          List.of());
    }

    @Override
    public Optional<ServerClock> clock() {
      return Optional.empty();
    }

    @Override
    public List<RingReport> rings(Instant asOf) {
      return List.of();
    }

    @Override
    public FleetStanding fleet(Instant asOf, Optional<LiveQuery> live) {
      return new FleetStanding(
          "contoso-prod",
          "PS1",
          asOf,
          List.of(),
          new Fleet(List.of()),
          new ServerStateRules("", new ExcludedServers(Map.of())),
          List.of(),
          Optional.empty());
    }

    @Override
    public DeviceStanding devices(Instant asOf, Optional<LiveQuery> live) {
      throw new IllegalStateException("no test asks for devices");
    }

    @Override
    public AntivirusStanding antivirus(Instant asOf, Optional<LiveQuery> live) {
      throw new IllegalStateException("no test asks what protects a server");
    }

    @Override
    public ReadinessStanding readiness(Instant asOf, Optional<LiveQuery> live) {
      throw new IllegalStateException("no test asks who is ready");
    }

    @Override
    public List<RingObjects> ringObjects() {
      return List.of();
    }

    @Override
    public OffboardObjects offboarding(String entry) {
      return new OffboardObjects(entry, entry, Set.of(), List.of());
    }

    @Override
    public Optional<OnboardingRoute> automaticRoute() {
      return Optional.empty();
    }

    @Override
    public List<RingRoster> rosters() {
      return List.of();
    }

    @Override
    public Statement statement() {
      return new Statement("contoso-prod", List.of());
    }

    @Override
    public String siteCode() {
      return "PS1";
    }

    @Override
    public String identity() {
      return "CONTOSO\\svc-garrison";
    }

    @Override
    public Lease lease() {
      return _ ->
          new Lease.Held() {
            @Override
            public void renew() {
              if (leaseIsLost) {
                throw new RefusalException(
                    Diagnostic.error(TestCode.TEST_STOPPED, "Somebody else writes.", "Wait."));
              }
            }

            @Override
            public void close() {
              // Nobody else waits for it.
            }
          };
    }
  }
}
