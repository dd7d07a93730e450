package dev.garrison.survey.ring;

/**
 * An existing collection that the manifest names, or one of ours.
 *
 * @param comment what stands in it; empty for collections without a mark of ours
 * @param members servers in it at its last evaluation
 * @param builtIn whether Configuration Manager made it
 */
public record CollectionFact(
    String id, String name, String comment, long members, boolean builtIn) {
  /** As a person finds it in the console. */
  public String title() {
    return "'" + name + "' (" + id + ")";
  }
}
