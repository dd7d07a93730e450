package dev.garrison.connection.kerberos;

import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.SignInFindings;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Explains failures of Kerberos. Java reports the error code of RFC 4120 section 7.5.9 in
 * parentheses in its message.
 */
final class KerberosFailure {
  private static final Pattern CODE = Pattern.compile("\\(([0-9]{1,3})\\)");
  private static final String CACHE =
      "Get a ticket with 'kinit' as the user who runs Garrison, or name an account: 'user' and"
          + " 'password'.";

  /** Message of Java for an error (RFC 4120 section 5.9.1) whose service has no name. */
  private static final String UNREADABLE = "Empty nameStrings not allowed";

  /** Message of MIT's library, through JGSS, when it finds no ticket. */
  private static final String NOTHING_IN_CACHE = "SPNEGO cannot find mechanisms to negotiate";

  /** Message of JGSS when it finds no such library. */
  private static final String NO_LIBRARY = "Unsupported mechanism requested";

  /** Messages of that library for errors that Java reports with a number. */
  private static final Map<String, Integer> WORDS =
      Map.of(
          "Server not found in Kerberos database", 7,
          "Ticket expired", 32,
          "Clock skew too great", 37);

  private KerberosFailure() {}

  /** Failure because the domain issued no first ticket. */
  static RefusalException ofLogin(KerberosIdentity identity, Exception cause) {
    String who = who(identity);
    int code = code(cause).orElse(0);
    return switch (code) {
      case 6 ->
          refusal(
              SignInCode.ACCOUNT_REFUSED,
              "The domain does not know " + who + ".",
              "Correct 'user': name@REALM, the realm in capitals.",
              cause);
      case 18 ->
          refusal(
              SignInCode.ACCOUNT_REFUSED,
              "The account " + who + " is disabled, locked or expired.",
              "Have the account enabled or unlocked in the domain.",
              cause);
      case 23 ->
          refusal(
              SignInCode.ACCOUNT_REFUSED,
              "The password of " + who + " has expired.",
              "Set a new password in the domain, and where 'password' points to.",
              cause);
      case 24, 31 -> wrongPassword(identity, cause);
      case 37 ->
          refusal(
              SignInCode.CLOCKS_DIFFER,
              "The clocks of this computer and of the domain differ too much.",
              SignInFindings.SET_CLOCK,
              cause);
      default -> unclear(identity, cause);
    };
  }

  private static RefusalException wrongPassword(KerberosIdentity identity, Exception cause) {
    return switch (identity) {
      case KerberosIdentity.Keytab keytab ->
          refusal(
              SignInCode.PASSWORD_WRONG,
              "The keytab %s holds no key that is valid for %s now."
                  .formatted(keytab.file(), keytab.principal()),
              "The account's password was changed since. Export the keytab again.",
              cause);
      case KerberosIdentity.Password _, KerberosIdentity.TicketCache _ ->
          refusal(
              SignInCode.PASSWORD_WRONG,
              "The domain does not accept the password of " + who(identity) + ".",
              "Correct the password where 'password' points to. Further attempts may lock the account.",
              cause);
    };
  }

  private static RefusalException unclear(KerberosIdentity identity, Exception cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("Checksum failed")) {
      return wrongPassword(identity, cause);
    }
    if (message.contains("Unable to obtain")) {
      return noTicket(identity);
    }
    return failed("No ticket for " + who(identity) + " could be got from the domain", cause);
  }

  /** Failure because there are no credentials to sign in with. */
  static RefusalException noTicket(KerberosIdentity identity) {
    return switch (identity) {
      case KerberosIdentity.TicketCache cache ->
          refusal(SignInCode.TICKET_MISSING, missing(cache), CACHE, null);
      case KerberosIdentity.Keytab keytab ->
          refusal(
              SignInCode.KEYTAB_UNUSABLE,
              "The keytab %s holds no key for %s.".formatted(keytab.file(), keytab.principal()),
              "'klist -k FILE' lists what is in it. Realm and name are compared with regard to case.",
              null);
      case KerberosIdentity.Password password ->
          refusal(
              SignInCode.KERBEROS_FAILED,
              "The domain gave no ticket for " + password.principal() + ".",
              "Run again, and look into the domain controller's log.",
              null);
    };
  }

  /** Problem of a ticket cache; Java ignores expired tickets as if there were none. */
  private static String missing(KerberosIdentity.TicketCache cache) {
    return cache
        .file()
        .map(file ->
            Files.exists(file)
                ? "The Kerberos tickets in " + file + " have expired."
                : "There is no Kerberos ticket in " + file + ".")
        .orElse("The user's ticket cache holds no Kerberos ticket, or expired ones.");
  }

  /**
   * Failure because the domain issued no ticket for the server, or the exchange with the server
   * failed.
   *
   * @param server name of the server, for messages
   */
  public static RefusalException ofServer(
      String server, ServicePrincipal service, Exception cause) {
    return switch (code(cause).orElse(0)) {
      case 7 -> new RefusalException(SignInFindings.serviceUnknown(server, service.name()), cause);
      case 14 -> new RefusalException(SignInFindings.noCommonEncryption(service.name()), cause);
      case 32 ->
          refusal(SignInCode.TICKET_MISSING, "The Kerberos ticket has expired.", CACHE, cause);
      case 33, 37 -> new RefusalException(SignInFindings.clocksDiffer(server), cause);
      default -> unclear(service, cause);
    };
  }

  private static RefusalException unclear(ServicePrincipal service, Exception cause) {
    String words = deepest(cause);
    if (words.equals(UNREADABLE)) {
      return unreadable(service, cause);
    }
    if (words.contains(NOTHING_IN_CACHE)) {
      return refusal(
          SignInCode.TICKET_MISSING,
          "The ticket cache of the user who runs Garrison holds no Kerberos ticket.",
          CACHE,
          cause);
    }
    if (words.contains(NO_LIBRARY)) {
      return refusal(
          SignInCode.SIGN_IN_NOT_POSSIBLE,
          "The user's ticket cache is none in a file, and the library that reads others is not installed.",
          "Install libgssapi_krb5 (Debian: libgssapi-krb5-2, Red Hat: krb5-libs), or name an account:"
              + " 'user' and 'password'.",
          cause);
    }
    return failed("No ticket for " + service + " could be got or used", cause);
  }

  private static RefusalException unreadable(ServicePrincipal service, Exception cause) {
    return refusal(
        SignInCode.KERBEROS_FAILED,
        "The domain gives no ticket for %s, and says why in a form that Java cannot read."
            .formatted(service),
        "Samba's domain controllers do so when the clocks of this computer and of the domain differ by"
            + " more than five minutes. Compare them, then get a new ticket with 'kinit'.",
        cause);
  }

  private static RefusalException failed(String problem, Exception cause) {
    boolean unreachable =
        causes(cause, IOException.class).filter(step -> !isKerberos(step)).isPresent();
    String deepest = deepest(cause);
    return refusal(
        SignInCode.KERBEROS_FAILED,
        problem + " (" + deepest + ").",
        unreachable
            ? "The domain controller does not answer: check the realm's 'kdc' in krb5.conf, DNS, and"
                + " port 88."
            : "Check krb5.conf (default_realm, kdc) and the account's realm.",
        cause);
  }

  private static boolean isKerberos(Throwable step) {
    return step.getClass().getName().startsWith("sun.security.krb5");
  }

  private static String who(KerberosIdentity identity) {
    return switch (identity) {
      case KerberosIdentity.Password password -> password.principal();
      case KerberosIdentity.Keytab keytab -> keytab.principal();
      case KerberosIdentity.TicketCache _ -> "the user's ticket cache";
    };
  }

  private static OptionalInt code(Throwable failure) {
    for (@Nullable Throwable step = failure; step != null; step = step.getCause()) {
      Matcher code = CODE.matcher(String.valueOf(step.getMessage()));
      if (code.find()) {
        return OptionalInt.of(Integer.parseInt(code.group(1)));
      }
    }
    String words = deepest(failure);
    return WORDS.keySet().stream().filter(words::contains).mapToInt(WORDS::get).findFirst();
  }

  private static <T extends Throwable> Optional<T> causes(Throwable failure, Class<T> kind) {
    for (@Nullable Throwable step = failure; step != null; step = step.getCause()) {
      if (kind.isInstance(step)) {
        return Optional.of(kind.cast(step));
      }
    }
    return Optional.empty();
  }

  private static String deepest(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    for (@Nullable Throwable step = failure.getCause(); step != null; step = step.getCause()) {
      message = step.getMessage() == null ? message : step.getMessage();
    }
    return message;
  }

  /** Creates the exception for a failure. */
  public static RefusalException refusal(
      SignInCode code, String problem, String remedy, @Nullable Exception cause) {
    Diagnostic diagnostic = Diagnostic.error(code, problem, remedy);
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }
}
