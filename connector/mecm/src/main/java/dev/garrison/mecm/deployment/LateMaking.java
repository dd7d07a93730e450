package dev.garrison.mecm.deployment;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.language.Message;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds deployments whose deadline had passed when they were created. The site's own CreationTime
 * shows this; clients that get such a deployment install at once.
 *
 * @param remade whether a deployment was created again on purpose, with its earlier times
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_applicationassignment-server-wmi-class">SMS_ApplicationAssignment</a>
 */
record LateMaking(AdminService site, Predicate<Address> remade) {
  private static final String CLASS = "SMS_ApplicationAssignment";

  Optional<Diagnostic> of(Observation.Found<ApplicationDeployment> found) {
    ApplicationDeployment state = found.state();
    Optional<Instant> due = state.earliestDue();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    return site.get(CLASS, ObjectKey.of(Long.parseLong(found.id())))
        .flatMap(row -> new Row(row).time("CreationTime"))
        .filter(due.get()::isBefore)
        .filter(_ -> !remade.test(ApplicationDeployment.address(state.name())))
        .map(made -> late(state, due.get(), made));
  }

  private static Diagnostic late(ApplicationDeployment state, Instant due, Instant made) {
    return Diagnostic.error(
        DeploymentCode.DEADLINE_PAST_WHEN_MADE,
        Message.of(
            "deployment.made-after-deadline", "name", state.name(), "made", made, "due", due));
  }
}
