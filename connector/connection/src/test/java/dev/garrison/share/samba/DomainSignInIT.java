package dev.garrison.share.samba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.kerberos.KerberosIdentity;
import dev.garrison.connection.kerberos.KerberosLogin;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.secret.Secret;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.jcifs.SmbShare;
import dev.garrison.share.smbj.SmbjShare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ways to sign in to a file server by Kerberos, and what is said where that fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DomainSignInIT {
  private Optional<SambaServer> server = Optional.empty();

  @TempDir private Path folder;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    server = Optional.of(Samba.start(DomainSamba.settings()));
  }

  @AfterAll
  void stop() {
    server.ifPresent(SambaServer::close);
  }

  private ShareAddress.Smb address(String host) {
    return new ShareAddress.Smb(
        host, server.orElseThrow().port(), SambaServer.SHARE, SharePath.ROOT);
  }

  private static KerberosIdentity password(String password) {
    return new KerberosIdentity.Password(
        ActiveDirectory.USER, () -> new Secret(password.toCharArray()));
  }

  private static KerberosIdentity keytab() {
    return new KerberosIdentity.Keytab(ActiveDirectory.USER, ActiveDirectory.shared().keytab());
  }

  private static ShareAccount account(KerberosIdentity identity, String service) {
    return new ShareAccount.Kerberos(new KerberosLogin(identity), Optional.of(service));
  }

  private static List<ContentShare> both(ShareAddress.Smb address, ShareAccount account) {
    return List.of(new SmbjShare(address, account), new SmbShare(address, account, () -> false));
  }

  private void assertEnters(String host, ShareAccount account) {
    for (ContentShare share : both(address(host), account)) {
      try (share) {
        assertThat(share.list(SharePath.ROOT)).as(share.getClass().getSimpleName()).isEmpty();
      }
    }
  }

  /** The port is left out. */
  private void assertRefused(String host, ShareAccount account, String message) {
    for (ContentShare share : both(address(host), account)) {
      try (share) {
        ContentShareException failure =
            catchThrowableOfType(ContentShareException.class, () -> share.list(SharePath.ROOT));
        assertThat(failure.diagnostic().toString().replaceAll(":[0-9]+", ""))
            .as(share.getClass().getSimpleName())
            .isEqualTo(message);
        assertThat(failure.kind()).isEqualTo(Kind.LOGON_FAILED);
      }
    }
  }

  @Test
  void aPasswordAKeytabAndTicketsSignIn() {
    assertEnters("localhost", DomainSamba.account(password(ActiveDirectory.PASSWORD)));
    assertEnters("localhost", DomainSamba.account(keytab()));
    Path tickets = ActiveDirectory.shared().tickets(folder.resolve("cc"));
    assertEnters(
        "localhost", DomainSamba.account(new KerberosIdentity.TicketCache(Optional.of(tickets))));
  }

  @Test
  void aNamedServiceReplacesTheNameInTheAddress() {
    assertEnters("127.0.0.1", account(keytab(), "cifs/files.garrison.test"));
  }

  @Test
  void aWrongPasswordIsNamed() {
    assertRefused(
        "localhost",
        DomainSamba.account(password("wrong")),
        "The domain doesn't accept the password of svc-garrison. Correct the password in the place that \"password\" refers to. Further attempts may lock the account. [PASSWORD_WRONG GAR-0225]");
  }

  @Test
  void aServiceThatTheDomainDoesNotKnowIsNamed() {
    assertRefused(
        "localhost",
        account(keytab(), "cifs/nowhere.garrison.test"),
        "The domain doesn't know the service cifs/nowhere.garrison.test, so it issues no ticket for localhost. Use the server's full DNS name in the address, or specify the service with \"servicePrincipal\". To see which account has the service, run: setspn -Q cifs/nowhere.garrison.test. [SERVICE_UNKNOWN GAR-0228]");
  }

  @Test
  void aServiceOfAnotherAccountIsNamed() {
    assertRefused(
        "localhost",
        account(keytab(), "HTTP/localhost"),
        "localhost didn't accept the Kerberos sign-in for HTTP/localhost. Check the server's event log for the cause. The service may belong to another account (setspn -Q HTTP/localhost), or the server's clock may differ by more than five minutes. [SIGN_IN_REJECTED GAR-0247]");
  }

  @Test
  void anAddressWithoutANameNeedsTheServiceNamed() {
    assertRefused(
        "127.0.0.1",
        DomainSamba.account(keytab()),
        "Kerberos can't name the server 127.0.0.1, which is specified by its IP address. Use the server's full DNS name in the address, or specify the service with \"servicePrincipal\". [SIGN_IN_NOT_POSSIBLE GAR-0245]");
  }

  @Test
  void aCacheWithoutTicketsIsNamed() {
    Path nothing = folder.resolve("no-cache");
    assertRefused(
        "localhost",
        DomainSamba.account(new KerberosIdentity.TicketCache(Optional.of(nothing))),
        "No Kerberos ticket found in %s. Get a ticket with \"kinit\" as the user who runs Garrison, or specify an account with \"user\" and \"password\". [TICKET_MISSING GAR-0227]"
            .formatted(nothing));
  }

  @Test
  void aServerThatKnowsNoKerberosIsNamed() throws Exception {
    try (SambaServer alone = Samba.start(Samba.settings());
        SmbjShare share =
            new SmbjShare(
                DomainSamba.named(Samba.address(alone, alone.port())),
                DomainSamba.account(keytab()))) {
      assertThat(
              catchThrowableOfType(ContentShareException.class, () -> share.list(SharePath.ROOT))
                  .getMessage())
          .isEqualTo(
              "localhost:%d didn't accept the Kerberos sign-in for cifs/localhost"
                  .formatted(alone.port()));
    }
  }
}
