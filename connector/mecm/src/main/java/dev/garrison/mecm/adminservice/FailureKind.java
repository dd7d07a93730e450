package dev.garrison.mecm.adminservice;

import dev.garrison.diagnostic.DiagnosticCode;

/**
 * Kind of a failed request. The service's status codes alone are not enough: 404 can also mean
 * "access denied", and a successful read sometimes has status 201.
 */
public enum FailureKind implements DiagnosticCode {
  /** No such object, class or method. */
  NOT_FOUND(201, "admin-service.not-found"),
  /** Signed in, but without the necessary right; the service sends this as 404 too. */
  ACCESS_DENIED(202, "admin-service.access-denied"),
  /** Not signed in. */
  UNAUTHORIZED(203, "admin-service.unauthorized"),
  /** The SMS Provider refused. */
  REFUSED(204, "admin-service.refused"),
  /** The object is open in a console, which holds its lock (SEDO). */
  LOCKED(205, "admin-service.locked"),
  /** No server answered, or none that was ready. */
  UNAVAILABLE(206, "admin-service.unavailable"),
  /** A server answered, but it is not an administration service. */
  NOT_ADMINSERVICE(207, "admin-service.not-admin-service"),
  /** An answer that is cut, malformed or too large. */
  BROKEN_ANSWER(208, "admin-service.broken-answer"),
  /** A write was sent, and it is unknown whether it took effect. */
  LOST_ANSWER(209, "admin-service.lost-answer"),
  /** A read that took too long. */
  TIMEOUT(210, "admin-service.timeout"),
  /** The server failed so often that Garrison does not ask it for a while. */
  SET_ASIDE(250, "admin-service.set-aside"),
  /** The maximum number of Garrison's own requests is in progress. */
  NO_FREE_PLACE(253, "admin-service.no-free-place");

  private final int number;
  private final String key;

  FailureKind(int number, String key) {
    this.number = number;
    this.key = key;
  }

  @Override
  public int number() {
    return number;
  }

  /** Key of its message. */
  String key() {
    return key;
  }
}
