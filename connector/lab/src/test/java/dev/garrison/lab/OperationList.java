package dev.garrison.lab;

import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.operation.Operation;
import dev.garrison.lab.wsus.operation.Operations;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.state.ServerIdentity;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operations that stand-in update servers carry out. */
final class OperationList {
  private OperationList() {}

  static Collection<Operation> all() {
    ServerState state =
        new ServerState(
            new ServerIdentity("wsus", new UUID(0, 1), "10.0", "en", List.of("en")),
            Optional.empty(),
            false,
            new Timeline(new LabClock(RawSite.START)));
    return new Operations(Workings.of(state, new Feed())).all();
  }
}
