package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for problems with a draft of a manifest: 0130 to 0139. */
enum DraftCode implements DiagnosticCode {
  ANSWERS_MISSING(130),
  MANIFEST_EXISTS(131),
  MANIFEST_NOT_WRITTEN(132),
  MANIFEST_NOT_READ(133),
  ENTRY_HAS_NO_PLACE(134),
  MANIFEST_CHANGED(135),
  RING_OPTIONS_UNEQUAL(136);

  private final int number;

  DraftCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
