package dev.garrison.survey.ring;

import dev.garrison.language.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * Existing collection that the manifest names, or that Garrison manages.
 *
 * @param comment its comment; empty for collections without Garrison's mark
 * @param members servers in it at its last evaluation
 * @param builtIn whether it is a built-in collection of Configuration Manager
 * @param unevaluated time of its last change, while the site has not evaluated it since
 */
public record CollectionFact(
    String id,
    String name,
    String comment,
    long members,
    boolean builtIn,
    Optional<Instant> unevaluated) {
  /** Name and ID, as the console shows them. */
  public Text title() {
    return Text.of("named-collection.title", "name", name, "id", id);
  }
}
