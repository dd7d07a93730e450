package dev.garrison.wsus.server;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.Set;

/** Journal form of an update server's prerequisites. */
record RecordedUpdateServerState(
    boolean isSetUp, boolean isAdministrator, Set<String> groups, String watched)
    implements RecordedState<UpdateServerState> {
  static final StateForm<UpdateServerState> FORM =
      StateForm.of(
          UpdateServerState.class, RecordedUpdateServerState.class, RecordedUpdateServerState::of);

  static RecordedUpdateServerState of(UpdateServerState server) {
    return new RecordedUpdateServerState(
        server.isSetUp(), server.isAdministrator(), server.groups(), server.watched());
  }

  @Override
  public UpdateServerState state() {
    return new UpdateServerState(isSetUp, isAdministrator, groups, watched);
  }
}
