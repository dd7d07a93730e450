package dev.garrison.mecm.deployment;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.SortedMap;

/** A deployment as journals hold it; its properties define the clock of its times. */
record RecordedApplicationDeployment(
    String name,
    String description,
    String modelName,
    String collection,
    Optional<LocalDateTime> start,
    Optional<LocalDateTime> deadline,
    SortedMap<String, String> properties)
    implements RecordedState<ApplicationDeployment> {
  static final StateForm<ApplicationDeployment> FORM =
      StateForm.of(
          ApplicationDeployment.class,
          RecordedApplicationDeployment.class,
          RecordedApplicationDeployment::of);

  static RecordedApplicationDeployment of(ApplicationDeployment deployment) {
    return new RecordedApplicationDeployment(
        deployment.name(),
        deployment.description(),
        deployment.modelName(),
        deployment.collection(),
        deployment.start(),
        deployment.deadline(),
        deployment.properties());
  }

  @Override
  public ApplicationDeployment state() {
    return new ApplicationDeployment(
        name, description, modelName, collection, start, deadline, properties);
  }
}
