package dev.garrison.engine;

import dev.garrison.engine.resource.StateForm;
import java.util.Optional;
import java.util.Set;

/** The state of the engine tests' own kind of object. */
public record Thing(String comment, String value, Optional<String> needs, Set<String> tags) {
  /** How journals hold it. */
  public static final StateForm<Thing> FORM =
      StateForm.of(Thing.class, RecordedThing.class, RecordedThing::of);

  public Thing {
    tags = Set.copyOf(tags);
  }

  public Thing(String comment, String value) {
    this(comment, value, Optional.empty(), Set.of());
  }

  /** The same, needing another thing. */
  public Thing needing(String other) {
    return new Thing(comment, value, Optional.of(other), tags);
  }
}
