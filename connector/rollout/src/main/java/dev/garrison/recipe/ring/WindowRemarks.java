package dev.garrison.recipe.ring;

import dev.garrison.engine.plan.Remark;
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
  private static final String UNSEEN =
      "whether servers have a maintenance window cannot be seen on this site: no ring waits for one, and a server without one installs when it is due, at any hour";
  private static final String REMEDY =
      "Give them a general one, leave them out ('exceptions', or the ring's 'exclude'), or set the ring's 'requireMaintenanceWindow: false'. All of them: garrison prerequisites --only no-window";

  private final RingFacts facts;

  public WindowRemarks(RingFacts facts) {
    this.facts = facts;
  }

  /** Reason why an unopened ring may not open, though its turn has come. */
  Optional<String> unready(Ring ring) {
    return lacking(ring)
        .filter(_ -> ring.requireMaintenanceWindow())
        .map(windows ->
            counted(windows)
                + " no general maintenance window, and the ring requires one; 'garrison prerequisites --only no-window' lists them");
  }

  private Optional<RingWindows> lacking(Ring ring) {
    return Optional.ofNullable(facts.windows().get(ring.name()))
        .filter(windows -> windows.none().isAny());
  }

  private static String counted(RingWindows windows) {
    return "%d of the %d servers to onboard %s"
        .formatted(
            windows.none().servers(),
            windows.servers(),
            windows.none().servers() == 1 ? "has" : "have");
  }

  /** Remarks on the rings' windows, for a person to read before anything is deployed. */
  public List<String> of(List<RingPlan> rings) {
    if (facts.windows().isEmpty()) {
      return List.of(UNSEEN);
    }
    List<String> remarks = new ArrayList<>();
    for (RingPlan plan : rings) {
      lacking(plan.ring()).ifPresent(windows -> remarks.add(lacking(plan, windows)));
      Optional.ofNullable(facts.windows().get(plan.ring().name()))
          .map(RingWindows::tooShort)
          .filter(Lack::isAny)
          .ifPresent(lack -> remarks.add(Remark.action(tooShort(plan.ring(), lack))));
    }
    return remarks;
  }

  private static String lacking(RingPlan plan, RingWindows windows) {
    String who =
        "ring %s: %s no general maintenance window: %s"
            .formatted(plan.ring().name(), counted(windows), windows.none().listed());
    if (!plan.ring().requireMaintenanceWindow()) {
      return who + ". They install when it is due, at any hour";
    }
    return Remark.action(
        plan.verdict().deploys() && !plan.verdict().opens()
            ? who + ". The ring has opened, so they install when it is due, at any hour. " + REMEDY
            : who + ". They are not ready, and the ring does not open before they are. " + REMEDY);
  }

  private static String tooShort(Ring ring, Lack lack) {
    return "ring %s: %s shorter than the maximum run time, %d minutes with the agent of 2012 R2 and 2016 and %d without. No window ever starts the installation there: %s. Give them a longer one. All of them: garrison prerequisites --only window-too-short"
        .formatted(
            ring.name(),
            lack.servers() == 1
                ? "1 server has maintenance windows that are all"
                : lack.servers() + " servers have maintenance windows that are all",
            OperatingSystem.MINUTES_WITH_INSTALLER,
            OperatingSystem.MINUTES_ONBOARDING_ONLY,
            lack.listed());
  }
}
