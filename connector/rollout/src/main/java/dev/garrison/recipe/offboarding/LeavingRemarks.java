package dev.garrison.recipe.offboarding;

import dev.garrison.engine.plan.Remark;
import dev.garrison.fleet.ServerName;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import dev.garrison.payload.Packages;
import dev.garrison.ring.LeavingServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Remarks on servers that leave or come back. */
record LeavingRemarks(
    Packages packages, BiFunction<LeavingPlan, OffboardSection, PassiveLeavers> leavers) {
  List<String> of(List<LeavingPlan> plans) {
    List<String> remarks = new ArrayList<>();
    for (LeavingPlan plan : plans) {
      plan.entry().ifPresent(entry -> remarks.addAll(of(plan, entry)));
      back(plan).ifPresent(remarks::add);
    }
    if (plans.stream().anyMatch(LeavingPlan::offboards)) {
      remarks.add(
          Remark.action(
              "offboarding reaches only what Garrison deploys: Group Policy or Defender for Cloud may onboard a server again; take it out there first"));
      remarks.add(
          "offboarding is not taken back by 'garrison undo': a server that is taken off the list comes back to its ring, which onboards it again");
    }
    return remarks;
  }

  private List<String> of(LeavingPlan plan, OffboardSection entry) {
    List<String> remarks = new ArrayList<>();
    String head =
        "offboard %s (%s): %d servers, at most %d"
            .formatted(entry.name(), entry.reason(), plan.leaving().size(), entry.maxDevices());
    missing(plan, entry).ifPresent(remarks::add);
    if (!plan.offboards()) {
      remarks.add(head + "; without 'package' they are kept out of the rings and stay onboarded");
      return remarks;
    }
    remarks.add(
        head
            + (plan.free().isEmpty()
                ? ""
                : "; may be offboarded: " + LeavingPlan.names(plan.free())));
    if (!plan.held().isEmpty()) {
      remarks.add(
          "offboard %s holds, until they have left onboarding behind: %s"
              .formatted(entry.name(), LeavingPlan.words(plan.held())));
    }
    Optional.ofNullable(packages.offboarding().get(entry.name()))
        .map(found ->
            "offboard %s: sensors take its package until %s; a server that comes later stays onboarded"
                .formatted(entry.name(), OffboardTimes.shown(found.ends())))
        .ifPresent(remarks::add);
    remarks.addAll(strangers(plan, entry));
    remarks.addAll(antivirus(leavers.apply(plan, entry)));
    return remarks;
  }

  /**
   * Names that confirm nothing, because no server of the entry has them, as far as those are read.
   */
  private static List<String> strangers(LeavingPlan plan, OffboardSection entry) {
    List<String> servers = plan.leaving().stream().map(each -> each.server().name()).toList();
    List<String> confirmed = servers.isEmpty() ? List.of() : entry.withoutAntivirus();
    return ServerName.strangers(confirmed, servers).stream()
        .map(word -> "offboard %s: 'withoutAntivirus' names %s".formatted(entry.name(), word))
        .toList();
  }

  /** Names that the limiting collection does not have: mistyped, or no longer there. */
  private static Optional<String> missing(LeavingPlan plan, OffboardSection entry) {
    Set<String> missing = new TreeSet<>(entry.computers());
    plan.leaving().forEach(each -> missing.remove(each.server().name().toUpperCase(Locale.ROOT)));
    return missing.isEmpty() || plan.leaving().size() > entry.maxDevices()
        ? Optional.empty()
        : Optional.of(
            Remark.action(
                "offboard %s: the limiting collection has no server of this name: %s. Correct it, or take it out of the entry once it is retired"
                    .formatted(entry.name(), String.join(", ", missing))));
  }

  /** Says what becomes of the agent and the antivirus. */
  private static List<String> antivirus(PassiveLeavers leavers) {
    String head = "offboard " + leavers.entry().name() + ": ";
    List<String> remarks = new ArrayList<>();
    String passive =
        leavers.passive().stream()
            .map(server -> leavers.known(server).toString())
            .collect(Collectors.joining(", "));
    leavers
        .entry()
        .after()
        .ifPresent(after -> {
          if (after == AfterOffboarding.UNINSTALL_AGENT) {
            remarks.add(
                head
                    + "the agent of 2012 R2 and 2016 is uninstalled, which tamper protection has to allow");
          }
          if (!passive.isEmpty()) {
            remarks.add(head + "passive mode ends where it is on: " + passive);
            remarks.add(head + passive(after, names(leavers.alone())));
          }
        });
    String bare = names(leavers.unprotected());
    if (!bare.isEmpty()) {
      remarks.add(head + "no antivirus that Garrison knows of is left on " + bare);
    }
    return remarks;
  }

  private static String passive(AfterOffboarding after, String alone) {
    String left =
        "Only another antivirus is left"
            + (alone.isEmpty() ? "" : ", and none is seen running on " + alone);
    return switch (after) {
      case KEEP_OTHER ->
          "on these servers Microsoft Defender Antivirus becomes active next to any other antivirus. Each needs exclusions for the other";
      case DISABLE ->
          "on these servers the feature Microsoft Defender Antivirus is removed, and each restarts. "
              + left;
      case UNINSTALL_AGENT ->
          "on these servers of 2016 and later the feature Microsoft Defender Antivirus is removed as well, because it would become active, and each restarts. "
              + left;
    };
  }

  private static String names(List<LeavingServer> servers) {
    return servers.stream().map(LeavingServer::name).collect(Collectors.joining(", "));
  }

  private static Optional<String> back(LeavingPlan plan) {
    if (plan.returning().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        plan.notBack().isEmpty()
            ? "off the list of offboard %s, its ring takes it again: %s"
                .formatted(plan.name(), LeavingPlan.names(plan.returning()))
            : "off the list of offboard %s, and its ring takes it again once it has asked for policy: %s"
                .formatted(plan.name(), LeavingPlan.words(plan.notBack())));
  }
}
