package dev.garrison.mecm.refresh;

import dev.garrison.engine.resource.Address;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluation of a collection after its rules, or the members of those it follows, changed. The site
 * does this automatically only at the collection's next full evaluation, which may be a week away.
 *
 * @param collection its name
 * @param follows names of collections that decide about its members
 * @param current whether it was evaluated since
 */
public record Evaluation(String collection, Set<String> follows, boolean current) {
  /** The kind in addresses. */
  public static final String KIND = "evaluation";

  public Evaluation {
    follows = java.util.Collections.unmodifiableSet(new TreeSet<>(follows));
  }

  /** The wanted evaluation of a collection. */
  public static Evaluation of(String collection, Set<String> follows) {
    return new Evaluation(collection, follows, true);
  }

  /** The address of an evaluation; it has the collection's name. */
  public static Address address(String collection) {
    return new Address(KIND, collection);
  }
}
