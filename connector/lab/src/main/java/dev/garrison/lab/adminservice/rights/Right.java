package dev.garrison.lab.adminservice.rights;

/** A right and its bit, as the documentation of SMS_ARoleOperation gives it. */
public enum Right {
  READ(0),
  MODIFY(1),
  DELETE(2),
  COPY_TO_DISTRIBUTION_POINT(3),
  SET_SECURITY_SCOPE(4),
  MODIFY_RESOURCE(7),
  CREATE(10),
  READ_RESOURCE(12),
  MANAGE_FOLDER_ITEM(13),
  DEPLOY_CLIENT_SETTINGS(16),
  MANAGE_FOLDER(17),
  DEPLOY_APPLICATIONS(20),
  DEPLOY_CONFIGURATION_ITEMS(22),
  /**
   * A right whose bit is not known. The lab uses a bit that no known right can have, and does not
   * show it.
   */
  RUN_CMPIVOT(40),
  /** Another right whose bit is not known. */
  RUN_SCRIPT(41),
  /** Another right whose bit is not known, on scripts. */
  APPROVE(42);

  private final int bit;

  Right(int bit) {
    this.bit = bit;
  }

  /** Mask of the right in GrantedOperations. */
  public long mask() {
    return 1L << bit;
  }
}
