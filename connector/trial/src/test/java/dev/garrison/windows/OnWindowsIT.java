package dev.garrison.windows;

import dev.garrison.servers.Acceptor;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What each module does on Windows itself, in a Java for Windows. */
@Tag("windows")
final class OnWindowsIT {
  @TempDir private Path folder;
  private @Nullable Acceptor acceptor;

  @TestFactory
  Stream<DynamicTest> whatEachModuleDoesOnWindows() throws IOException, InterruptedException {
    return WindowsTests.all(Acceptor.missing().isEmpty() ? domain() : Map.of());
  }

  /** A ticket of the domain for the user there, and a server to sign in to. */
  private Map<String, String> domain() throws IOException {
    ActiveDirectory domain = ActiveDirectory.shared();
    TestAuthority authority = TestAuthority.create("Contoso Root");
    Issued own = authority.issue(Validity.NOW, "localhost");
    acceptor = Acceptor.start(folder, domain, "kerberos", Optional.of(own), own);
    return Map.of(
        "KRB5_CONFIG",
        domain.krb5Conf().toString(),
        "KRB5CCNAME",
        "FILE:" + domain.tickets(folder.resolve("tickets")),
        "SIGN_IN_ADDRESS",
        acceptor.address().toString(),
        "SIGN_IN_TRUST",
        WineComputer.windowsPath(authority.write(folder.resolve("root.pem"))));
  }

  @AfterEach
  void stop() {
    if (acceptor != null) {
      acceptor.close();
    }
  }
}
