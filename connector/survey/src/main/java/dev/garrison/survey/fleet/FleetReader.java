package dev.garrison.survey.fleet;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.fleet.standing.LeavingServers;
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.fleet.standing.LeavingServers.Progress;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.fleet.table.Leaving;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.survey.antivirus.AntivirusReader;
import dev.garrison.survey.ring.CollectionFit;
import dev.garrison.survey.ring.EntryFacts;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.RingReader;
import dev.garrison.survey.ring.SiteCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the site's data on a manifest's servers. Needs no package and no share. */
public final class FleetReader {
  /** Most servers that a note names. */
  private static final int MOST_LEAVING = 5;

  private final AdminService service;
  private final Instant now;

  /**
   * @param now the time on which the decisions of rings depend
   */
  public FleetReader(AdminService service, Instant now) {
    this.service = service;
    this.now = now;
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    String silent = Text.of("assumption.heard").toString();
    Assumption heard = Assumption.of();
    for (String time : InventoryReader.HEARD) {
      heard = heard.optional(InventoryReader.DEVICES.className() + "." + time, silent);
    }
    return RingReader.assumption()
        .and(heard)
        .and(RingWindowReader.assumption())
        .and(
            Assumption.of(
                MemberReader.MEMBERS,
                DeploymentReader.STATES,
                DeploymentReader.ERRORS,
                DeploymentReader.REQUIREMENTS,
                InventoryReader.DEVICES))
        .and(AntivirusReader.assumption())
        .optional(InventoryReader.SYSTEMS, Text.of("assumption.system").toString())
        .optional(InventoryReader.INSTALLED, Text.of("assumption.installed").toString())
        .optional(InventoryReader.SENSORS, Text.of("assumption.sensor").toString())
        .optional(InventoryReader.BUILDS, Text.of("assumption.revision").toString());
  }

  /**
   * Reads all facts.
   *
   * @throws RefusalException when a collection of the manifest does not fit the site
   */
  public FleetFacts read(ManifestResult read) {
    Manifest manifest = read.manifest();
    Mark mark = new Mark(manifest.name());
    RingReader reader = new RingReader(service);
    SiteCollections collections = reader.collections(mark);
    CollectionFit.require(read, collections);
    OurDeployments deployments = reader.deployments(mark);
    Fleet fleet = Fleet.of(manifest);
    MemberReader census = new MemberReader(service, collections, fleet);
    List<String> references = RingReader.leaving(manifest);
    Map<String, Integer> members = census.read(manifest.rings(), references);
    for (int entry = 0; entry < references.size(); entry++) {
      OffboardSection section = manifest.offboard().get(entry);
      Leaving leaving = new Leaving(section.name(), section.packageFile().isPresent());
      census.servers(references.get(entry)).stream().forEach(row -> fleet.leave(row, leaving));
    }
    new DeploymentReader(service, fleet, DeploymentTargets.of(manifest, deployments, now)).read();
    EntryFacts entries = reader.entries(manifest, collections, deployments);
    Map<String, RingHealth> health =
        new HashMap<>(reader.policyHealth(manifest, collections, deployments, entries));
    health.putAll(fleet.health());
    new PolicyReader(service, fleet, now).read(manifest, deployments.policies());
    List<String> notes = new ArrayList<>(new InventoryReader(service, fleet).read());
    RingAntivirusReader.fill(service, fleet, manifest, collections, now);
    leaving(fleet).ifPresent(notes::add);
    Map<String, RingAntivirus> antivirus =
        RingAntivirusReader.census(manifest, collections, fleet, now);
    return new FleetFacts(
        fleet,
        new RingFacts(
            collections,
            deployments,
            members,
            List.of(),
            new RingWindowReader(service, now).read(manifest, fleet, antivirus),
            health,
            entries,
            antivirus,
            reader.content(manifest),
            List.of()),
        notes);
  }

  private static Optional<String> leaving(Fleet fleet) {
    List<LeavingServer> servers = LeavingServers.of(fleet);
    return servers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.of(
                    "fleet-note.leaving",
                    "count",
                    servers.size(),
                    "servers",
                    servers.stream().limit(MOST_LEAVING).map(each -> each.server().name()).toList(),
                    "more",
                    Math.max(0, servers.size() - MOST_LEAVING),
                    "offboarded",
                    servers.stream().filter(each -> each.progress() == Progress.OFFBOARDED).count())
                .toString());
  }
}
