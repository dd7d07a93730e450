package dev.garrison.wsus.updateserver;

import dev.garrison.diagnostic.DiagnosticCode;

/** Kind of failure of a request to an update server. */
public enum FailureKind implements DiagnosticCode {
  /** The update, group, or approval does not exist. */
  NOT_FOUND(901, "update-server.not-found", "knows no such object"),
  /** The account is signed in but in neither group, or the scheme is wrong. */
  ACCESS_DENIED(902, "update-server.access-denied", "denied access"),
  /** The sign-in failed. */
  UNAUTHORIZED(903, "update-server.unauthorized", "did not accept the sign-in"),
  /** The service refused for a reason that Garrison only repeats. */
  REFUSED(904, "update-server.refused", "refused the request"),
  /** Only an upstream server's approvals count on a replica. */
  REPLICA(905, "update-server.replica", "is a replica"),
  /** There was no answer, or one that says that the service is unavailable. */
  UNAVAILABLE(906, "update-server.unavailable", "cannot be reached"),
  /** The answer did not come from this service. */
  NOT_WSUS(907, "update-server.not-wsus", "did not answer like the WSUS administration service"),
  /** The answer is incomplete, malformed, too large, or of another form. */
  BROKEN_ANSWER(
      908, "update-server.broken-answer", "sent an answer that Garrison does not understand"),
  /** A write was sent, and it is unknown whether it took effect. */
  LOST_ANSWER(909, "update-server.lost-answer", "did not confirm a change that was sent"),
  /** The request took too long. */
  TIMEOUT(910, "update-server.timeout", "did not answer in time"),
  /** The publisher withdrew the update. */
  EXPIRED(911, "update-server.expired", "has the update as expired"),
  /** License terms must be accepted first. */
  LICENSE(912, "update-server.license", "wants licence terms accepted first"),
  /** A synchronization or a save is in progress. */
  BUSY_WITH_SYNC(913, "update-server.busy", "is synchronising"),
  /** Products and classifications are decided on another server. */
  UPSTREAM_DECIDES(
      914,
      "update-server.upstream-decides",
      "takes products and classifications from its upstream server"),
  /** The server failed so often that it is not asked for a while. */
  SET_ASIDE(915, "update-server.set-aside", "is set aside for a while"),
  /** The limit of Garrison's own requests to the server is reached. */
  NO_FREE_PLACE(916, "update-server.no-free-place", "has one of Garrison's requests under way");

  private final int number;
  private final String key;
  private final String phrase;

  FailureKind(int number, String key, String phrase) {
    this.number = number;
    this.key = key;
    this.phrase = phrase;
  }

  @Override
  public int number() {
    return number;
  }

  /** Key of the message. */
  String key() {
    return key;
  }

  /** Clause for plans. */
  String phrase() {
    return phrase;
  }
}
