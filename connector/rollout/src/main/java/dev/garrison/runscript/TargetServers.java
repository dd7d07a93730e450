package dev.garrison.runscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerName;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.script.ScriptTargets;
import dev.garrison.mecm.site.SiteReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Selects the named servers, and refuses those on which the test may not run. */
final class TargetServers {
  private final AdminService service;
  private final ScriptTargets targets;
  private final FleetStanding standing;
  private final TestKind kind;
  private final List<Diagnostic> refusals = new ArrayList<>();

  TargetServers(AdminService service, FleetStanding standing, TestKind kind) {
    this.service = service;
    this.targets = new ScriptTargets(service);
    this.standing = standing;
    this.kind = kind;
  }

  /**
   * The servers with these names, in the order given.
   *
   * @throws RefusalException with every reason against one of them
   */
  List<TestServer> named(Collection<String> names) {
    Map<String, Server> found = new LinkedHashMap<>();
    names.forEach(name -> of(name).ifPresent(server -> found.put(name, server)));
    Map<Long, Row> devices = targets.devices(ids(found.values()));
    List<TestServer> servers =
        found.values().stream()
            .flatMap(
                server -> testable(server, text(devices, server, ScriptTargets.DOMAIN)).stream())
            .distinct()
            .toList();
    elsewhere(found.values(), devices);
    proven(found, devices);
    if (!refusals.isEmpty()) {
      throw new RefusalException(refusals);
    }
    return servers;
  }

  private Optional<Server> of(String name) {
    List<Server> found = new ArrayList<>();
    for (int row : standing.fleet().servers()) {
      Server server = standing.fleet().server(row);
      if (ServerName.same(server.name(), name)) {
        found.add(server);
      }
    }
    if (found.size() == 1) {
      return Optional.of(found.getFirst());
    }
    refuse(
        TestCode.SERVER_NOT_IN_RINGS,
        found.isEmpty()
            ? Message.of("server-test.not-in-rings", "server", name)
            : Message.of("server-test.ambiguous", "server", name, "count", found.size()));
    return Optional.empty();
  }

  private Optional<TestServer> testable(Server server, String domain) {
    Verdict verdict = standing.judge().of(server);
    boolean active = server.presence().filter(Presence::active).isPresent();
    Optional<String> words = kind.standing(server, verdict);
    if (words.isPresent()) {
      return Optional.of(server(server, domain, words.get(), active));
    }
    refuse(
        TestCode.SERVER_NOT_TESTABLE,
        new Message(
            Text.of(
                "server-test.not-testable",
                "server",
                server.name(),
                "state",
                verdict.state().word(),
                "why",
                verdict.why()),
            Text.verbatim(verdict.remedy())));
    return Optional.empty();
  }

  private static TestServer server(Server server, String domain, String words, boolean active) {
    return new TestServer(server.id(), server.name(), domain, server.ring(), words, active);
  }

  private static List<Long> ids(Collection<Server> servers) {
    return servers.stream().map(Server::id).toList();
  }

  private static String text(Map<Long, Row> rows, Server server, String property) {
    return Optional.ofNullable(rows.get(server.id())).map(row -> row.text(property)).orElse("");
  }

  /** Refuses clients of other sites, because only a client's own primary site reaches it (F8). */
  private void elsewhere(Collection<Server> servers, Map<Long, Row> devices) {
    String own = new SiteReader(service).read().identity().code();
    for (Server server : servers) {
      String code = text(devices, server, ScriptTargets.SITE);
      if (!code.isEmpty() && !code.equalsIgnoreCase(own)) {
        refuse(
            TestCode.SERVER_OF_OTHER_SITE,
            Message.of(
                "server-test.other-site", "server", server.name(), "theirs", code, "site", own));
      }
    }
  }

  /**
   * Refuses a full name that the site does not have for the device. A full name means one server of
   * one domain, and the device that was found may have the same name in another domain.
   */
  private void proven(Map<String, Server> found, Map<Long, Row> devices) {
    Map<String, Server> full = new LinkedHashMap<>(found);
    full.keySet().removeIf(name -> name.indexOf('.') < 0);
    Map<Long, Row> systems = targets.names(ids(full.values()));
    full.forEach((name, server) -> {
      List<String> known =
          Optional.ofNullable(systems.get(server.id()))
              .map(row -> row.texts(ScriptTargets.NAMES))
              .orElseGet(List::of);
      if (known.stream().noneMatch(name::equalsIgnoreCase)) {
        refuse(
            TestCode.SERVER_NAME_NOT_PROVEN,
            Message.of(
                "server-test.name-not-proven",
                "name",
                name,
                "server",
                server.name(),
                "domain",
                orUnknown(text(devices, server, ScriptTargets.DOMAIN)),
                "known",
                known.isEmpty() ? Text.of("server-test.no-full-name") : known));
      }
    });
  }

  private static Text orUnknown(String domain) {
    return domain.isEmpty() ? Text.of("server-test.domain-unknown") : Text.verbatim(domain);
  }

  private void refuse(TestCode code, Message message) {
    refusals.add(Diagnostic.error(code, message));
  }
}
