package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.survey.sensor.UpdateServerFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Update servers of one release line, by their role.
 *
 * @param managed servers on which Garrison approves
 * @param replicas servers whose computers get the approvals of an upstream server; they only count
 * @param unread servers that should be managed and cannot be read
 * @param hiding servers whose downstream servers are not known
 */
record RingServers(
    List<OnServer> managed,
    List<OnServer> replicas,
    List<WsusServer> unread,
    List<WsusServer> hiding) {
  static RingServers of(
      SensorUpdateSection section, List<UpdateServerFacts> survey, ReleaseLine line) {
    List<UpdateServerFacts.Known> known =
        survey.stream()
            .filter(UpdateServerFacts.Known.class::isInstance)
            .map(UpdateServerFacts.Known.class::cast)
            .filter(facts -> facts.server().owner() == WsusServer.Owner.WSUS)
            .toList();
    return new RingServers(
        known.stream()
            .filter(UpdateServerFacts.Known::takesApprovals)
            .map(facts -> onServer(section, facts, line))
            .toList(),
        known.stream()
            .filter(facts -> facts.configuration().isReplica())
            .map(facts -> onServer(section, facts, line))
            .toList(),
        survey.stream()
            .filter(UpdateServerFacts.Unknown.class::isInstance)
            .map(UpdateServerFacts::server)
            .filter(server -> server.owner() == WsusServer.Owner.WSUS)
            .toList(),
        known.stream()
            .filter(facts -> facts.hides().isPresent())
            .map(UpdateServerFacts.Known::server)
            .toList());
  }

  private static OnServer onServer(
      SensorUpdateSection section, UpdateServerFacts.Known facts, ReleaseLine line) {
    return new OnServer(facts, new RingGroups(section, facts.server(), facts.stock()), line);
  }

  /** All servers whose computers count. */
  Stream<OnServer> all() {
    return Stream.concat(managed.stream(), replicas.stream());
  }

  /**
   * Reason why no further ring opens while the status of some computers is not known. The computers
   * of a server that cannot be read, or of an unknown downstream server, may be those that failed.
   */
  Optional<String> blindness() {
    if (!unread.isEmpty()) {
      return Optional.of(
          Text.of("sensor-hold.servers-unread", "servers", names(unread)).toString());
    }
    return hiding.isEmpty()
        ? Optional.empty()
        : Optional.of(Text.of("sensor-hold.below-unknown", "servers", names(hiding)).toString());
  }

  private static String names(List<WsusServer> servers) {
    return servers.stream().map(WsusServer::name).collect(Collectors.joining(", "));
  }

  /**
   * Reason why no further ring opens while only replicas lack the version in this ring. Replicas
   * get it at their next synchronization, and its effect on their computers is not known before
   * that.
   */
  Optional<String> lag(SensorVersion version, int ring) {
    boolean isEverywhere =
        managed.stream()
            .allMatch(server ->
                server.groups().of(ring).isEmpty() || server.opened(version, ring).isPresent());
    List<String> behind =
        replicas.stream()
            .filter(server ->
                !server.groups().of(ring).isEmpty() && server.opened(version, ring).isEmpty())
            .map(server -> server.server().name())
            .toList();
    return isEverywhere && !behind.isEmpty()
        ? Optional.of(Text.of("sensor-hold.behind", "servers", behind).toString())
        : Optional.empty();
  }
}
