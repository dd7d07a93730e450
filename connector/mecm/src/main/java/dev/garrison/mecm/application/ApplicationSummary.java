package dev.garrison.mecm.application;

import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.application.model.Application;

/** An application in a few words, for a plan. */
final class ApplicationSummary {
  private ApplicationSummary() {}

  static String of(Wanted<Application> wanted) {
    return switch (wanted.desired()) {
      case Desired.Present<Application>(Application state) ->
          "%s, detection: %s%s"
              .formatted(
                  count(state.deploymentType().content().files().size(), "file"),
                  count(state.deploymentType().detection().size(), "registry value"),
                  state.deploymentType().dependencies().isEmpty()
                      ? ""
                      : ", depends on "
                          + count(state.deploymentType().dependencies().size(), "other"));
      case Desired.Absent<Application>(String reason) -> reason;
    };
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
