package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.kerberos.KerberosScheme;
import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.kerberos.KerberosIdentity;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.trial.PackedProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kerberos lives on time: what is said when it is not right. */
final class TicketTimesIT {
  private static final Path FAKETIME = Path.of("/usr/bin/faketime");

  @TempDir private Path folder;

  @BeforeEach
  void need() {
    String missing = ActiveDirectory.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  /**
   * The file has times in seconds, big-endian; authtime, starttime and endtime follow each other.
   */
  private static void expire(Path cache) throws IOException {
    byte[] bytes = Files.readAllBytes(cache);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int now = (int) Instant.now().getEpochSecond();
    int ended = now - 3600;
    int changed = 0;
    for (int at = 0; at + 12 <= bytes.length; at++) {
      int issued = buffer.getInt(at);
      if (Math.abs(issued - now) < 600
          && issued == buffer.getInt(at + 4)
          && buffer.getInt(at + 8) > now) {
        buffer.putInt(at, ended - 7200).putInt(at + 4, ended - 7200).putInt(at + 8, ended);
        changed++;
      }
    }
    assertThat(changed).isEqualTo(1);
    Files.write(cache, bytes);
  }

  @Test
  void anExpiredTicketIsNamed() throws IOException {
    Path cache = ActiveDirectory.shared().tickets(folder.resolve("cc"));
    expire(cache);
    KerberosScheme scheme =
        new KerberosScheme(new KerberosIdentity.TicketCache(Optional.of(cache)), Optional.empty());
    RefusalException refusal =
        catchThrowableOfType(
            RefusalException.class,
            () ->
                scheme.begin(new ContactedServer("localhost:443", "localhost", Optional.empty())));
    assertThat(refusal.getMessage())
        .isEqualTo(
            "The Kerberos tickets in %s have expired. Get a ticket with 'kinit' as the user who runs Garrison, or name an account: 'user' and 'password'. [TICKET_MISSING GAR-0227]"
                .formatted(cache));
  }

  @Test
  void aClockThatIsTenMinutesOffIsNamed() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(FAKETIME),
        "NOT TESTED: a wrong clock, because faketime is not installed (./check --install brings it).");
    ActiveDirectory domain = ActiveDirectory.shared();
    Path main = folder.resolve("Login.java");
    Files.writeString(
        main,
        """
        import dev.garrison.connection.kerberos.*;
        import dev.garrison.kerberos.*;
        import dev.garrison.connection.signin.ContactedServer;
        import java.nio.file.Path;
        import java.util.Optional;

        void main(String[] words) {
          try {
            new KerberosScheme(
                    new KerberosIdentity.Keytab(words[0], Path.of(words[1])), Optional.empty())
                .begin(new ContactedServer("localhost:443", "localhost", Optional.empty()));
          } catch (RuntimeException refusal) {
            IO.println(refusal.getMessage());
          }
        }
        """);
    PackedProgram.Result result =
        PackedProgram.startUnder(
                List.of(FAKETIME.toString(), "-f", "+10m"),
                folder,
                "-Djava.security.krb5.conf=" + domain.krb5Conf(),
                "-cp",
                PackedProgram.classPath(),
                main.toString(),
                ActiveDirectory.USER,
                domain.keytab().toString())
            .await();
    assertThat(result.out().strip())
        .as(result.err())
        .isEqualTo(
            "The clocks of this computer and of the domain differ too much. Kerberos allows five minutes. Set the clock of this computer, or of the domain controller. [CLOCKS_DIFFER GAR-0229]");
  }
}
