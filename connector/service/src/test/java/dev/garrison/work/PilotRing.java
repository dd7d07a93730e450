package dev.garrison.work;

import static java.util.Objects.requireNonNull;

import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ring with one collection and one deployment. */
final class PilotRing {
  private static final String WHOLE = "MDE pilot - all";
  private static final String DEPLOYMENT = "MDE pilot - 2019";
  private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 22, 0);

  private final SiteInMemory site;

  PilotRing(SiteInMemory site) {
    this.site = site;
    site.ringObjects.add(
        new RingObjects(
            "pilot",
            Ring.Antivirus.ACTIVE,
            site.collections.address(WHOLE),
            List.of(),
            List.of(site.deployments.address(DEPLOYMENT)),
            List.of(),
            List.of(site.assignments.address(DEPLOYMENT))));
  }

  /** Its objects are on the site, enabled. */
  void isThere() {
    isThere(
        ApplicationDeployment.requiredInstall(
            DEPLOYMENT,
            KeptObjects.MARK.after("Ring pilot."),
            "ScopeId_1/Application_1",
            WHOLE,
            new Schedule(START, START.plusDays(3), true)));
  }

  void isThere(ApplicationDeployment deployment) {
    site.collections.put(
        WHOLE,
        new DeviceCollection(
            WHOLE,
            KeptObjects.MARK.after("Servers of ring pilot."),
            "All Windows Servers",
            Set.of(),
            Set.of("Pilot servers"),
            Set.of(),
            Set.of(),
            DeviceCollection.PERIODIC));
    site.deployments.put(DEPLOYMENT, deployment);
  }

  /** A person halted it. */
  void isHalted() {
    isThere();
    DeviceCollection whole = whole();
    site.collections.put(
        WHOLE,
        whole.withComment(
            KeptObjects.MARK.after("Servers of ring pilot. {halted: x} {route: application}")));
    site.deployments.put(DEPLOYMENT, deployment().disabled());
  }

  RingReport report(RingState state, String reason) {
    return new RingReport(
        "pilot",
        state,
        reason,
        Optional.empty(),
        20,
        50,
        new RingHealth(10, 6, 4, 0, 0),
        RingGate.DEFAULT,
        Optional.empty());
  }

  String comment() {
    return whole().comment();
  }

  private DeviceCollection whole() {
    return requireNonNull(site.collections.there.get(site.collections.address(WHOLE)));
  }

  ApplicationDeployment deployment() {
    return requireNonNull(site.deployments.there.get(site.deployments.address(DEPLOYMENT)));
  }
}
