package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.kerberos.KerberosIdentity;
import dev.garrison.connection.kerberos.KerberosScheme;
import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.TicketFile;
import dev.garrison.servers.WrongClock;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kerberos lives on time: what is said when it is not right. */
final class TicketTimesIT {
  @TempDir private Path folder;

  @BeforeEach
  void need() {
    String missing = ActiveDirectory.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  @Test
  void anExpiredTicketIsNamed() {
    Path cache = ActiveDirectory.shared().tickets(folder.resolve("cc"));
    TicketFile.expire(cache);
    KerberosScheme scheme =
        new KerberosScheme(new KerberosIdentity.TicketCache(Optional.of(cache)), Optional.empty());
    RefusalException refusal =
        catchThrowableOfType(
            RefusalException.class,
            () ->
                scheme.begin(new ContactedServer("localhost:443", "localhost", Optional.empty())));
    assertThat(refusal.getMessage())
        .isEqualTo(
            "The Kerberos tickets in %s have expired. Get a ticket with \"kinit\" as the user who runs Garrison, or specify an account with \"user\" and \"password\". [TICKET_MISSING GAR-0227]"
                .formatted(cache));
  }

  /** The keytab asks the domain for a first ticket, the tickets ask it for one for the server. */
  @Test
  void aClockThatIsTenMinutesOffIsNamed() {
    WrongClock.need();
    ActiveDirectory domain = ActiveDirectory.shared();
    String source =
        """
        import dev.garrison.connection.kerberos.*;
        import dev.garrison.connection.signin.ContactedServer;
        import dev.garrison.connection.kerberos.*;
        import java.nio.file.Path;
        import java.util.Optional;

        void main(String[] words) {
          sign(new KerberosIdentity.Keytab(words[0], Path.of(words[1])));
          sign(new KerberosIdentity.TicketCache(Optional.of(Path.of(words[2]))));
        }

        void sign(KerberosIdentity identity) {
          try {
            new KerberosScheme(identity, Optional.empty())
                .begin(new ContactedServer("localhost:443", "localhost", Optional.empty()))
                .next(Optional.empty());
            IO.println("signed in");
          } catch (RuntimeException refusal) {
            IO.println(refusal.getMessage());
          }
        }
        """;
    assertThat(
            WrongClock.run(
                folder,
                domain,
                source,
                ActiveDirectory.USER,
                domain.keytab().toString(),
                domain.tickets(folder.resolve("cc")).toString()))
        .containsExactly(
            "The clocks of this computer and of the domain differ too much. Set the clock of this computer or of the domain controller. Kerberos allows five minutes. [CLOCKS_DIFFER GAR-0229]",
            "The domain issues no ticket for HTTP/localhost, and reports the reason in a form that Java can't read. Compare the clocks of this computer and of the domain, then get a new ticket with \"kinit\". Samba domain controllers respond like this when the clocks differ by more than five minutes. [KERBEROS_FAILED GAR-0230]");
  }
}
