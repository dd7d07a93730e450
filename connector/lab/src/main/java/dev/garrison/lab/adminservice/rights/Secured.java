package dev.garrison.lab.adminservice.rights;

import java.util.Arrays;
import java.util.Optional;

/** A kind of object on which rights are granted, with its ObjectTypeID. */
public enum Secured {
  COLLECTION(1, "SMS_Collection"),
  SITE(6, "SMS_Site"),
  APPLICATION(31, "SMS_Application"),
  POINT_GROUP(43, "SMS_DistributionPointGroup"),
  /** A kind whose ObjectTypeID is not known, so the lab does not show the rights on it. */
  SOFTWARE_UPDATE(0, "SMS_SoftwareUpdate"),
  /** Another kind whose ObjectTypeID is not known. */
  UPDATE_GROUP(0, "SMS_AuthorizationList"),
  /** Another kind whose ObjectTypeID is not known. */
  SCRIPT(0, "SMS_Scripts");

  private final int number;
  private final String className;

  Secured(int number, String className) {
    this.number = number;
    this.className = className;
  }

  /** ObjectTypeID of the kind. */
  public int number() {
    return number;
  }

  /** Whether SMS_RbacSecuredObject has a row for it. */
  boolean isTold() {
    return number != 0;
  }

  /** Class by which the SMS Provider names the kind. */
  public String className() {
    return className;
  }

  static Optional<Secured> named(String className) {
    return Arrays.stream(values()).filter(kind -> kind.className.equals(className)).findFirst();
  }
}
