package dev.garrison.mecm.collection;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with collections. */
enum CollectionCode implements DiagnosticCode {
  COLLECTION_MISSING(251),
  COLLECTION_IN_USE(252);

  private final int number;

  CollectionCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
