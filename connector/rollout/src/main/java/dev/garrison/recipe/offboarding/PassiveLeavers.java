package dev.garrison.recipe.offboarding;

import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.ring.LeavingServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Effect of offboarding on the antivirus of the servers of one entry. Passive mode needs an
 * onboarded sensor, so it ends for each of them. Pure.
 *
 * @param modes the modes of the manifest's rings
 * @param entry the entry that offboards the servers
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-compatibility">
 *     Microsoft Defender Antivirus compatibility with other security products</a>
 */
record PassiveLeavers(AntivirusModes modes, OffboardSection entry, List<LeavingServer> servers) {
  PassiveLeavers {
    servers = List.copyOf(servers);
  }

  private Manifest manifest() {
    return modes.manifest();
  }

  /**
   * Servers that are, or may be, in passive mode. A server in no ring may be, if any ring is or was
   * passive.
   */
  List<LeavingServer> passive() {
    return which(this::isPassive);
  }

  private boolean isPassive(LeavingServer server) {
    List<Ring> rings =
        manifest().rings().stream()
            .filter(ring -> server.origin().rings().contains(ring.name()))
            .toList();
    return (rings.isEmpty() ? manifest().rings() : rings).stream().anyMatch(this::isPassive);
  }

  /**
   * Only passive rings let in servers beside another antivirus; a server in no ring proves none.
   */
  private boolean isCertainlyPassive(LeavingServer server) {
    Set<String> passive =
        manifest().rings().stream()
            .filter(ring -> ring.antivirus() == Antivirus.PASSIVE)
            .map(Ring::name)
            .collect(Collectors.toSet());
    Set<String> rings = server.origin().rings();
    return !rings.isEmpty() && passive.containsAll(rings);
  }

  /** A server with what is known of its antivirus. */
  Text known(LeavingServer server) {
    return Text.of(
        "offboard-antivirus.server",
        "server",
        server.name(),
        "mode",
        server
            .origin()
            .antivirus()
            .defender()
            .map(state -> Text.of("offboard-antivirus.mode-seen", "mode", state))
            .orElse(mode(server)),
        "other",
        server
            .origin()
            .antivirus()
            .other()
            .map(product -> Text.of("offboard-antivirus.other-runs", "product", product))
            .orElse(Text.of("offboard-antivirus.none-seen")));
  }

  private Text mode(LeavingServer server) {
    if (server.origin().rings().isEmpty()) {
      return Text.of("offboard-antivirus.in-no-ring");
    }
    return isCertainlyPassive(server)
        ? Text.of("offboard-antivirus.ring-passive")
        : Text.of("offboard-antivirus.mode-unknown");
  }

  /** Those of {@link #passive} on which no other antivirus is seen running. */
  List<LeavingServer> alone() {
    return passive().stream()
        .filter(server -> server.origin().antivirus().other().isEmpty())
        .toList();
  }

  private boolean isPassive(Ring ring) {
    return ring.antivirus() == Antivirus.PASSIVE || modes.deployed(ring, Antivirus.PASSIVE);
  }

  /** Servers of 2012 R2, or of an unknown release in a manifest that has 2012 R2. */
  List<LeavingServer> old() {
    return which(this::isOld);
  }

  private boolean isOld(LeavingServer server) {
    Optional<OperatingSystem> system = OperatingSystem.ofCaption(server.origin().system());
    return server.origin().system().isEmpty()
        ? manifest().operatingSystems().stream().anyMatch(each -> !each.hasAntivirus())
        : system.filter(each -> !each.hasAntivirus()).isPresent();
  }

  /**
   * Servers that the entry leaves without any antivirus, as far as their rings tell. A server that
   * only may be in passive mode is one of them.
   */
  List<LeavingServer> unprotected() {
    return entry.after().stream()
        .flatMap(after ->
            switch (after) {
              case KEEP_OTHER -> Stream.empty();
              case DISABLE -> Stream.of(which(server -> !isCertainlyPassive(server)));
              case UNINSTALL_AGENT ->
                  Stream.of(which(server -> !isCertainlyPassive(server) && isOld(server)));
            })
        .flatMap(List::stream)
        .toList();
  }

  /** Servers of {@link #unprotected} that the entry does not confirm by name. */
  List<LeavingServer> unconfirmed() {
    return unprotected().stream().filter(server -> !entry.confirms(server.name())).toList();
  }

  /** Whether the entry answers for servers in passive mode. */
  boolean isAnswered() {
    return entry.afterOffboarding().isPresent();
  }

  /** Servers whose feature the entry disables, though they have none. */
  List<LeavingServer> withoutFeature() {
    return entry.after().equals(Optional.of(AfterOffboarding.DISABLE)) ? old() : List.of();
  }

  private List<LeavingServer> which(Predicate<LeavingServer> which) {
    return servers.stream().filter(which).toList();
  }
}
