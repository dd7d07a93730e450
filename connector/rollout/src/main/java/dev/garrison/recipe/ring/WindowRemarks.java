package dev.garrison.recipe.ring;

import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.Remark;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.ring.RingWindows;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.survey.ring.RingFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remarks on the effect of maintenance windows on rings (F12). A window for software updates only
 * does not hold an application back, and a window that is shorter than the maximum run time never
 * starts it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/clients/manage/collections/use-maintenance-windows">Maintenance
 *     windows</a>
 */
public final class WindowRemarks {
  private final RingFacts facts;

  public WindowRemarks(RingFacts facts) {
    this.facts = facts;
  }

  /** Reason why an unopened ring may not open, though its turn has come. */
  Optional<String> unready(Ring ring) {
    return lacking(ring)
        .filter(_ -> ring.requireMaintenanceWindow())
        .map(windows ->
            Text.of("gate.no-window", "count", windows.none().servers(), "total", windows.servers())
                .toString());
  }

  /** The same with the servers' names, and what a person does about them. */
  Optional<Blockage> blockage(Ring ring) {
    return lacking(ring)
        .filter(_ -> ring.requireMaintenanceWindow())
        .map(windows ->
            new Blockage(
                lacking("gate.blocked-window", ring, windows),
                Text.of("gate.blocked-window-fix").toString()));
  }

  private Optional<RingWindows> lacking(Ring ring) {
    return Optional.ofNullable(facts.windows().get(ring.name()))
        .filter(windows -> windows.none().isAny());
  }

  /** Remarks on the rings' windows, for a person to read before anything is deployed. */
  public List<String> of(List<RingPlan> rings) {
    if (facts.windows().isEmpty()) {
      return List.of(Text.of("plan-remark.windows-unseen").toString());
    }
    List<String> remarks = new ArrayList<>();
    for (RingPlan plan : rings) {
      lacking(plan.ring())
          .filter(_ -> plan.blocked().isEmpty())
          .ifPresent(windows -> remarks.add(lacking(plan, windows)));
      Optional.ofNullable(facts.windows().get(plan.ring().name()))
          .map(RingWindows::tooShort)
          .filter(Lack::isAny)
          .ifPresent(lack -> remarks.add(Remark.action(tooShort(plan.ring(), lack))));
    }
    return remarks;
  }

  private static String lacking(RingPlan plan, RingWindows windows) {
    if (!plan.ring().requireMaintenanceWindow()) {
      return lacking("plan-remark.no-window", plan.ring(), windows);
    }
    return Remark.action(
        plan.verdict().deploys() && !plan.verdict().opens()
            ? lacking("plan-remark.no-window-open", plan.ring(), windows)
            : lacking("plan-remark.no-window-required", plan.ring(), windows));
  }

  private static String lacking(String key, Ring ring, RingWindows windows) {
    return Text.of(
            key,
            "ring",
            ring.name(),
            "count",
            windows.none().servers(),
            "total",
            windows.servers(),
            "servers",
            windows.none().listed())
        .toString();
  }

  private static String tooShort(Ring ring, Lack lack) {
    return Text.of(
            "plan-remark.window-too-short",
            "ring",
            ring.name(),
            "count",
            lack.servers(),
            "installer",
            OperatingSystem.MINUTES_WITH_INSTALLER,
            "onboarding",
            OperatingSystem.MINUTES_ONBOARDING_ONLY,
            "servers",
            lack.listed())
        .toString();
  }
}
