package dev.garrison.survey;

/**
 * An existing collection that the manifest names, or one of ours.
 *
 * @param members servers in it at its last evaluation
 * @param builtIn whether Configuration Manager made it
 */
public record CollectionFact(String id, String name, long members, boolean builtIn) {
  /** As a person finds it in the console. */
  public String title() {
    return "'" + name + "' (" + id + ")";
  }
}
