package dev.garrison.engine.resource;

import dev.garrison.diagnostic.Diagnostic;
import java.util.Optional;

/** Kind for which a check that costs more than a read shows more. */
public interface Examined<S extends Record> extends ResourceType<S> {
  /**
   * Reports a problem with an object that only such a check shows. An example is reading files back
   * completely. Called when everything is verified, never for a plan.
   */
  Optional<Diagnostic> examine(Wanted<S> wanted, Observation<S> seen);
}
