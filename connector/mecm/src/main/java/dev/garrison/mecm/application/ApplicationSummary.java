package dev.garrison.mecm.application;

import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.mecm.application.model.Application;

/** An application in a few words, for a plan. */
final class ApplicationSummary {
  private ApplicationSummary() {}

  static String of(Wanted<Application> wanted) {
    return switch (wanted.desired()) {
      case Desired.Present<Application>(Application state) ->
          summary(state.deploymentType()).toString();
      case Desired.Absent<Application>(String reason) -> reason;
    };
  }

  private static Text summary(Application.DeploymentType type) {
    int files = type.content().files().size();
    int values = type.detection().size();
    int others = type.dependencies().size();
    return others == 0
        ? Text.of("application.summary", "files", files, "values", values)
        : Text.of(
            "application.summary-dependent", "files", files, "values", values, "others", others);
  }
}
