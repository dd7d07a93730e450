package dev.garrison.recipe;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.recipe.offboarding.LeavingCollections;
import dev.garrison.recipe.ring.RingPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collections of each ring: one around the customer's own, and in it one per system (F21). The
 * ring's collection excludes the servers of the rings before it, those that leave, and those that
 * are not ready. Its comment stores the note of the ring. Hyper-V Server is not supported by
 * Defender for Endpoint and is excluded by its caption.
 */
final class CollectionRecipe {
  private final Manifest manifest;
  private final Mark mark;
  private final List<RingPlan> rings;
  private final LeavingCollections leaving;
  private final LocalDate today;
  private final KeptOutServers keptOut;

  /**
   * @param keptOut servers that may not enter their rings
   */
  CollectionRecipe(
      Manifest manifest,
      Mark mark,
      List<RingPlan> rings,
      LeavingCollections leaving,
      KeptOutServers keptOut,
      Instant asOf) {
    this.keptOut = keptOut;
    this.leaving = leaving;
    this.manifest = manifest;
    this.mark = mark;
    this.rings = rings;
    this.today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }

  List<Wanted<?>> wanted() {
    List<Wanted<?>> wanted = new ArrayList<>();
    Set<Address> before = new HashSet<>(leaving.beforeRings());
    Set<String> taken = new TreeSet<>(leaving.keptOut());
    Stream.of(exceptions(), keptOut.collection(mark))
        .flatMap(Optional::stream)
        .forEach(state -> {
          wanted.add(wanted(state, Set.of()));
          before.add(DeviceCollection.address(state.name()));
          taken.add(state.name());
        });
    for (RingPlan plan : rings) {
      DeviceCollection whole = whole(plan, taken);
      wanted.add(wanted(whole, before));
      for (OperatingSystem system : manifest.operatingSystems()) {
        wanted.add(
            wanted(
                part(plan.ring(), system, whole), Set.of(DeviceCollection.address(whole.name()))));
      }
      taken.add(whole.name());
    }
    wanted.addAll(leaving.collections());
    return wanted;
  }

  private static Wanted<DeviceCollection> wanted(DeviceCollection state, Set<Address> after) {
    return new Wanted<>(
        DeviceCollection.address(state.name()), new Desired.Present<>(state), after);
  }

  private DeviceCollection whole(RingPlan plan, Set<String> taken) {
    Ring ring = plan.ring();
    Set<String> excludes = new TreeSet<>(ring.exclude());
    excludes.addAll(taken);
    return collection(
        manifest.ringCollection(ring),
        plan.verdict().note().describing(ring.name()),
        manifest.limitingCollection(),
        Set.of(),
        Set.copyOf(ring.collections()),
        excludes);
  }

  private DeviceCollection part(Ring ring, OperatingSystem system, DeviceCollection whole) {
    QueryRule query = new QueryRule("Windows Server " + system.title(), query(system));
    return collection(
        manifest.naming().collectionFor(manifest.name(), system, ring.name()),
        "Windows Server " + system.title() + " in ring " + ring.name() + ".",
        whole.name(),
        Set.of(query),
        Set.of(),
        Set.of());
  }

  /** Collection of the servers whose exceptions are valid today; absent when there are none. */
  private Optional<DeviceCollection> exceptions() {
    List<String> servers =
        manifest.exemptions().stream()
            .filter(exemption -> !exemption.expiredOn(today))
            .map(Exemption::server)
            .sorted()
            .distinct()
            .toList();
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    String names =
        servers.stream()
            .map(server -> "SMS_R_System.Name = \"" + server + "\"")
            .collect(Collectors.joining(" or "));
    return Optional.of(
        collection(
            manifest.exceptionsCollection(),
            "Servers that the manifest leaves out.",
            manifest.limitingCollection(),
            Set.of(new QueryRule("exceptions", QueryRule.SELECT + " where " + names)),
            Set.of(),
            Set.of()));
  }

  private DeviceCollection collection(
      String name,
      String comment,
      String limit,
      Set<QueryRule> queries,
      Set<String> includes,
      Set<String> excludes) {
    return new DeviceCollection(
        name,
        mark.after(comment),
        limit,
        queries,
        includes,
        excludes,
        Set.of(),
        DeviceCollection.PERIODIC);
  }

  private static String query(OperatingSystem system) {
    return QueryRule.SELECT
        + " inner join SMS_G_System_OPERATING_SYSTEM"
        + " on SMS_G_System_OPERATING_SYSTEM.ResourceID = SMS_R_System.ResourceID"
        + " where SMS_G_System_OPERATING_SYSTEM.Caption like \"%Windows Server "
        + system.title()
        + "%\""
        + " and SMS_G_System_OPERATING_SYSTEM.BuildNumber = \""
        + system.build()
        + "\"";
  }
}
