package dev.garrison.mecm.site;

import dev.garrison.diagnostic.DiagnosticCode;

/** Reasons to refuse a site, or an onboarding method on it. */
enum SiteRefusalCode implements DiagnosticCode {
  SITE_NAMELESS(231),
  SITE_CODE_DIFFERS(232),
  SITE_NOT_ACTIVE(233),
  SITE_IS_CHILD_PRIMARY(234),
  SITE_VERSION_UNKNOWN(235),
  SITE_TOO_OLD(236),
  ROLLUP_MISSING(237),
  ROLLUP_UNKNOWN(238),
  ROLLUP_CONTRADICTED(239),
  ROUTE_RESERVED(241),
  ROUTE_NEEDS_2207(242),
  ROUTE_WOULD_CHANGE(243),
  SITES_MISSING(244);

  private final int number;

  SiteRefusalCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
