package dev.garrison.lab.adminservice.schema;

/**
 * Source of a behavior of the lab.
 *
 * @param mark the degree of certainty
 * @param source a public document, repository, or issue
 */
public record Provenance(Mark mark, String source) {
  public Provenance {
    if (source.isBlank()) {
      throw new IllegalArgumentException("a fact needs a public source");
    }
  }

  /** Creates a provenance from Microsoft's documentation. */
  public static Provenance documented(String source) {
    return new Provenance(Mark.DOCUMENTED, source);
  }

  /** Creates a provenance from a recorded answer of a real site. */
  public static Provenance recorded(String source) {
    return new Provenance(Mark.RECORDED, source);
  }

  /** Creates a provenance from public code that relies on the behavior. */
  public static Provenance workingCode(String source) {
    return new Provenance(Mark.WORKING_CODE, source);
  }

  /** Creates a provenance from a conclusion of this project. */
  public static Provenance inferred(String source) {
    return new Provenance(Mark.INFERRED, source);
  }
}
