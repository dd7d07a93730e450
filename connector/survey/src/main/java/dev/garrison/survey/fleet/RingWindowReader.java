package dev.garrison.survey.fleet;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.readiness.WindowCensus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingWindows;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the maintenance windows of the rings' servers. */
public final class RingWindowReader {
  private final AdminService service;
  private final Instant now;

  /**
   * @param now a window that is over by then, and does not recur, does not count
   */
  public RingWindowReader(AdminService service, Instant now) {
    this.service = service;
    this.now = now;
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    String otherwise = Text.of("assumption.windows").toString();
    return Assumption.of(MemberReader.MEMBERS)
        .optional(WindowReader.COUNT, otherwise)
        .optional(WindowReader.SETTINGS, otherwise)
        .optional(WindowReader.SETTINGS + "." + WindowReader.WINDOWS, otherwise);
  }

  /**
   * Reads the results by ring; empty where this site does not show them.
   *
   * @param fleet the rings' servers with their inventory
   * @param antivirus by ring; servers that may not enter their ring need no window
   */
  public Map<String, RingWindows> read(
      Manifest manifest, Fleet fleet, Map<String, RingAntivirus> antivirus) {
    if (WindowReader.unseen(service).isPresent()) {
      return Map.of();
    }
    new WindowReader(service, fleet, now).read();
    return census(manifest, fleet, antivirus);
  }

  /** Counts the windows of a fleet that is already read. */
  private Map<String, RingWindows> census(
      Manifest manifest, Fleet fleet, Map<String, RingAntivirus> antivirus) {
    WindowCensus census =
        new WindowCensus(
            manifest.tenant().orgId().toString(),
            ExemptServers.of(manifest, now),
            new SystemFit(manifest.operatingSystems(), Map.of()));
    Set<Long> keptOut = new HashSet<>();
    antivirus.values().forEach(ring -> keptOut.addAll(ring.keptOut().keySet()));
    IntStream.of(fleet.servers())
        .forEach(row -> {
          Server server = fleet.server(row);
          if (!keptOut.contains(server.id())) {
            census.add(server, fleet.facts().windows(row));
          }
        });
    return census.rings(names(manifest));
  }

  private static List<String> names(Manifest manifest) {
    return manifest.rings().stream().map(Ring::name).toList();
  }
}
