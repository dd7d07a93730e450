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

  /** Microsoft says so. */
  public static Provenance documented(String source) {
    return new Provenance(Mark.DOCUMENTED, source);
  }

  /** A real site answered so. */
  public static Provenance recorded(String source) {
    return new Provenance(Mark.RECORDED, source);
  }

  /** Public code relies on it. */
  public static Provenance workingCode(String source) {
    return new Provenance(Mark.WORKING_CODE, source);
  }

  /** Our conclusion. */
  public static Provenance inferred(String source) {
    return new Provenance(Mark.INFERRED, source);
  }
}
