package dev.garrison.mecm.application;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.mecm.application.model.Application;

/** An application as journals hold it. */
record RecordedApplication(
    String logicalName,
    String title,
    String description,
    String publisher,
    String softwareVersion,
    RecordedInstallation deploymentType)
    implements RecordedState<Application> {
  static final StateForm<Application> FORM =
      StateForm.of(Application.class, RecordedApplication.class, RecordedApplication::of);

  static RecordedApplication of(Application application) {
    return new RecordedApplication(
        application.logicalName(),
        application.title(),
        application.description(),
        application.publisher(),
        application.softwareVersion(),
        RecordedInstallation.of(application.deploymentType()));
  }

  @Override
  public Application state() {
    return new Application(
        logicalName,
        title,
        description,
        publisher,
        softwareVersion,
        deploymentType.deploymentType());
  }
}
