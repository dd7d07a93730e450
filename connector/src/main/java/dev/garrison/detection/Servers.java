package dev.garrison.detection;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.site.SiteReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of the named servers the test may run on, or why not. */
final class Servers {
  private static final String SITE = "SMS_CombinedDeviceResources.SiteCode";
  private static final ODataQuery SITES =
      ODataQuery.of("SMS_CombinedDeviceResources").keys("ResourceID").select("SiteCode");

  /** Of these nothing is known of the sensor, as long as neither inventory nor client told it. */
  private static final Set<ServerState> SAY_NOTHING =
      EnumSet.of(
          ServerState.NOT_TARGETED,
          ServerState.SILENT,
          ServerState.NO_INVENTORY,
          ServerState.INACTIVE,
          ServerState.UNCLEAR);

  private final AdminService service;
  private final FleetStanding standing;
  private final List<Diagnostic> refusals = new ArrayList<>();

  Servers(AdminService service, FleetStanding standing) {
    this.service = service;
    this.standing = standing;
  }

  /**
   * The servers of these names, in the order given.
   *
   * @throws RefusalException with everything that speaks against one of them
   */
  List<TestServer> named(Collection<String> names) {
    List<Server> found = names.stream().flatMap(name -> of(name).stream()).toList();
    List<TestServer> servers =
        found.stream().flatMap(server -> testable(server).stream()).distinct().toList();
    elsewhere(found);
    if (!refusals.isEmpty()) {
      throw new RefusalException(refusals);
    }
    return servers;
  }

  private Optional<Server> of(String name) {
    List<Server> found = new ArrayList<>();
    for (int row : standing.fleet().servers()) {
      Server server = standing.fleet().server(row);
      if (key(server.name()).equals(key(name))) {
        found.add(server);
      }
    }
    if (found.size() == 1) {
      return Optional.of(found.getFirst());
    }
    refuse(
        DetectionCode.SERVER_NOT_IN_RINGS,
        found.isEmpty()
            ? "No ring of the manifest has a server '%s'.".formatted(name)
            : "%d devices of the rings are called '%s'.".formatted(found.size(), name),
        found.isEmpty()
            ? "Only servers of the rings are tested. 'garrison status --csv' names them."
            : "Remove the record that is no longer used.");
    return Optional.empty();
  }

  /** NetBIOS and full DNS names mean the same server. */
  private static String key(String name) {
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  private Optional<TestServer> testable(Server server) {
    Verdict verdict = standing.judge().of(server);
    ServerState state = verdict.state();
    boolean active = server.presence().filter(Presence::active).isPresent();
    if (state == ServerState.ONBOARDED || state == ServerState.ANTIVIRUS_MODE) {
      return Optional.of(server(server, "onboarded", active));
    }
    if (server.sensor().isEmpty() && SAY_NOTHING.contains(state)) {
      return Optional.of(server(server, "whether it is onboarded is not known", active));
    }
    refuse(
        DetectionCode.SERVER_NOT_TESTABLE,
        "%s is %s: %s. The test would show nothing there."
            .formatted(server.name(), state.word(), verdict.why()),
        verdict.remedy());
    return Optional.empty();
  }

  private static TestServer server(Server server, String words, boolean active) {
    return new TestServer(server.id(), server.name(), server.ring(), words, active);
  }

  /** Only a client's own primary site reaches it (F8). */
  private void elsewhere(List<Server> servers) {
    if (servers.isEmpty() || !service.capabilities().offers(SITE)) {
      return;
    }
    String own = new SiteReader(service).read().identity().code();
    Map<Long, String> sites = new HashMap<>();
    ODataFilter ids =
        servers.stream()
            .map(server -> ODataFilter.equal("ResourceID", server.id()))
            .reduce(ODataFilter::or)
            .orElseThrow();
    service.query(
        SITES.where(ids),
        node -> {
          Row row = new Row(node);
          sites.put(row.number("ResourceID", 0), row.text("SiteCode"));
        });
    for (Server server : servers) {
      String code = sites.getOrDefault(server.id(), "");
      if (!code.isEmpty() && !code.equalsIgnoreCase(own)) {
        refuse(
            DetectionCode.SERVER_OF_OTHER_SITE,
            "%s is a client of site %s, and site %s is connected: no script reaches it."
                .formatted(server.name(), code, own),
            "Run this with a manifest whose 'site.providers' are those of %s.".formatted(code));
      }
    }
  }

  private void refuse(DetectionCode code, String problem, String remedy) {
    refusals.add(Diagnostic.error(code, problem, remedy));
  }
}
