package dev.garrison.survey.ring;

import java.time.Instant;
import java.util.Optional;

/**
 * An existing collection that the manifest names, or one of ours.
 *
 * @param comment what stands in it; empty for collections without a mark of ours
 * @param members servers in it at its last evaluation
 * @param builtIn whether Configuration Manager made it
 * @param unevaluated when it was last changed, while the site has not evaluated it since
 */
public record CollectionFact(
    String id,
    String name,
    String comment,
    long members,
    boolean builtIn,
    Optional<Instant> unevaluated) {
  /** As a person finds it in the console. */
  public String title() {
    return "'" + name + "' (" + id + ")";
  }
}
