package dev.garrison.recipe.offboarding;

import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Remark;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.distribution.ContentDistribution;
import dev.garrison.mecm.placement.FolderPlacement;
import dev.garrison.mecm.placement.ScopeMembership;
import dev.garrison.mecm.refresh.Evaluation;
import dev.garrison.mecm.refresh.PolicyPush;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Objects by which the servers of one entry of {@code offboard} leave.
 *
 * @param entry the entry's name
 * @param leaving name of the collection that every ring excludes
 * @param own the objects of this entry alone, except its content
 * @param rings names of the rings' collections
 */
public record OffboardObjects(String entry, String leaving, Set<Address> own, List<String> rings) {
  public OffboardObjects {
    own = Set.copyOf(own);
    rings = List.copyOf(rings);
  }

  /** The objects of an entry of this manifest. */
  public static OffboardObjects of(Manifest manifest, String entry) {
    Address leaving = DeviceCollection.address(manifest.leavingCollection(entry));
    Address offboarding = DeviceCollection.address(manifest.offboardingCollection(entry));
    Address application = Application.address(manifest.offboardingApplication(entry));
    return new OffboardObjects(
        entry,
        leaving.name(),
        Set.of(
            leaving,
            FolderPlacement.address(leaving),
            Evaluation.address(leaving.name()),
            PolicyPush.address(leaving.name()),
            offboarding,
            FolderPlacement.address(offboarding),
            Evaluation.address(offboarding.name()),
            application,
            FolderPlacement.address(application),
            ScopeMembership.address(application),
            ContentDistribution.address(application.name()),
            ApplicationDeployment.address(manifest.offboardingDeployment(entry))),
        manifest.rings().stream().map(manifest::ringCollection).toList());
  }

  /**
   * The part of an intent that this entry needs. A ring's collection stays as it is on the site,
   * but excludes the servers that leave; other changes that the manifest wants of it are left out.
   *
   * @param plan the plan of the complete intent
   * @param seen a ring's managed collection as it is on the site
   */
  public Intent only(Intent intent, Plan plan, Function<Address, Optional<DeviceCollection>> seen) {
    Map<Address, DeviceCollection> there = new HashMap<>();
    rings.stream()
        .map(DeviceCollection::address)
        .forEach(ring -> seen.apply(ring).ifPresent(state -> there.put(ring, state)));
    Set<Address> needed = needed(plan, there.keySet());
    return new Intent(
        intent.manifest(),
        intent.manifestDigest(),
        intent.site(),
        intent.survey().entrySet().stream()
            .filter(fact -> !fact.getValue().equals(Plan.DEFERRED))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        intent.packages().entrySet().stream()
            .filter(file -> file.getKey().equals("offboarding " + entry))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        List.of(),
        intent.offboarding().stream().filter(each -> each.entry().equals(entry)).toList(),
        intent.remarks().stream().filter(this::isOnThis).toList(),
        intent.asOf(),
        intent.validUntil(),
        intent.wanted().stream()
            .filter(each -> needed.contains(each.address()))
            .<Wanted<?>>map(each -> narrowed(each.afterOnly(needed), there))
            .toList(),
        List.of());
  }

  /**
   * Objects of the entry and those that they need. Those of a ring are needed only where the ring's
   * collection does not exist yet.
   */
  private Set<Address> needed(Plan plan, Set<Address> there) {
    Map<Address, List<Address>> after = new HashMap<>();
    plan.changes().forEach(change -> after.put(change.address(), change.after()));
    Set<Address> needed = new HashSet<>(there);
    rings.stream().map(Evaluation::address).forEach(needed::add);
    Deque<Address> next = new ArrayDeque<>(own);
    while (!next.isEmpty()) {
      Address address = next.remove();
      if (needed.add(address)) {
        next.addAll(after.getOrDefault(address, List.of()));
      }
    }
    return needed;
  }

  private Wanted<?> narrowed(Wanted<?> wanted, Map<Address, DeviceCollection> there) {
    Address address = wanted.address();
    Address ring = DeviceCollection.address(address.name());
    DeviceCollection state = there.get(ring);
    if (state == null) {
      return wanted;
    }
    return address.equals(ring)
        ? new Wanted<>(address, new Desired.Present<>(excluding(state)), wanted.after())
        : new Wanted<>(
            address,
            new Desired.Present<>(Evaluation.of(address.name(), Set.of(leaving))),
            wanted.after());
  }

  private DeviceCollection excluding(DeviceCollection ring) {
    Set<String> excludes = new TreeSet<>(ring.excludes());
    excludes.add(leaving);
    return ring.withExcludes(excludes);
  }

  private boolean isOnThis(String remark) {
    String text = Remark.text(remark);
    return OffboardRemark.isOfAll(text) || OffboardRemark.isOf(entry, text);
  }
}
