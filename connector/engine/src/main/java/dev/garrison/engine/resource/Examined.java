package dev.garrison.engine.resource;

import dev.garrison.diagnostic.Diagnostic;
import java.util.Optional;

/** A kind of which a look more costly than reading shows more. */
public interface Examined<S extends Record> extends ResourceType<S> {
  /**
   * What is wrong with an object that only such a look shows, as reading files back whole. Asked
   * when everything is verified, and never for a plan.
   */
  Optional<Diagnostic> examine(Wanted<S> wanted, Observation<S> seen);
}
