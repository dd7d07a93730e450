package dev.garrison.survey.fleet;

import dev.garrison.fleet.readiness.Requirements;
import dev.garrison.fleet.readiness.Requirements.Visible;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.Capabilities;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.ServerPlatform;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the prerequisites of a manifest's servers from a site. Needs no package. */
public final class ReadinessReader {
  private final AdminService service;
  private final Instant now;

  /**
   * @param now the time on which the decisions of rings depend
   */
  public ReadinessReader(AdminService service, Instant now) {
    this.service = service;
    this.now = now;
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    return FleetReader.assumption()
        .and(RingWindowReader.assumption())
        .optional(
            PrerequisiteReader.SERVICES.className(), Text.of("assumption.services").toString())
        .optional(PrerequisiteReader.UPDATES.className(), Text.of("assumption.updates").toString())
        .optional(PrerequisiteReader.DISKS.className(), Text.of("assumption.disks").toString())
        .optional(PrerequisiteReader.RESTART, Text.of("assumption.restart").toString());
  }

  /**
   * Reads all facts.
   *
   * @param route by which servers are onboarded on this site
   */
  public ReadinessFacts read(ManifestResult manifest, Site site, OnboardingRoute route) {
    FleetFacts read = new FleetReader(service, now).read(manifest);
    List<String> notes = new ArrayList<>(read.notes());
    WindowReader.unseen(service).ifPresent(notes::add);
    notes.addAll(new PrerequisiteReader(service, read.fleet()).read());
    return new ReadinessFacts(
        new FleetFacts(read.fleet(), read.rings(), notes),
        requirements(manifest.manifest(), site, route),
        unseen(route));
  }

  /**
   * Reads the prerequisites of servers of which the other facts were read.
   *
   * @param route by which servers are onboarded on this site
   */
  public Requirements read(Manifest manifest, FleetFacts facts, Site site, OnboardingRoute route) {
    new PrerequisiteReader(service, facts.fleet()).read();
    return requirements(manifest, site, route);
  }

  private Requirements requirements(Manifest manifest, Site site, OnboardingRoute route) {
    Capabilities capabilities = service.capabilities();
    return new Requirements(
        route == OnboardingRoute.APPLICATION,
        site.oldestClient(route)
            .map(version ->
                List.of(version.major(), version.minor(), version.build(), version.revision())),
        new SystemFit(
            manifest.operatingSystems(), beyond(site.connected().flatMap(HierarchySite::version))),
        manifest.rings().stream().collect(Collectors.toMap(Ring::name, Function.identity())),
        new Visible(
            WindowReader.unseen(service).isEmpty(),
            capabilities.offers(InventoryReader.REVISION),
            capabilities.offers(PrerequisiteReader.RESTART),
            capabilities.offers(InventoryReader.SENSORS.className())));
  }

  private static Map<OperatingSystem, String> beyond(Optional<SiteVersion> version) {
    return Arrays.stream(OperatingSystem.values())
        .filter(system -> !ServerPlatform.ofBuild(system.build()).isManagedBy(version))
        .collect(
            Collectors.toMap(
                Function.identity(),
                system -> ServerPlatform.ofBuild(system.build()).managedFrom()));
  }

  private List<String> unseen(OnboardingRoute route) {
    Capabilities capabilities = service.capabilities();
    List<Text> unseen = new ArrayList<>();
    unseen.add(
        Text.of(
            route == OnboardingRoute.APPLICATION
                ? "not-checked.policy-installation"
                : "not-checked.policy"));
    unseen.add(Text.of("not-checked.servicing-stack"));
    unseen.add(Text.of("not-checked.boundary-group"));
    unseen.add(Text.of("not-checked.servers-plan"));
    if (!capabilities.offers(InventoryReader.REVISION)) {
      unseen.add(Text.of("not-checked.revision", "member", InventoryReader.REVISION));
    }
    if (!capabilities.offers(PrerequisiteReader.RESTART)) {
      unseen.add(Text.of("not-checked.restart", "member", PrerequisiteReader.RESTART));
    }
    return unseen.stream().map(Text::toString).toList();
  }
}
