package dev.garrison.engine;

import dev.garrison.engine.resource.RecordedState;
import java.util.Optional;
import java.util.Set;

/** A thing as journals hold it. */
record RecordedThing(String comment, String value, Optional<String> needs, Set<String> tags)
    implements RecordedState<Thing> {
  static RecordedThing of(Thing thing) {
    return new RecordedThing(thing.comment(), thing.value(), thing.needs(), thing.tags());
  }

  @Override
  public Thing state() {
    return new Thing(comment, value, needs, tags);
  }
}
