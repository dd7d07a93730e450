package dev.garrison.mecm.adminservice;

import dev.garrison.diagnostic.DiagnosticCode;

/**
 * Kind of a failed request. The service's status codes alone are not enough: 404 can also mean
 * "access denied", and a successful read sometimes has status 201.
 */
public enum FailureKind implements DiagnosticCode {
  /** No such object, class or method. */
  NOT_FOUND(
      201,
      "knows no such object, class or method",
      "Someone may have deleted the object: make a new plan."),
  /** Signed in, but without the necessary right; the service sends this as 404 too. */
  ACCESS_DENIED(
      202,
      "denied access",
      "Give the account an administrative user with the role it needs (Administration > Security >"
          + " Administrative Users). After a server upgrade check the members of SMS Admins too."),
  /** Not signed in. */
  UNAUTHORIZED(
      203,
      "did not accept the sign-in",
      "Check '{section}.user' and '{section}.password', and that the account is not locked."),
  /** The SMS Provider refused. */
  REFUSED(
      204,
      "refused the request",
      "SMSProv.log and AdminService.log on that server say why, at the time of this message."),
  /** The object is open in a console, which holds its lock (SEDO). */
  LOCKED(
      205,
      "holds the object locked",
      "Close it in the console that has it open, or wait until the lock runs out, and run again."),
  /** No server answered, or none that was ready. */
  UNAVAILABLE(
      206,
      "cannot be reached",
      "Check the address under 'site.providers', the network, and that the SMS_REST_PROVIDER"
          + " component runs there."),
  /** A server answered, but it is not an administration service. */
  NOT_ADMINSERVICE(
      207,
      "did not answer like an administration service",
      "Check the address under 'site.providers': it ends in /AdminService on a server with the SMS"
          + " Provider role, and no proxy stands in between."),
  /** An answer that is cut, malformed or too large. */
  BROKEN_ANSWER(
      208,
      "sent a broken answer",
      "Run again. If it stays, look into AdminService.log on that server."),
  /** A write was sent, and it is unknown whether it took effect. */
  LOST_ANSWER(
      209,
      "did not confirm a change that was sent",
      "Run again: Garrison reads first and finds the change if it took effect."),
  /** A read that took too long. */
  TIMEOUT(210, "did not answer in time", "Run again when the site is less busy."),
  /** The server failed so often that Garrison does not ask it for a while. */
  SET_ASIDE(
      250,
      "is set aside for a while",
      "This request was not sent. Find out what is wrong on that server, and run again after that"
          + " time."),
  /** The maximum number of Garrison's own requests is in progress. */
  NO_FREE_PLACE(
      253,
      "has too many of Garrison's requests under way",
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
   * Action for the operator.
   *
   * @param section of the manifest that names the account
   */
  String remedy(String section) {
    return remedy.replace("{section}", section);
  }
}
