package dev.garrison.work;

import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.offboarding.OffboardObjects;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.session.IntentSource;
import dev.garrison.session.Lease;
import dev.garrison.share.ContentShareException;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** A manifest of objects and the site that has them, with one lease. */
final class SiteInMemory implements IntentSource {
  final KeptObjects<Item> content = new KeptObjects<>("content", Item.class, Item::comment);
  final KeptObjects<DeviceCollection> collections =
      new KeptObjects<>(DeviceCollection.KIND, DeviceCollection.class, DeviceCollection::comment);
  final KeptObjects<ApplicationDeployment> deployments =
      new KeptObjects<>(
          ApplicationDeployment.KIND,
          ApplicationDeployment.class,
          ApplicationDeployment::description);
  final KeptObjects<Item> assignments =
      new KeptObjects<>("setting-assignment", Item.class, Item::comment);
  final KeptObjects<Item> approvals = new KeptObjects<>("approval", Item.class, Item::comment);
  final KeptObjects<Item> declines = new KeptObjects<>("decline", Item.class, Item::comment);

  final List<Wanted<?>> wanted = new ArrayList<>();
  final List<Diagnostic> warnings = new ArrayList<>();
  final List<OffboardDecision> offboarding = new ArrayList<>();
  final List<RingObjects> ringObjects = new ArrayList<>();
  List<RingReport> rings = List.of();
  Optional<FleetStanding> fleet = Optional.empty();
  boolean tellsMode = true;
  IntConsumer read = _ -> {};
  Runnable ringsRead = () -> {};
  final List<String> readings = new ArrayList<>();

  /** Happens when the lease is taken. */
  Runnable taken = () -> {};

  Optional<String> holder = Optional.empty();
  int closed;
  private int reads;

  ResourceTypes types() {
    return new ResourceTypes(kinds().<ResourceType<?>>map(kind -> kind).toList());
  }

  private Stream<KeptObjects<?>> kinds() {
    return Stream.of(content, collections, deployments, assignments, approvals, declines);
  }

  /** It shall be so. */
  Wanted<Item> want(KeptObjects<Item> kind, String name, String value) {
    Wanted<Item> each = Wanted.present(kind.address(name), Item.ours(value));
    wanted.add(each);
    return each;
  }

  @Override
  public Intent at(Instant asOf, Allowances allowances) {
    readings.add("plan");
    return planned(asOf);
  }

  @Override
  public Look look(Instant asOf) {
    return new Look(
        rings(asOf),
        _ -> {
          readings.add("plan from the rings that were read");
          return planned(asOf);
        });
  }

  private Intent planned(Instant asOf) {
    read.accept(++reads);
    return intent(asOf, wanted, warnings);
  }

  @Override
  public Intent bare(Instant asOf) {
    return intent(asOf, List.of(), List.of());
  }

  private Intent intent(Instant asOf, List<Wanted<?>> objects, List<Diagnostic> remarked) {
    return new Intent(
        "small",
        Sha256.of("manifest"),
        "site PS1",
        Map.of(),
        Map.of(),
        List.of(),
        offboarding,
        List.of(),
        asOf,
        Optional.empty(),
        objects,
        remarked);
  }

  @Override
  public Optional<ServerClock> clock() {
    return Optional.empty();
  }

  @Override
  public List<RingReport> rings(Instant asOf) {
    ringsRead.run();
    readings.add("rings");
    return rings;
  }

  @Override
  public FleetStanding fleet(Instant asOf, Optional<LiveQuery> live) {
    return fleet.orElseThrow(() -> new AssertionError("nobody may ask for servers"));
  }

  @Override
  public DeviceStanding devices(Instant asOf, Optional<LiveQuery> live) {
    throw new AssertionError("no job asks for devices");
  }

  @Override
  public AntivirusStanding antivirus(Instant asOf, Optional<LiveQuery> live) {
    return new AntivirusStanding(
        fleet(asOf, live),
        new SystemFit(Set.of(), Map.of()),
        "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2",
        new ExcludedServers(Map.of()),
        tellsMode);
  }

  @Override
  public ReadinessStanding readiness(Instant asOf, Optional<LiveQuery> live) {
    throw new AssertionError("no job asks for requirements");
  }

  @Override
  public List<RingObjects> ringObjects() {
    return ringObjects;
  }

  @Override
  public OffboardObjects offboarding(String entry) {
    return new OffboardObjects(entry, entry, Set.of(), List.of());
  }

  @Override
  public Optional<OnboardingRoute> automaticRoute() {
    return Optional.empty();
  }

  @Override
  public List<RingRoster> rosters() {
    return List.of();
  }

  @Override
  public Statement statement() {
    return new Statement("small", List.of());
  }

  @Override
  public String siteCode() {
    return "PS1";
  }

  @Override
  public String identity() {
    return "CONTOSO\\svc-garrison";
  }

  @Override
  public Lease lease() {
    return taker -> {
      holder.ifPresent(other -> {
        throw new RefusalException(
            Diagnostic.error(
                EngineCode.PLAN_STALE, "Held by " + other + ".", "Wait, and run it again."),
            new ContentShareException(
                ContentShareException.Kind.HELD, "take the lease", "lease", other, null));
      });
      holder = Optional.of(taker);
      taken.run();
      return new Lease.Held() {
        @Override
        public void renew() {
          if (!holder.equals(Optional.of(taker))) {
            throw new RefusalException(
                Diagnostic.error(EngineCode.OBJECT_CHANGED, "The lease is lost.", "Run it again."));
          }
        }

        @Override
        public void close() {
          holder = Optional.empty();
        }
      };
    };
  }

  /** Everything that was written, kind by kind. */
  List<String> writes() {
    return kinds().flatMap(kind -> kind.writes.stream()).toList();
  }

  /** From this read on nothing can be read. */
  void goesAwayAtRead(int first) {
    read =
        number -> {
          if (number >= first) {
            throw new RefusalException(
                Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "The site is gone.", "Start it."));
          }
        };
  }
}
