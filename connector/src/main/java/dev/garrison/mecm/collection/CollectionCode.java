package dev.garrison.mecm.collection;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with collections. */
enum CollectionCode implements DiagnosticCode {
  COLLECTION_MISSING(221),
  COLLECTION_IN_USE(222),
  QUERY_REFUSED(223);

  private final int number;

  CollectionCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
