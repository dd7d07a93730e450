package dev.garrison.wsus.updateserver;

import dev.garrison.diagnostic.DiagnosticCode;

/** Kind of failure of a request to an update server. */
public enum FailureKind implements DiagnosticCode {
  /** The update, group, or approval does not exist. */
  NOT_FOUND(901, "update-server.not-found", "update-server.not-found-summary"),
  /** The account is signed in but in neither group, or the scheme is wrong. */
  ACCESS_DENIED(902, "update-server.access-denied", "update-server.access-denied-summary"),
  /** The sign-in failed. */
  UNAUTHORIZED(903, "update-server.unauthorized", "update-server.unauthorized-summary"),
  /** The service refused for a reason that Garrison only repeats. */
  REFUSED(904, "update-server.refused", "update-server.refused-summary"),
  /** Only an upstream server's approvals count on a replica. */
  REPLICA(905, "update-server.replica", "update-server.replica-summary"),
  /** There was no answer, or one that says that the service is unavailable. */
  UNAVAILABLE(906, "update-server.unavailable", "update-server.unavailable-summary"),
  /** The answer did not come from this service. */
  NOT_WSUS(907, "update-server.not-wsus", "update-server.not-wsus-summary"),
  /** The answer is incomplete, malformed, too large, or of another form. */
  BROKEN_ANSWER(908, "update-server.broken-answer", "update-server.broken-answer-summary"),
  /** A write was sent, and it is unknown whether it took effect. */
  LOST_ANSWER(909, "update-server.lost-answer", "update-server.lost-answer-summary"),
  /** The request took too long. */
  TIMEOUT(910, "update-server.timeout", "update-server.timeout-summary"),
  /** The publisher withdrew the update. */
  EXPIRED(911, "update-server.expired", "update-server.expired-summary"),
  /** License terms must be accepted first. */
  LICENSE(912, "update-server.license", "update-server.license-summary"),
  /** A synchronization or a save is in progress. */
  BUSY_WITH_SYNC(913, "update-server.busy", "update-server.busy-summary"),
  /** Products and classifications are decided on another server. */
  UPSTREAM_DECIDES(914, "update-server.upstream-decides", "update-server.upstream-decides-summary"),
  /** The server failed so often that it is not asked for a while. */
  SET_ASIDE(915, "update-server.set-aside", "update-server.set-aside-summary"),
  /** The limit of Garrison's own requests to the server is reached. */
  NO_FREE_PLACE(916, "update-server.no-free-place", "update-server.no-free-place-summary");

  private final int number;
  private final String key;
  private final String summary;

  FailureKind(int number, String key, String summary) {
    this.number = number;
    this.key = key;
    this.summary = summary;
  }

  @Override
  public int number() {
    return number;
  }

  /** Whether the same request fails until a person acts; the others may succeed later. */
  public boolean needsAPerson() {
    return switch (this) {
      case ACCESS_DENIED, UNAUTHORIZED, NOT_WSUS -> true;
      default -> false;
    };
  }

  /** Key of the message. */
  String key() {
    return key;
  }

  /** Key of the clause for plans. */
  String summary() {
    return summary;
  }
}
