package dev.garrison.mecm.placement;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with console folders and security scopes. */
enum PlacementCode implements DiagnosticCode {
  SCOPE_MISSING(291),
  NOTHING_TO_MOVE(292);

  private final int number;

  PlacementCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
