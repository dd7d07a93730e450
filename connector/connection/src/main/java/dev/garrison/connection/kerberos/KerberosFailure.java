package dev.garrison.connection.kerberos;

import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.SignInFindings;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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
    Object who = who(identity);
    int code = code(cause).orElse(0);
    return switch (code) {
      case 6 ->
          refusal(
              SignInCode.ACCOUNT_REFUSED,
              Message.of("kerberos.account-unknown", "account", who),
              cause);
      case 18 ->
          refusal(
              SignInCode.ACCOUNT_REFUSED,
              Message.of("kerberos.account-refused", "account", who),
              cause);
      case 23 ->
          refusal(
              SignInCode.ACCOUNT_REFUSED,
              Message.of("kerberos.password-expired", "account", who),
              cause);
      case 24, 31 -> wrongPassword(identity, cause);
      case 37 -> refusal(SignInCode.CLOCKS_DIFFER, Message.of("kerberos.clocks-differ"), cause);
      default -> unclear(identity, cause);
    };
  }

  private static RefusalException wrongPassword(KerberosIdentity identity, Exception cause) {
    return switch (identity) {
      case KerberosIdentity.Keytab keytab ->
          refusal(
              SignInCode.PASSWORD_WRONG,
              Message.of(
                  "kerberos.keytab-outdated",
                  "keytab",
                  keytab.file(),
                  "account",
                  keytab.principal()),
              cause);
      case KerberosIdentity.Password _, KerberosIdentity.TicketCache _ ->
          refusal(
              SignInCode.PASSWORD_WRONG,
              Message.of("kerberos.password-wrong", "account", who(identity)),
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
    return failed(
        Text.of(
            "kerberos.no-ticket-for-account", "account", who(identity), "reason", deepest(cause)),
        cause);
  }

  /** Failure because there are no credentials to sign in with. */
  static RefusalException noTicket(KerberosIdentity identity) {
    return switch (identity) {
      case KerberosIdentity.TicketCache cache ->
          refusal(SignInCode.TICKET_MISSING, ticketMissing(missing(cache)), null);
      case KerberosIdentity.Keytab keytab ->
          refusal(
              SignInCode.KEYTAB_UNUSABLE,
              Message.of(
                  "kerberos.keytab-without-key",
                  "keytab",
                  keytab.file(),
                  "account",
                  keytab.principal()),
              null);
      case KerberosIdentity.Password password ->
          refusal(
              SignInCode.KERBEROS_FAILED,
              Message.of("kerberos.no-first-ticket", "account", password.principal()),
              null);
    };
  }

  /** Problem of a ticket cache; Java ignores expired tickets as if there were none. */
  private static Text missing(KerberosIdentity.TicketCache cache) {
    return cache
        .file()
        .map(file ->
            Files.exists(file)
                ? Text.of("kerberos.tickets-expired", "file", file)
                : Text.of("kerberos.file-without-ticket", "file", file))
        .orElseGet(() -> Text.of("kerberos.cache-without-ticket"));
  }

  private static Message ticketMissing(Text problem) {
    return new Message(problem, Text.of("kerberos.get-ticket"));
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
          refusal(
              SignInCode.TICKET_MISSING, ticketMissing(Text.of("kerberos.ticket-expired")), cause);
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
          SignInCode.TICKET_MISSING, ticketMissing(Text.of("kerberos.own-cache-empty")), cause);
    }
    if (words.contains(NO_LIBRARY)) {
      return refusal(
          SignInCode.SIGN_IN_NOT_POSSIBLE, Message.of("kerberos.library-missing"), cause);
    }
    return failed(
        Text.of("kerberos.no-ticket-for-service", "service", service, "reason", words), cause);
  }

  private static RefusalException unreadable(ServicePrincipal service, Exception cause) {
    return refusal(
        SignInCode.KERBEROS_FAILED,
        Message.of("kerberos.reason-unreadable", "service", service),
        cause);
  }

  private static RefusalException failed(Text problem, Exception cause) {
    boolean unreachable =
        causes(cause, IOException.class).filter(step -> !isKerberos(step)).isPresent();
    return refusal(
        SignInCode.KERBEROS_FAILED,
        new Message(
            problem,
            Text.of(unreachable ? "kerberos.controller-silent" : "kerberos.check-configuration")),
        cause);
  }

  private static boolean isKerberos(Throwable step) {
    return step.getClass().getName().startsWith("sun.security.krb5");
  }

  private static Object who(KerberosIdentity identity) {
    return switch (identity) {
      case KerberosIdentity.Password password -> password.principal();
      case KerberosIdentity.Keytab keytab -> keytab.principal();
      case KerberosIdentity.TicketCache _ -> Text.of("kerberos.ticket-cache");
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
      SignInCode code, Message message, @Nullable Exception cause) {
    Diagnostic diagnostic = Diagnostic.error(code, message);
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }
}
