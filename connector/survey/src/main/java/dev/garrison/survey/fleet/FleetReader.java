package dev.garrison.survey.fleet;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingWindows;
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

/** Reads the site's data on a manifest's servers. Needs no package and no share. */
public final class FleetReader {
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
    return RingReader.assumption()
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
        .optional(InventoryReader.SENSORS, Text.of("assumption.sensor").toString());
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
    Fleet fleet = new Fleet(manifest.rings().stream().map(Ring::name).toList());
    MemberReader census = new MemberReader(service, collections, fleet);
    Map<String, Integer> members = census.read(manifest.rings(), RingReader.leaving(manifest));
    new DeploymentReader(service, fleet, DeploymentTargets.of(manifest, deployments, now)).read();
    EntryFacts entries = reader.entries(manifest, collections, deployments);
    Map<String, RingHealth> health =
        new HashMap<>(reader.policyHealth(manifest, collections, deployments, entries));
    health.putAll(fleet.health());
    new PolicyReader(service, fleet, now).read(manifest, deployments.policies());
    List<String> notes = new ArrayList<>(new InventoryReader(service, fleet).read());
    RingAntivirusReader.fill(service, fleet, manifest, collections, now);
    if (census.left() > 0) {
      notes.add(Text.of("fleet-note.offboarding", "count", census.left()).toString());
    }
    return new FleetFacts(
        fleet,
        new RingFacts(
            collections,
            deployments,
            members,
            List.of(),
            windows(manifest, fleet),
            health,
            entries,
            RingAntivirusReader.census(manifest, fleet, now),
            reader.content(manifest),
            List.of()),
        notes);
  }

  private Map<String, RingWindows> windows(Manifest manifest, Fleet fleet) {
    if (WindowReader.unseen(service).isPresent()) {
      return Map.of();
    }
    new WindowReader(service, fleet, now).read();
    return RingWindowReader.census(manifest, fleet, now);
  }
}
