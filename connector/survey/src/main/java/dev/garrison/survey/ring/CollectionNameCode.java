package dev.garrison.survey.ring;

import dev.garrison.diagnostic.DiagnosticCode;

/** Reasons why the collections of a manifest and of a site do not fit together. */
enum CollectionNameCode implements DiagnosticCode {
  COLLECTION_UNKNOWN(521),
  COLLECTION_BUILT_IN(528),
  COLLECTION_AMBIGUOUS(531),
  COLLECTION_NAMED_TWICE(532),
  ALL_SYSTEMS_NOT_ALLOWED(533);

  private final int number;

  CollectionNameCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
