package dev.garrison.survey.fleet;

import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.Told;
import dev.garrison.fleet.standing.AntivirusCensus;
import dev.garrison.fleet.standing.ModeSample;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.ring.LeavingServer.SeenAntivirus;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingNote;
import dev.garrison.survey.antivirus.AntivirusReader;
import dev.garrison.survey.antivirus.StatedAntivirus;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingReader;
import dev.garrison.survey.ring.SiteCollections;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the antivirus of the rings' servers for a plan and for gates. */
public final class RingAntivirusReader {
  /** Clients ask for policy every hour, so less than this is no silence. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final AdminService service;
  private final Instant now;

  /**
   * @param now the time that decides which statements and exceptions count
   */
  public RingAntivirusReader(AdminService service, Instant now) {
    this.service = service;
    this.now = now;
  }

  /** Reads the rings' servers, and what decides whether they may enter their rings. */
  public Fleet read(Manifest manifest, SiteCollections collections, OurDeployments deployments) {
    Fleet fleet = Fleet.of(manifest);
    new MemberReader(service, collections, fleet)
        .read(manifest.rings(), RingReader.leaving(manifest));
    new DeploymentReader(service, fleet, DeploymentTargets.of(manifest, deployments, now)).read();
    new PolicyReader(service, fleet, now).read(manifest, deployments.policies());
    new InventoryReader(service, fleet).read();
    fill(service, fleet, manifest, collections, now);
    return fleet;
  }

  /** Reads the antivirus of a fleet that has its servers. */
  static void fill(
      AdminService service,
      Fleet fleet,
      Manifest manifest,
      SiteCollections collections,
      Instant now) {
    new AntivirusReader(service, fleet, StatedAntivirus.products(manifest)).read();
    stated(service, collections, now).mark(fleet, manifest);
  }

  private static StatedAntivirus stated(
      AdminService service, SiteCollections collections, Instant now) {
    return new StatedAntivirus(
        service, reference -> collections.only(reference).map(CollectionFact::id), now);
  }

  /** Remarks on servers that passive rings state and do not have. */
  public List<String> strangers(Manifest manifest, SiteCollections collections, Fleet fleet) {
    return stated(service, collections, now).strangers(fleet, manifest);
  }

  /** Counts the servers of a fleet that is already read. */
  public static Map<String, RingAntivirus> census(
      Manifest manifest, SiteCollections collections, Fleet fleet, Instant now) {
    Map<String, Instant> healthySince = new HashMap<>();
    for (Ring ring : manifest.rings()) {
      collections
          .only(manifest.ringCollection(ring))
          .flatMap(fact -> RingNote.in(fact.comment()).healthySince())
          .map(since -> since.isBefore(now.minus(A_DAY)) ? since : now.minus(A_DAY))
          .ifPresent(since -> healthySince.put(ring.name(), since));
    }
    AntivirusCensus census =
        new AntivirusCensus(manifest, ExemptServers.of(manifest, now), healthySince);
    for (int row : fleet.servers()) {
      census.add(fleet.server(row), fleet.facts().at(row));
    }
    return census.rings();
  }

  /**
   * Antivirus of one server, by its id, as a fleet that is already read shows it. Real-time
   * protection that is off tells no mode.
   */
  public static SeenAntivirus seen(Fleet fleet, long server) {
    OptionalInt row = fleet.find(server);
    if (row.isEmpty()) {
      return SeenAntivirus.NONE;
    }
    AntivirusState state = fleet.server(row.getAsInt()).protection();
    return new SeenAntivirus(
        Optional.of(state.defender())
            .filter(defender -> defender == Defender.ACTIVE || state.mode().isPresent())
            .filter(defender -> defender != Defender.UNKNOWN)
            .map(defender -> defender.name().toLowerCase(Locale.ROOT)),
        state.other().map(Told::value));
  }

  /** Servers whose mode a gate asks for, as far as the manifest wants that. */
  public static ModeSample.Choice sample(Manifest manifest, Fleet fleet) {
    ModeSample sample = new ModeSample(manifest);
    if (sample.asks()) {
      for (int row : fleet.servers()) {
        sample.add(fleet.server(row));
      }
    }
    return sample.chosen();
  }
}
