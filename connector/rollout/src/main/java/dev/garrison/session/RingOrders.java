package dev.garrison.session;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.Reading;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plans to halt or resume a ring, or to skip its gate (F21). Such a plan is like any other, and is
 * made from the existing objects. The note is written first, so that an interrupted run leaves the
 * decision behind, and the next plan completes it. Only a halt changes deployments at once; the
 * next plan shows the effects of the other decisions.
 */
final class RingOrders {
  private final Planner planner;
  private final IntentSource source;
  private final String operator;

  /**
   * @param operator the person at this computer
   */
  RingOrders(Planner planner, IntentSource source, String operator) {
    this.planner = planner;
    this.source = source;
    this.operator = operator;
  }

  Planned plan(RingOrder order, Instant now) {
    RingObjects objects = objects(order.ring());
    Intent bare = source.bare(now);
    Reading there = read(bare, List.of(objects));
    return plan(bare, List.of(wanted(order, objects, there, now, bare)));
  }

  /**
   * Halts every ring that is on the site. A ring that is halted already keeps its note.
   *
   * @param reason noted on the site
   */
  Planned haltAll(String reason, Instant now) {
    Intent bare = source.bare(now);
    List<RingObjects> all = source.ringObjects();
    Reading there = read(bare, all);
    List<OrderedObjects> ordered =
        all.stream()
            .filter(objects -> found(there, objects.whole(), DeviceCollection.class).isPresent())
            .map(objects -> wanted(halt(objects, there, reason), objects, there, now, bare))
            .toList();
    if (ordered.isEmpty()) {
      throw refused(Message.of("ring-order.nothing-to-halt"));
    }
    return plan(bare, ordered);
  }

  private static RingOrder halt(RingObjects objects, Reading there, String reason) {
    RingOrder order = new RingOrder(RingOrder.Kind.HALT, objects.ring(), reason);
    boolean halted = RingNote.in(whole(objects, there).comment()).halted().isPresent();
    return halted ? order.by(RingNote.HaltOrder.GATE) : order;
  }

  /** The objects of rings as they are now; nothing is planned of them like this. */
  private Reading read(Intent bare, List<RingObjects> rings) {
    return planner.read(
        bare.wanting(
            rings.stream()
                .flatMap(RingObjects::all)
                .<Wanted<?>>map(RingOrders::unwanted)
                .toList()));
  }

  private Planned plan(Intent bare, List<OrderedObjects> ordered) {
    List<Wanted<?>> wanted = new ArrayList<>();
    Set<Address> changed = new HashSet<>();
    ordered.forEach(each -> {
      wanted.addAll(each.wanted());
      changed.addAll(each.changed());
    });
    return planner.planOnly(bare.wanting(wanted), changed);
  }

  /**
   * Objects of a ring as a decision wants them.
   *
   * @param changed those that it may change
   */
  private record OrderedObjects(List<Wanted<?>> wanted, Set<Address> changed) {}

  private OrderedObjects wanted(
      RingOrder order, RingObjects objects, Reading there, Instant now, Intent bare) {
    DeviceCollection whole = whole(objects, there);
    RingNote before = RingNote.in(whole.comment());
    RingNote after = after(order, objects, there, now, before);
    List<Wanted<?>> wanted = new ArrayList<>();
    wanted.add(
        Wanted.present(
            objects.whole(),
            whole.withComment(new Mark(bare.manifest()).after(after.describing(objects.ring())))));
    Set<Address> changed = new HashSet<>(Set.of(objects.whole()));
    objects
        .parts()
        .forEach(part ->
            found(there, part, DeviceCollection.class)
                .ifPresent(state -> wanted.add(Wanted.present(part, state))));
    if (order.kind() == RingOrder.Kind.HALT) {
      objects
          .disabled()
          .forEach(deployment ->
              found(there, deployment, ApplicationDeployment.class)
                  .ifPresent(state -> {
                    wanted.add(
                        new Wanted<>(
                            deployment,
                            new Desired.Present<>(state.disabled()),
                            Set.of(objects.whole())));
                    changed.add(deployment);
                  }));
      for (Address address : objects.takenBack()) {
        if (isOurs(there, address)) {
          wanted.add(
              new Wanted<>(
                  address,
                  new Desired.Absent<>(
                      Text.of("removal.halted", "ring", objects.ring()).toString()),
                  Set.of(objects.whole())));
          changed.add(address);
        }
      }
    }
    return new OrderedObjects(wanted, changed);
  }

  private RingObjects objects(String ring) {
    List<RingObjects> all = source.ringObjects();
    return all.stream()
        .filter(objects -> objects.ring().equalsIgnoreCase(ring))
        .findFirst()
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    EngineCode.RING_UNKNOWN,
                    Message.of(
                        "ring-name.unknown",
                        "ring",
                        ring,
                        "rings",
                        all.stream().map(RingObjects::ring).toList()))));
  }

  private static Wanted<?> unwanted(Address address) {
    return new Wanted<>(address, new Desired.Absent<>("not planned"));
  }

  private static DeviceCollection whole(RingObjects objects, Reading there) {
    return found(there, objects.whole(), DeviceCollection.class)
        .orElseThrow(() ->
            refused(
                Message.of(
                    "ring-order.no-collection",
                    "ring",
                    objects.ring(),
                    "collection",
                    objects.whole())));
  }

  private static boolean anyDeployment(RingObjects objects, Reading there) {
    return Stream.concat(objects.disabled(), objects.takenBack().stream())
        .anyMatch(address -> isOurs(there, address));
  }

  /** Route that the existing deployments show, before a halt removes them. */
  private static Optional<OnboardingRoute> route(RingObjects objects, Reading there) {
    if (objects.deployments().stream().anyMatch(address -> isOurs(there, address))) {
      return Optional.of(OnboardingRoute.APPLICATION);
    }
    return objects.takenBack().stream().anyMatch(address -> isOurs(there, address))
        ? Optional.of(OnboardingRoute.CLIENT_SETTING)
        : Optional.empty();
  }

  private static boolean isOurs(Reading there, Address address) {
    return found(there, address).isPresent();
  }

  private static <S extends Record> Optional<S> found(
      Reading there, Address address, Class<S> kind) {
    return found(there, address).map(found -> kind.cast(found.state()));
  }

  /** The object at an address, if it carries the manifest's mark. */
  private static Optional<Observation.Found<?>> found(Reading there, Address address) {
    Optional<Step<?>> step = there.of(address);
    return step.map(Step::seen)
        .filter(Observation.Found.class::isInstance)
        .<Observation.Found<?>>map(seen -> (Observation.Found<?>) seen)
        .filter(found -> found.owner() instanceof Owner.Ours);
  }

  private RingNote after(
      RingOrder order, RingObjects objects, Reading there, Instant now, RingNote before) {
    return switch (order.kind()) {
      case HALT -> {
        String by = order.by().orElse(operator);
        RingNote halted =
            by.equals(RingNote.HaltOrder.GATE) && before.halted().isPresent()
                ? before
                : before.haltedBecause(order.reason(), new RingNote.HaltOrder(by, now));
        // A note without a route looks like one that was damaged, so what a plan would take is
        // noted.
        yield route(objects, there)
            .or(before::route)
            .or(source::automaticRoute)
            .map(halted::on)
            .orElse(halted);
      }
      case RESUME -> {
        RingReport report = report(order.ring(), now);
        if (report.state() != RingState.HALTED) {
          throw refused(Message.of("ring-order.not-halted", "ring", order.ring()));
        }
        yield before.resumed(now, report.health().failed());
      }
      case SKIP -> {
        RingReport report = report(order.ring(), now);
        if (report.state() == RingState.HALTED) {
          throw refused(
              Message.of("ring-order.halted", "ring", order.ring(), "reason", report.reason()));
        }
        if (!anyDeployment(objects, there)) {
          throw refused(Message.of("ring-order.not-open", "ring", order.ring()));
        }
        yield before.skippedBecause(order.reason());
      }
    };
  }

  /**
   * Report of a ring, as the status command shows it. A ring whose failures halt it counts as
   * halted before a run notes it.
   */
  private RingReport report(String ring, Instant now) {
    return source.rings(now).stream()
        .filter(report -> report.ring().equalsIgnoreCase(ring))
        .findFirst()
        .orElseThrow();
  }

  private static RefusalException refused(Message message) {
    return new RefusalException(Diagnostic.error(EngineCode.RING_ORDER_REFUSED, message));
  }
}
