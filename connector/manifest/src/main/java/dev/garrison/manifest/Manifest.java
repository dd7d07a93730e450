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
 * Everything the user wants, complete and consistent in itself. Whether the site agrees is not
 * known here.
 *
 * @param name goes into the mark of every object, so it cannot change later
 * @param consoleFolder the console folder for our objects; absent: the root
 * @param securityScopes names of security scopes for our objects; empty: those of the account
 * @param limitingCollection name or id of the collection that limits ours
 * @param allowAllSystems whether that may be every device of the site
 * @param operatingSystems in the order of their release
 * @param rings in the order in which they open
 * @param offboard servers that leave Defender for Endpoint
 * @param exemptions servers that are left alone, expired ones included
 * @param wsus servers of WSUS; none where it is not to be touched
 * @param jobs what the service does by itself; none where nobody asked for that
 * @param server where the service is asked
 * @param notifications whom it tells what it found
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
    List<BlackoutPeriod> blackout,
    WsusSection wsus,
    JobsSection jobs,
    ServerSection server,
    List<Webhook> notifications) {
  /** The only version of the format so far. */
  public static final String API_VERSION = "garrison.dev/v1";

  public Manifest {
    securityScopes = List.copyOf(securityScopes);
    operatingSystems = Collections.unmodifiableSortedSet(new TreeSet<>(operatingSystems));
    rings = List.copyOf(rings);
    offboard = List.copyOf(offboard);
    exemptions = List.copyOf(exemptions);
    blackout = List.copyOf(blackout);
    notifications = List.copyOf(notifications);
    if (rings.isEmpty() || operatingSystems.isEmpty()) {
      throw new IllegalArgumentException("a manifest needs a ring and an operating system");
    }
  }

  /** The name of our collection that holds a whole ring. */
  public String ringCollection(Ring ring) {
    return naming.collectionFor(name, "all", ring.name());
  }

  /**
   * The name of our collection of those servers of a passive ring on which the antivirus was read
   * as told to be passive. Only the client-setting route has it.
   */
  public String passiveCollection(OperatingSystem system, Ring ring) {
    return naming.collectionFor(name, system.title() + " passive", ring.name());
  }

  /** The name of our collection of the servers that are left alone. */
  public String exceptionsCollection() {
    return "MDE exceptions - " + name;
  }

  /** The name of our collection around one whose servers leave. */
  public String leavingCollection(String entry) {
    return naming.collectionFor(name, "leaving", entry);
  }

  /** The name of our collection of those servers that may be offboarded. */
  public String offboardingCollection(String entry) {
    return naming.collectionFor(name, "offboarding", entry);
  }

  /** The name of the deployment that offboards. */
  public String offboardingDeployment(String entry) {
    return naming.deploymentFor(name, "offboarding", entry);
  }

  /** The name of the application that offboards. */
  public String offboardingApplication(String entry) {
    return naming.applicationFor(name, "offboarding " + entry);
  }

  /** The distribution point groups that offboarding content must reach. */
  public List<String> offboardingGroups() {
    return distribution.groups().isEmpty()
        ? rings.stream().flatMap(ring -> ring.distributionGroups().stream()).distinct().toList()
        : distribution.groups();
  }

  /** The distribution point groups that a ring's content must reach. */
  public List<String> distributionGroups(Ring ring) {
    return ring.distributionGroups().isEmpty() ? distribution.groups() : ring.distributionGroups();
  }

  /** The same with other words for the collections that it names. */
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
        blackout,
        wsus,
        jobs,
        server,
        notifications);
  }

  /** The same for other releases. */
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
   * Whether suspicious files may leave the company (registry value AllowSampleCollection; where it
   * is missing, they may).
   */
  public enum SampleSharing implements Worded {
    NONE,
    ALL
  }
}
