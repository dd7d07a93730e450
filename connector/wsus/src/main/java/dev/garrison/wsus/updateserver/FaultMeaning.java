package dev.garrison.wsus.updateserver;

import dev.garrison.language.Text;
import dev.garrison.wsus.soap.SoapFault;
import java.time.Duration;
import java.util.List;

/**
 * Derives the meaning of a fault. The types are those that MS-WSUSAR 3.1.4.1 and Microsoft's
 * library name. The texts are the library's English ones, which a server in another language does
 * not send: there the type decides, and the server's message is repeated.
 */
final class FaultMeaning {
  /** Part of an English text, and its meaning. */
  private record Known(String text, FailureKind kind) {}

  private static final List<Known> TEXTS =
      List.of(
          new Known("in replica mode", FailureKind.REPLICA),
          new Known("expired by its publisher", FailureKind.EXPIRED),
          new Known("License Terms", FailureKind.LICENSE),
          new Known("syncing from upstream WSUS Server", FailureKind.UPSTREAM_DECIDES),
          new Known("server subscription is currently running", FailureKind.BUSY_WITH_SYNC),
          new Known("still processing a previous configuration change", FailureKind.BUSY_WITH_SYNC),
          new Known("could not be found", FailureKind.NOT_FOUND),
          new Known("cannot be found", FailureKind.NOT_FOUND));

  private FaultMeaning() {}

  static ServerFailure of(SoapFault fault) {
    Text words = fault.words();
    if (fault.type().equals("WsusObjectNotFoundException")) {
      return ServerFailure.lasting(FailureKind.NOT_FOUND, words, fault);
    }
    // The account is in neither group, or not in the one that the operation asks for.
    if (fault.type().equals("SecurityException")) {
      return ServerFailure.lasting(FailureKind.ACCESS_DENIED, words, fault);
    }
    // SQL Server's error 1205; the data layer has tried again already.
    if (fault.type().equals("SqlException") && fault.text().contains("deadlock")) {
      return ServerFailure.passing(FailureKind.UNAVAILABLE, words, Duration.ZERO, fault);
    }
    if (fault.text().contains("temporarily experiencing heavy load")) {
      return ServerFailure.passing(FailureKind.UNAVAILABLE, words, Duration.ZERO, fault);
    }
    FailureKind kind =
        TEXTS.stream()
            .filter(known -> fault.text().contains(known.text()))
            .map(Known::kind)
            .findFirst()
            .orElse(FailureKind.REFUSED);
    return ServerFailure.lasting(kind, words, fault);
  }
}
