package dev.garrison.mecm.softwareupdate;

import dev.garrison.diagnostic.DiagnosticCode;

/** Findings about a software update point: 1001 to 1015. */
public enum SoftwareUpdateCode implements DiagnosticCode {
  UPDATES_NOT_SHOWN(1001),
  SITE_PRODUCT_NOT_SUBSCRIBED(1002),
  POINT_SYNCHRONIZATION_FAILED(1003),
  RING_WITHOUT_RULE(1004),
  RULE_DISABLED(1005),
  RULE_FAILED(1006),
  RULE_OF_OTHER_COLLECTION(1007),
  UPDATE_COLLECTION_NOT_SHOWN(1008),
  RING_SERVERS_WITHOUT_AGENT(1009),
  RELEASE_NOT_WANTED(1010),
  RELEASE_NOT_ENABLED(1011),
  SITE_TITLE_NOT_UNDERSTOOD(1012),
  POINT_NOT_SYNCHRONIZED(1013),
  RELEASE_NOT_DEPLOYED(1014),
  RULE_NOT_RUN(1015);

  private final int number;

  SoftwareUpdateCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
