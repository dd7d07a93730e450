package dev.garrison.recipe;

import dev.garrison.diagnostic.DiagnosticCode;

/** Reasons why manifest and site do not fit together. */
enum RecipeCode implements DiagnosticCode {
  GROUP_UNKNOWN(522),
  GROUP_NOT_NAMED(523),
  RING_TOO_LARGE(524),
  SITE_TOO_OLD_FOR_SYSTEM(529),
  SCOPE_UNKNOWN(530),
  ROUTE_NAMES_MISSING(537),
  SERVERS_NOT_KEPT_APART(538),
  PASSIVE_NOT_POSSIBLE(1041);

  private final int number;

  RecipeCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
