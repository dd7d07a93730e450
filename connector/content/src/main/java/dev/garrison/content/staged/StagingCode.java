package dev.garrison.content.staged;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with staging. */
enum StagingCode implements DiagnosticCode {
  CONTENT_SOURCE_MISSING(341),
  CONTENT_NOT_WHOLE(342);

  private final int number;

  StagingCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
