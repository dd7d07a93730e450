package dev.garrison.recipe.offboarding;

import dev.garrison.engine.plan.Remark;
import dev.garrison.fleet.ServerName;
import dev.garrison.language.Text;
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
      remarks.add(Remark.action(Text.of("offboard-remark.others").toString()));
      remarks.add(Text.of("offboard-remark.no-undo").toString());
    }
    return remarks;
  }

  private List<String> of(LeavingPlan plan, OffboardSection entry) {
    List<String> remarks = new ArrayList<>();
    missing(plan, entry).ifPresent(remarks::add);
    if (!plan.offboards()) {
      remarks.add(head("offboard-remark.head-kept", plan, entry));
      return remarks;
    }
    remarks.add(
        head(
            plan.free().isEmpty() ? "offboard-remark.head" : "offboard-remark.head-free",
            plan,
            entry));
    if (!plan.held().isEmpty()) {
      remarks.add(
          Text.of(
                  "offboard-remark.holds",
                  "entry",
                  entry.name(),
                  "servers",
                  LeavingPlan.words(plan.held()))
              .toString());
    }
    Optional.ofNullable(packages.offboarding().get(entry.name()))
        .map(found ->
            Text.of(
                    "offboard-remark.package",
                    "entry",
                    entry.name(),
                    "time",
                    OffboardTimes.shown(found.ends()))
                .toString())
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
        .map(word ->
            Text.of("offboard-remark.stranger", "entry", entry.name(), "server", word).toString())
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
                Text.of(
                        "offboard-remark.missing",
                        "entry",
                        entry.name(),
                        "servers",
                        List.copyOf(missing))
                    .toString()));
  }

  private static String head(String key, LeavingPlan plan, OffboardSection entry) {
    return Text.of(
            key,
            "entry",
            entry.name(),
            "reason",
            entry.reason(),
            "count",
            plan.leaving().size(),
            "limit",
            entry.maxDevices(),
            "servers",
            LeavingPlan.names(plan.free()))
        .toString();
  }

  /** Says what becomes of the agent and the antivirus. */
  private static List<String> antivirus(PassiveLeavers leavers) {
    List<Text> remarks = new ArrayList<>();
    String entry = leavers.entry().name();
    List<Text> passive = leavers.passive().stream().map(leavers::known).toList();
    leavers
        .entry()
        .after()
        .ifPresent(after -> {
          if (after == AfterOffboarding.UNINSTALL_AGENT) {
            remarks.add(Text.of("offboard-remark.agent", "entry", entry));
          }
          if (!passive.isEmpty()) {
            remarks.add(
                Text.of("offboard-remark.passive-ends", "entry", entry, "servers", passive));
            String alone = names(leavers.alone());
            remarks.add(Text.of(passive(after, alone.isEmpty()), "entry", entry, "servers", alone));
          }
        });
    String bare = names(leavers.unprotected());
    if (!bare.isEmpty()) {
      remarks.add(Text.of("offboard-remark.bare", "entry", entry, "servers", bare));
    }
    return remarks.stream().map(Text::toString).toList();
  }

  private static String passive(AfterOffboarding after, boolean protectedElsewhere) {
    return switch (after) {
      case KEEP_OTHER -> "offboard-remark.keep-other";
      case DISABLE ->
          protectedElsewhere ? "offboard-remark.disable" : "offboard-remark.disable-alone";
      case UNINSTALL_AGENT ->
          protectedElsewhere ? "offboard-remark.uninstall" : "offboard-remark.uninstall-alone";
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
            ? Text.of(
                    "offboard-remark.back",
                    "entry",
                    plan.name(),
                    "servers",
                    LeavingPlan.names(plan.returning()))
                .toString()
            : Text.of(
                    "offboard-remark.back-later",
                    "entry",
                    plan.name(),
                    "servers",
                    LeavingPlan.words(plan.notBack()))
                .toString());
  }
}
