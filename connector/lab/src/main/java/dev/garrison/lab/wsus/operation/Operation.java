package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import java.util.function.Function;

/**
 * An operation, and the function that carries it out.
 *
 * @param write whether it changes something
 * @param does its effect here, in words
 * @param work called while the servers' lock is held; the result is written without the lock
 */
public record Operation(
    String name,
    boolean write,
    String does,
    Provenance provenance,
    Function<Arguments, ResultWriter.Part> work) {
  /** An empty answer. */
  static final ResultWriter.Part NOTHING = out -> {};

  static Operation read(
      String name,
      String does,
      Provenance provenance,
      Function<Arguments, ResultWriter.Part> work) {
    return new Operation(name, false, does, provenance, work);
  }

  static Operation write(
      String name,
      String does,
      Provenance provenance,
      Function<Arguments, ResultWriter.Part> work) {
    return new Operation(name, true, does, provenance, work);
  }
}
