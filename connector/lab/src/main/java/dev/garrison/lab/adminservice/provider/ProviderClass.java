package dev.garrison.lab.adminservice.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Behavior of one class beyond its table. All calls hold the site's lock; the stream that {@link
 * #rows} returns is read after the lock is released, so it must not read anything that changes.
 */
public interface ProviderClass {
  /** Name of the class, as in its table. */
  String name();

  /** Source of its behavior. */
  Provenance provenance();

  /** All instances, including lazy properties. */
  Stream<ObjectNode> rows();

  /**
   * Instances among which are all that a request wants; a large class leaves the others out.
   *
   * @param mayFit whether a row with these properties, and others, may be wanted
   */
  default Stream<ObjectNode> rows(Predicate<ObjectNode> mayFit) {
    return rows();
  }

  /** Creates an instance from a body that fits the table, and returns it. */
  default ObjectNode create(ObjectNode body) {
    throw Refusal.byProvider("instances of " + name() + " cannot be created");
  }

  /** Replaces an instance (PUT) and returns it. */
  default ObjectNode replace(ObjectNode existing, ObjectNode body) {
    throw Refusal.byProvider("instances of " + name() + " cannot be replaced");
  }

  /** Whether PUT at a key without an instance makes one. */
  default boolean isMadeByReplace() {
    return false;
  }

  /** Posts a body to an instance's own address. */
  default ObjectNode postTo(ObjectNode existing, ObjectNode body) {
    throw Refusal.notFound("No HTTP resource takes POST at an instance of " + name() + ".");
  }

  /** Deletes an instance. */
  default void delete(ObjectNode existing) {
    throw Refusal.byProvider("instances of " + name() + " cannot be deleted");
  }

  /** Runs a method of an instance; the answer has out-parameters and ReturnValue. */
  default ObjectNode invoke(String method, ObjectNode existing, ObjectNode parameters) {
    throw Refusal.notFound("No method " + method + " on " + name() + ".");
  }

  /** Runs a method of the class itself. */
  default ObjectNode call(String method, ObjectNode parameters) {
    throw Refusal.notFound("No method " + method + " on " + name() + ".");
  }
}
