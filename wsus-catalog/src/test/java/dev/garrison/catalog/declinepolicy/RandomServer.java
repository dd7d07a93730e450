package dev.garrison.catalog.declinepolicy;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.group.Approval;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sample.Draft;
import dev.garrison.catalog.sample.RandomCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Groups, approvals and reports as chance brings them. */
final class RandomServer {
  private static final int FIRST_GROUP = 100;
  private static final List<InstallationState> STATES =
      List.of(
          InstallationState.INSTALLED,
          InstallationState.INSTALLED,
          InstallationState.INSTALLED,
          InstallationState.NOT_INSTALLED,
          InstallationState.NOT_INSTALLED,
          InstallationState.INSTALLED_PENDING_REBOOT,
          InstallationState.FAILED,
          InstallationState.DOWNLOADED);

  private final Random random;
  private final RandomCatalog catalog;
  private final List<TargetGroup> groups = new ArrayList<>();
  private final Map<UUID, List<Approval>> approvals = new TreeMap<>();
  private final List<ComputerReport> computers = new ArrayList<>();

  RandomServer(Random random) {
    this.random = random;
    this.catalog = new RandomCatalog(random);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      groups.add(
          new TargetGroup(
              Draft.id(FIRST_GROUP + i),
              "group " + i,
              i == 0 ? Optional.empty() : Optional.of(Draft.id(FIRST_GROUP + random.nextInt(i)))));
    }
    for (Update update : catalog.updates()) {
      approvals.put(update.identity().updateId(), someApprovals());
    }
    for (int i = random.nextInt(4); i >= 0; i--) {
      computers.add(report("computer " + i));
    }
  }

  private List<Approval> someApprovals() {
    List<Approval> all = new ArrayList<>();
    all.add(new Approval(groups.getFirst().id(), ApprovalAction.DETECT, false, Draft.ARRIVED));
    for (TargetGroup group : groups) {
      int chance = random.nextInt(10);
      if (chance < 6) {
        all.add(
            new Approval(
                group.id(),
                ApprovalAction.INSTALL,
                random.nextInt(8) > 0,
                Draft.ARRIVED.plus(Duration.ofDays(random.nextInt(25)))));
      } else if (chance == 6) {
        List<ApprovalAction> actions =
            List.of(ApprovalAction.DETECT, ApprovalAction.BLOCK, ApprovalAction.UNINSTALL);
        all.add(
            new Approval(
                group.id(), actions.get(random.nextInt(actions.size())), true, Draft.ARRIVED));
      }
    }
    return all;
  }

  private ComputerReport report(String name) {
    Map<UUID, InstallationState> states = new TreeMap<>();
    for (Update update : catalog.updates()) {
      int chance = random.nextInt(20);
      if (chance > 0) {
        states.put(
            update.identity().updateId(),
            chance < 4
                ? InstallationState.NOT_APPLICABLE
                : STATES.get(random.nextInt(STATES.size())));
      }
    }
    return new ComputerReport(name, Set.of(groups.get(random.nextInt(groups.size())).id()), states);
  }

  RandomCatalog catalog() {
    return catalog;
  }

  List<TargetGroup> groups() {
    return groups;
  }

  Map<UUID, List<Approval>> approvals() {
    return approvals;
  }

  List<ComputerReport> computers() {
    return computers;
  }

  Situation situation() {
    return situation(computers);
  }

  Situation situation(List<ComputerReport> reports) {
    return new Situation(
        catalog.updates(), catalog.supersedence(), GroupTree.of(groups), approvals, reports);
  }

  Situation shuffled(Random order) {
    Map<UUID, List<Approval>> mixed = new TreeMap<>();
    approvals.forEach((update, all) -> mixed.put(update, mixed(all, order)));
    return new Situation(
        mixed(catalog.updates(), order),
        catalog.supersedence(),
        GroupTree.of(mixed(groups, order)),
        mixed,
        mixed(computers, order));
  }

  private static <T> List<T> mixed(List<T> all, Random order) {
    List<T> copy = new ArrayList<>(all);
    Collections.shuffle(copy, order);
    return copy;
  }
}
