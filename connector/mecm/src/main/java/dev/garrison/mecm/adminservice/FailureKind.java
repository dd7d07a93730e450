package dev.garrison.mecm.adminservice;

import dev.garrison.diagnostic.DiagnosticCode;

/**
 * What a failed request means. The service's status codes alone do not tell: 404 also stands for
 * "access denied", and success of a read is sometimes 201.
 */
public enum FailureKind implements DiagnosticCode {
  /** No such object, class or method. */
  NOT_FOUND(
      201,
      "knows no such object, class or method",
      "Someone may have deleted the object: make a new plan."),
  /** Signed in, but without the right; the service sends this as 404 too. */
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
  /** Somebody holds the object open in a console (SEDO). */
  LOCKED(
      205,
      "holds the object locked",
      "Close it in the console that has it open, or wait until the lock runs out, and run again."),
  /** Nobody answered, or nobody who could. */
  UNAVAILABLE(
      206,
      "cannot be reached",
      "Check the address under 'site.providers', the network, and that the SMS_REST_PROVIDER"
          + " component runs there."),
  /** Something answered, but not an administration service. */
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
  /** A write was sent and nobody knows whether it took effect. */
  LOST_ANSWER(
      209,
      "did not confirm a change that was sent",
      "Run again: Garrison reads first and finds the change if it took effect."),
  /** A read that took too long. */
  TIMEOUT(210, "did not answer in time", "Run again when the site is less busy."),
  /** It failed so often that it is left in peace for a while. */
  SET_ASIDE(
      250,
      "is set aside for a while",
      "This request was not sent. Find out what is wrong on that server, and run again after that"
          + " time."),
  /** As many of our own requests are under way as may be. */
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
   * What to do.
   *
   * @param section of the manifest that names the account
   */
  String remedy(String section) {
    return remedy.replace("{section}", section);
  }
}
