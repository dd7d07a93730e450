package dev.garrison.mecm.placement;

import dev.garrison.engine.resource.RecordedAddress;
import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.Set;

/** The security scopes of an application as journals hold them. */
record RecordedScopeMembership(RecordedAddress application, Set<String> scopes)
    implements RecordedState<ScopeMembership> {
  static final StateForm<ScopeMembership> FORM =
      StateForm.of(
          ScopeMembership.class, RecordedScopeMembership.class, RecordedScopeMembership::of);

  static RecordedScopeMembership of(ScopeMembership membership) {
    return new RecordedScopeMembership(
        RecordedAddress.of(membership.application()), membership.scopes());
  }

  @Override
  public ScopeMembership state() {
    return new ScopeMembership(application.address(), scopes);
  }
}
