package dev.garrison.share.samba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.kerberos.KerberosIdentity;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.TicketFile;
import dev.garrison.servers.WrongClock;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.jcifs.SmbShare;
import dev.garrison.share.smbj.SmbjShare;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a file server when a ticket or a clock is not right, by either adapter. */
final class DomainTimesIT {
  @TempDir private Path folder;

  @Test
  void anExpiredTicketIsNamed() throws Exception {
    try (SambaServer server = Samba.start(DomainSamba.settings())) {
      Path cache = ActiveDirectory.shared().tickets(folder.resolve("cc"));
      TicketFile.expire(cache);
      ShareAddress.Smb address = DomainSamba.named(Samba.address(server, server.port()));
      ShareAccount account =
          DomainSamba.account(new KerberosIdentity.TicketCache(Optional.of(cache)));
      for (ContentShare share :
          List.of(new SmbjShare(address, account), new SmbShare(address, account, () -> false))) {
        try (share) {
          ContentShareException failure =
              catchThrowableOfType(ContentShareException.class, () -> share.list(SharePath.ROOT));
          assertThat(failure.kind()).isEqualTo(Kind.LOGON_FAILED);
          assertThat(failure.diagnostic())
              .as(share.getClass().getSimpleName())
              .hasToString(
                  "The Kerberos tickets in %s have expired. Get a ticket with \"kinit\" as the user who runs Garrison, or specify an account with \"user\" and \"password\". [TICKET_MISSING GAR-0227]"
                      .formatted(cache));
        }
      }
    }
  }

  /** The keytab asks the domain for a first ticket, the tickets ask it for one for the server. */
  @Test
  void aClockThatIsTenMinutesOffIsNamed() throws Exception {
    WrongClock.need();
    String source =
        """
        import dev.garrison.share.*;
        import dev.garrison.share.jcifs.SmbShare;
        import dev.garrison.share.smbj.SmbjShare;
        import dev.garrison.connection.kerberos.*;
        import java.nio.file.Path;
        import java.util.*;

        void main(String[] words) {
          var address =
              new ShareAddress.Smb(
                  "localhost", Integer.parseInt(words[0]), words[1], SharePath.ROOT);
          list(address, new KerberosIdentity.Keytab(words[2], Path.of(words[3])));
          list(address, new KerberosIdentity.TicketCache(Optional.of(Path.of(words[4]))));
        }

        void list(ShareAddress.Smb address, KerberosIdentity identity) {
          var account = new ShareAccount.Kerberos(new KerberosLogin(identity), Optional.empty());
          for (ContentShare share :
              List.of(
                  new SmbjShare(address, account), new SmbShare(address, account, () -> false))) {
            try (share) {
              IO.println(share.list(SharePath.ROOT));
            } catch (ContentShareException failure) {
              IO.println(failure.diagnostic());
            }
          }
        }
        """;
    try (SambaServer server = Samba.start(DomainSamba.settings())) {
      ActiveDirectory domain = ActiveDirectory.shared();
      String first =
          "The clocks of this computer and of the domain differ too much. Set the clock of this computer or of the domain controller. Kerberos allows five minutes. [CLOCKS_DIFFER GAR-0229]";
      String next =
          "The domain issues no ticket for cifs/localhost, and reports the reason in a form that Java can't read. Compare the clocks of this computer and of the domain, then get a new ticket with \"kinit\". Samba domain controllers respond like this when the clocks differ by more than five minutes. [KERBEROS_FAILED GAR-0230]";
      assertThat(
              WrongClock.run(
                  folder,
                  domain,
                  source,
                  String.valueOf(server.port()),
                  SambaServer.SHARE,
                  ActiveDirectory.USER,
                  domain.keytab().toString(),
                  domain.tickets(folder.resolve("cc")).toString()))
          .containsExactly(first, first, next, next);
    }
  }
}
