package dev.garrison.wsus.updateserver;

import dev.garrison.diagnostic.DiagnosticCode;

/** Kind of failure of a request to an update server. */
public enum FailureKind implements DiagnosticCode {
  /** The update, group, or approval does not exist. */
  NOT_FOUND(901, "knows no such object", "Someone may have removed it: make a new plan."),
  /** The account is signed in but in neither group, or the scheme is wrong. */
  ACCESS_DENIED(
      902,
      "denied access",
      "Put the account into WSUS Reporters (to read) or WSUS Administrators (to approve) on that"
          + " server. If the server demands SSL, write https and its port in '{place}.url'."),
  /** The sign-in failed. */
  UNAUTHORIZED(
      903,
      "did not accept the sign-in",
      "Check '{place}.user' and '{place}.password', and that the account is not locked."),
  /** The service refused for a reason that Garrison only repeats. */
  REFUSED(
      904,
      "refused the request",
      "SoftwareDistribution.log on that server says why, at the time of this message."),
  /** Only an upstream server's approvals count on a replica. */
  REPLICA(905, "is a replica", "Approve on its upstream server. Nothing was changed."),
  /** There was no answer, or one that says that the service is unavailable. */
  UNAVAILABLE(
      906,
      "cannot be reached",
      "Check '{place}.url', the network, and that the application pool WsusPool runs there: it is"
          + " recycled when its private memory limit is reached."),
  /** The answer did not come from this service. */
  NOT_WSUS(
      907,
      "did not answer like the WSUS administration service",
      "Check '{place}.url': scheme, server and port only, such as https://wsus01.contoso.example:8531."),
  /** The answer is incomplete, malformed, too large, or of another form. */
  BROKEN_ANSWER(
      908,
      "sent an answer that Garrison does not understand",
      "Run 'garrison wsus probe --report FILE' and report it: a newer version of WSUS may answer"
          + " otherwise."),
  /** A write was sent, and it is unknown whether it took effect. */
  LOST_ANSWER(
      909,
      "did not confirm a change that was sent",
      "Run again: Garrison reads first and finds the change if it took effect."),
  /** The request took too long. */
  TIMEOUT(
      910,
      "did not answer in time",
      "Run again when the server is less busy. Searches are slow where thousands of superseded"
          + " updates are not declined."),
  /** The publisher withdrew the update. */
  EXPIRED(
      911, "has the update as expired", "An expired update cannot be approved: make a new plan."),
  /** License terms must be accepted first. */
  LICENSE(
      912,
      "wants licence terms accepted first",
      "Accept them in the WSUS console. Garrison does not accept them for you."),
  /** A synchronization or a save is in progress. */
  BUSY_WITH_SYNC(913, "is synchronising", "Run again when the synchronisation has ended."),
  /** Products and classifications are decided on another server. */
  UPSTREAM_DECIDES(
      914,
      "takes products and classifications from its upstream server",
      "Change the subscription on the server that synchronises from Microsoft Update."),
  /** The server failed so often that it is not asked for a while. */
  SET_ASIDE(
      915,
      "is set aside for a while",
      "This request was not sent. Find out what is wrong on that server, and run again after that"
          + " time."),
  /** The limit of Garrison's own requests to the server is reached. */
  NO_FREE_PLACE(
      916,
      "has one of Garrison's requests under way",
      "This request was not sent. Run again when less is going on.");

  private final int number;
  private final String phrase;
  private final String remedy;

  FailureKind(int number, String phrase, String remedy) {
    this.number = number;
    this.phrase = phrase;
    this.remedy = remedy;
  }

  @Override
  public int number() {
    return number;
  }

  String phrase() {
    return phrase;
  }

  /**
   * Remedy for the failure.
   *
   * @param place of the server in the manifest
   */
  String remedy(String place) {
    return remedy.replace("{place}", place);
  }
}
