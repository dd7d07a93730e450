package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.manifest.value.BlackoutPeriod;
import dev.garrison.manifest.wsus.WsusSection;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Desired state as the manifest describes it, complete and free of contradictions.
 *
 * <p>It has not been compared with the site.
 *
 * @param name part of the mark of every object, so it cannot change later
 * @param consoleFolder the console folder for managed objects; absent: the root
 * @param securityScopes names of security scopes for managed objects; empty: those of the account
 * @param limitingCollection name or id of the limiting collection of Garrison's collections
 * @param allowAllSystems whether the limiting collection may contain every device of the site
 * @param operatingSystems in the order of their release
 * @param rings in the order in which they open
 * @param offboard servers that leave Defender for Endpoint
 * @param exemptions servers that are excluded, including expired entries
 * @param antivirusProducts other makers' products that the packed list does not have
 * @param wsus the WSUS servers; none if Garrison must not use WSUS
 * @param jobs the jobs that the service runs automatically; none if none is configured
 * @param server the HTTP server of the service
 * @param notifications the webhooks to which the service reports findings
 */
public record Manifest(
    String name,
    SiteSection site,
    ContentSection content,
    TenantSection tenant,
    PackageSection packages,
    NamingSection naming,
    Optional<String> consoleFolder,
    List<String> securityScopes,
    String limitingCollection,
    boolean allowAllSystems,
    DistributionSection distribution,
    Set<OperatingSystem> operatingSystems,
    RolloutSection rollout,
    List<Ring> rings,
    List<OffboardSection> offboard,
    SampleSharing sampleSharing,
    List<Exemption> exemptions,
    List<AntivirusProduct> antivirusProducts,
    List<BlackoutPeriod> blackout,
    WsusSection wsus,
    JobsSection jobs,
    ServerSection server,
    List<Webhook> notifications) {
  /** The only version of the manifest format so far. */
  public static final String API_VERSION = "garrison.dev/v1";

  public Manifest {
    securityScopes = List.copyOf(securityScopes);
    operatingSystems = Collections.unmodifiableSortedSet(new TreeSet<>(operatingSystems));
    rings = List.copyOf(rings);
    offboard = List.copyOf(offboard);
    exemptions = List.copyOf(exemptions);
    antivirusProducts = List.copyOf(antivirusProducts);
    blackout = List.copyOf(blackout);
    notifications = List.copyOf(notifications);
    if (rings.isEmpty() || operatingSystems.isEmpty()) {
      throw new IllegalArgumentException("a manifest needs a ring and an operating system");
    }
  }

  /** Name of Garrison's collection with all servers of a ring. */
  public String ringCollection(Ring ring) {
    return naming.collectionFor(name, "all", ring.name());
  }

  /**
   * Name of the collection of a passive ring's servers on which passive mode was read as set.
   *
   * <p>Only the client-setting deployment method uses this collection.
   */
  public String passiveCollection(OperatingSystem system, Ring ring) {
    return naming.collectionFor(name, system.title() + " passive", ring.name());
  }

  /** Name of Garrison's collection of excluded servers. */
  public String exceptionsCollection() {
    return "MDE exceptions - " + name;
  }

  /** Name of Garrison's collection of servers that may not enter their rings. */
  public String notReadyCollection() {
    return "MDE not ready - " + name;
  }

  /**
   * Name of Garrison's collection of all servers that leave because of an {@code offboard} entry.
   */
  public String leavingCollection(String entry) {
    return naming.collectionFor(name, "leaving", entry);
  }

  /** Name of Garrison's collection of an entry's servers that may be offboarded. */
  public String offboardingCollection(String entry) {
    return naming.collectionFor(name, "offboarding", entry);
  }

  /** Name of the deployment that offboards an entry's servers. */
  public String offboardingDeployment(String entry) {
    return naming.deploymentFor(name, "offboarding", entry);
  }

  /** Name of the application that offboards an entry's servers. */
  public String offboardingApplication(String entry) {
    return naming.applicationFor(name, "offboarding " + entry);
  }

  /** Distribution point groups that offboarding content must reach. */
  public List<String> offboardingGroups() {
    return distribution.groups().isEmpty()
        ? rings.stream().flatMap(ring -> ring.distributionGroups().stream()).distinct().toList()
        : distribution.groups();
  }

  /** Distribution point groups that a ring's content must reach. */
  public List<String> distributionGroups(Ring ring) {
    return ring.distributionGroups().isEmpty() ? distribution.groups() : ring.distributionGroups();
  }

  /** Copies the manifest and replaces the name or id of each collection. */
  public Manifest withCollections(UnaryOperator<String> words) {
    return new Manifest(
        name,
        site,
        content,
        tenant,
        packages,
        naming,
        consoleFolder,
        securityScopes,
        words.apply(limitingCollection),
        allowAllSystems,
        distribution,
        operatingSystems,
        rollout.withCollections(words),
        rings.stream().map(ring -> ring.withCollections(words)).toList(),
        offboard.stream().map(entry -> entry.withCollection(words)).toList(),
        sampleSharing,
        exemptions,
        antivirusProducts,
        blackout,
        wsus,
        jobs,
        server,
        notifications);
  }

  /** Copies the manifest with other Windows Server releases. */
  public Manifest withOperatingSystems(Set<OperatingSystem> systems) {
    return new Manifest(
        name,
        site,
        content,
        tenant,
        packages,
        naming,
        consoleFolder,
        securityScopes,
        limitingCollection,
        allowAllSystems,
        distribution,
        systems,
        rollout,
        rings,
        offboard,
        sampleSharing,
        exemptions,
        antivirusProducts,
        blackout,
        wsus,
        jobs,
        server,
        notifications);
  }

  /** Whether the day lies in a blackout period. */
  public boolean blackedOut(LocalDate day) {
    return blackout.stream().anyMatch(period -> period.contains(day));
  }

  /**
   * Permission to send suspicious files to Microsoft (registry value AllowSampleCollection).
   *
   * <p>If the value is missing, sending is permitted.
   */
  public enum SampleSharing implements Worded {
    NONE,
    ALL
  }
}
