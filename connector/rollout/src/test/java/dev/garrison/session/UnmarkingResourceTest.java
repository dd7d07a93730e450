package dev.garrison.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.resource.ForwardingResource;
import dev.garrison.engine.resource.ResourceType;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UnmarkingResourceTest {
  /** A kind that comes about by a site's own work. */
  private record Passing(ResourceType<Thing> type) implements ForwardingResource<Thing> {
    @Override
    public boolean passing() {
      return true;
    }
  }

  @Test
  void whatPassesPassesWhileAdoptionsAreTakenBack() {
    ResourceType<Thing> passing = new Passing(new ThingServer());

    assertThat(new UnmarkingResource<>(passing, Set.of()).passing()).isTrue();
  }
}
