package dev.garrison.recipe.offboarding;

import dev.garrison.diagnostic.DiagnosticCode;

/** Reasons why servers cannot leave as the manifest asks. */
enum OffboardCode implements DiagnosticCode {
  OFFBOARD_TOO_LARGE(536),
  OFFBOARD_PACKAGE_ENDS_EARLY(551),
  OFFBOARD_DEADLINE_IN_BLACKOUT(552),
  OFFBOARD_ENDS_PASSIVE_MODE(581),
  OFFBOARD_LEAVES_UNPROTECTED(582),
  OFFBOARD_FEATURE_MISSING(583),
  OFFBOARD_SERVER_UNKNOWN(585);

  private final int number;

  OffboardCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
