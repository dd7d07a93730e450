package dev.garrison.wiring.sensor;

import dev.garrison.connection.ServerClock;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.softwareupdate.SiteUpdateStock;
import dev.garrison.recipe.offboarding.OffboardObjects;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.recipe.sensor.SensorRecipe;
import dev.garrison.recipe.sensor.SitePointRecipe;
import dev.garrison.ring.RingReport;
import dev.garrison.session.IntentSource;
import dev.garrison.session.Lease;
import dev.garrison.session.Sessions.Part;
import dev.garrison.state.JournalFolder;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import dev.garrison.survey.sensor.SensorSurveyor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Intents of a manifest with update servers: those for its site, and those for the servers. */
public final class SensorIntents implements IntentSource {
  private final Supplier<IntentSource> site;
  private final Part part;
  private final ManifestResult read;
  private final SensorUpdateSection section;
  private final SensorSurveyor surveyor;
  private final Optional<SiteUpdateStock> siteUpdates;
  private final Optional<Supplier<ServerClock>> siteClock;
  private final ZoneId zone;
  private final Lease serverLease;
  private final String writers;

  /**
   * Parts of the intents for update servers.
   *
   * @param site the software updates of the site, if it serves a ring
   * @param siteClock the site's clock, if it serves a ring
   */
  public record Servers(
      SensorUpdateSection section,
      SensorSurveyor surveyor,
      Optional<SiteUpdateStock> site,
      Optional<Supplier<ServerClock>> siteClock,
      ZoneId zone) {}

  /**
   * @param site the intents for the site; not requested if the site is not part of the session
   * @param serverLease the lease that prevents two writers to the update servers at the same time
   */
  public SensorIntents(
      Supplier<IntentSource> site,
      Part part,
      ManifestResult read,
      Servers servers,
      Lease serverLease) {
    this.site = site;
    this.part = part;
    this.read = read;
    this.section = servers.section;
    this.surveyor = servers.surveyor;
    this.siteUpdates = servers.site;
    this.siteClock = servers.siteClock;
    this.zone = servers.zone;
    this.serverLease = serverLease;
    this.writers =
        read.manifest().wsus().servers().stream()
            .map(server -> server.access().signIn())
            .flatMap(signIn -> signIn.writer().or(signIn::account).stream())
            .map(Account::user)
            .distinct()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining(", "), it -> it.isEmpty() ? "unknown" : it));
  }

  @Override
  public Intent at(Instant asOf, Allowances allowances) {
    Intent intent = part.hasSite() ? site.get().at(asOf, allowances) : nothing(asOf);
    SensorRecipe.Part update =
        new SensorRecipe(read, section, asOf, zone).part(surveyor.survey(section, asOf));
    Map<String, String> survey = new TreeMap<>(intent.survey());
    survey.putAll(update.pins());
    List<String> remarks = new ArrayList<>(intent.remarks());
    remarks.addAll(update.remarks());
    remarks.addAll(surveyor.serverRemarks());
    List<Wanted<?>> wanted = new ArrayList<>(intent.wanted());
    wanted.addAll(update.wanted());
    siteUpdates.ifPresent(stock -> {
      SitePointRecipe point = new SitePointRecipe(section, zone);
      remarks.addAll(point.remarks(stock.read()));
      wanted.addAll(point.wanted());
    });
    return new Intent(
        intent.manifest(),
        intent.manifestDigest(),
        intent.site(),
        survey,
        intent.packages(),
        intent.rings(),
        intent.offboarding(),
        remarks,
        asOf,
        Stream.of(intent.validUntil(), update.validUntil())
            .flatMap(Optional::stream)
            .min(Instant::compareTo),
        wanted,
        Stream.concat(intent.warnings().stream(), update.warnings().stream()).toList());
  }

  @Override
  public Optional<ServerClock> clock() {
    return part.hasSite() ? site.get().clock() : siteClock.map(Supplier::get);
  }

  private Intent nothing(Instant asOf) {
    return new Intent(
        read.manifest().name(),
        read.digest(),
        about().toString(),
        Map.of("part", part.word()),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        asOf,
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** Subject of a plan for this part alone. */
  private Text about() {
    int servers = read.manifest().wsus().servers().size();
    String site = read.manifest().site().code();
    if (servers == 0) {
      return Text.of("plan-subject.point", "site", site);
    }
    return siteUpdates.isPresent()
        ? Text.of("plan-subject.servers-point", "count", servers, "site", site)
        : Text.of("plan-subject.servers", "count", servers);
  }

  @Override
  public Intent bare(Instant asOf) {
    return part.hasSite() ? site.get().bare(asOf) : nothing(asOf);
  }

  @Override
  public List<RingReport> rings(Instant asOf) {
    return part.hasSite() ? site.get().rings(asOf) : List.of();
  }

  @Override
  public FleetStanding fleet(Instant asOf, Optional<LiveQuery> live) {
    return site.get().fleet(asOf, live);
  }

  @Override
  public DeviceStanding devices(Instant asOf, Optional<LiveQuery> live) {
    return site.get().devices(asOf, live);
  }

  @Override
  public AntivirusStanding antivirus(Instant asOf, Optional<LiveQuery> live) {
    return site.get().antivirus(asOf, live);
  }

  @Override
  public AntivirusStanding status(Instant asOf, Optional<LiveQuery> live) {
    return site.get().status(asOf, live);
  }

  @Override
  public ReadinessStanding readiness(Instant asOf, Optional<LiveQuery> live) {
    return site.get().readiness(asOf, live);
  }

  @Override
  public List<RingObjects> ringObjects() {
    return part.hasSite() ? site.get().ringObjects() : List.of();
  }

  @Override
  public OffboardObjects offboarding(String entry) {
    return site.get().offboarding(entry);
  }

  @Override
  public Optional<OnboardingRoute> automaticRoute() {
    return site.get().automaticRoute();
  }

  @Override
  public List<RingRoster> rosters() {
    return part.hasSite() ? site.get().rosters() : List.of();
  }

  @Override
  public Statement statement() {
    return site.get().statement();
  }

  /** Returns the name of the journal chain; runs for update servers alone have their own chain. */
  @Override
  public String siteCode() {
    return part.hasSite() ? site.get().siteCode() : JournalFolder.UPDATE_SERVERS;
  }

  @Override
  public String identity() {
    return part.hasSite() ? site.get().identity() : writers;
  }

  /**
   * Returns the lease for what is written.
   *
   * <p>A run that writes to the site and to update servers takes both leases, because a run for the
   * update servers alone may be in progress.
   */
  @Override
  public Lease lease() {
    return part.hasSite()
        ? holder -> new Both(site.get().lease().take(holder), serverLease, holder)
        : serverLease;
  }

  /** Two leases held as one. */
  private static final class Both implements Lease.Held {
    private final Lease.Held first;
    private final Lease.Held second;

    Both(Lease.Held first, Lease other, String holder) {
      this.first = first;
      this.second = taken(first, other, holder);
    }

    private static Lease.Held taken(Lease.Held first, Lease other, String holder) {
      try {
        return other.take(holder);
      } catch (RuntimeException refused) {
        first.close();
        throw refused;
      }
    }

    @Override
    public void renew() {
      first.renew();
      second.renew();
    }

    @Override
    public void close() {
      second.close();
      first.close();
    }
  }
}
