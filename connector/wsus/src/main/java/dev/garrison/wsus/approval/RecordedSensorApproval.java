package dev.garrison.wsus.approval;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Journal form of an approval. */
record RecordedSensorApproval(
    String server,
    UUID update,
    UUID group,
    String action,
    Optional<Instant> deadline,
    String approvedBy,
    boolean ofLatestRevision)
    implements RecordedState<SensorApproval> {
  static final StateForm<SensorApproval> FORM =
      StateForm.of(SensorApproval.class, RecordedSensorApproval.class, RecordedSensorApproval::of);

  static RecordedSensorApproval of(SensorApproval approval) {
    return new RecordedSensorApproval(
        approval.server(),
        approval.update(),
        approval.group(),
        approval.action(),
        approval.deadline(),
        approval.approvedBy(),
        approval.ofLatestRevision());
  }

  @Override
  public SensorApproval state() {
    return new SensorApproval(
        server, update, group, action, deadline, approvedBy, ofLatestRevision);
  }
}
