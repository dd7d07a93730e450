package dev.garrison.dist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.Apache.Served;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.windows.WineComputer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in site behind Apache, which lets in users of the domain by Kerberos and nobody else, and
 * a manifest for it that signs in as the user whom Windows knows.
 */
final class SignedInSite implements AutoCloseable {
  /** The user whose ticket Windows has. */
  static final String USER = ActiveDirectory.USER + "@" + ActiveDirectory.REALM;

  private static final List<String> PACKAGES =
      List.of(
          "md4ws.msi",
          "install.ps1",
          "WindowsDefenderATPOnboardingScript.cmd",
          "sample-root.pem",
          "sample-onboarding-root.pem");
  private static final int MOST_ROUNDS = 600;

  private final Path folder;
  private final JavaProcess.Running lab;
  private final Apache apache;

  /**
   * Starts the site. Where it cannot be, the test is skipped, and it is said why.
   *
   * @param folder an empty folder for everything on disk
   */
  static SignedInSite in(Path folder) throws IOException, InterruptedException {
    assumeTrue(Apache.missing().isEmpty(), Apache.missing());
    return new SignedInSite(folder);
  }

  private SignedInSite(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path share = Files.createDirectory(folder.resolve("share"));
    Path port = folder.resolve("port");
    lab =
        JavaProcess.start(
            folder,
            "-cp",
            JavaProcess.classPath(),
            "dev.garrison.Main",
            "lab",
            "--share",
            "\\\\files.lab.example\\mde$=" + share,
            "--port-file",
            port.toString());
    for (int round = 0; !Files.exists(port); round++) {
      if (round == MOST_ROUNDS || lab.process().waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the site does not start: " + Files.readString(lab.err()));
      }
    }
    TestAuthority authority = TestAuthority.create("Contoso Root");
    authority.write(folder.resolve("root.pem"));
    apache =
        Apache.start(
            Files.createDirectory(folder.resolve("web")),
            ActiveDirectory.shared(),
            authority.issue(Validity.NOW, "localhost", "127.0.0.1"),
            URI.create("http://" + URI.create(Files.readString(port).strip()).getAuthority()));
    writeManifest();
  }

  private void writeManifest() throws IOException {
    Path packages = Files.createDirectory(folder.resolve("packages"));
    for (String name : PACKAGES) {
      try (InputStream sample =
          SignedInSite.class.getResourceAsStream("/dev/garrison/demo/" + name)) {
        Files.copy(Objects.requireNonNull(sample, name), packages.resolve(name));
      }
    }
    Files.writeString(
        folder.resolve("garrison.yaml"),
        """
        apiVersion: garrison.dev/v1
        name: trial
        site:
          code: PS1
          providers: ["%s"]
          trust: [root.pem]
          authentication: windows
          servicePrincipal: HTTP/mecm.garrison.test
        content:
          publishTo: '%s'
          contentSource: \\\\files.lab.example\\mde$
        tenant:
          orgId: 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2
        packages:
          installer: packages\\md4ws.msi
          installScript: packages\\install.ps1
          onboarding: packages\\WindowsDefenderATPOnboardingScript.cmd
          trust:
            - certificate: packages\\sample-root.pem
              publisher: Garrison demonstration
            - names: [Seville.Windows.com]
              root: packages\\sample-onboarding-root.pem
        limitingCollection: All Servers
        distribution:
          groups: [Europe DPs]
        operatingSystems: [2012R2, 2019, 2022]
        rings:
          - name: pilot
            collections: [Pilot servers]
            maxDevices: 25
            deadline: "+3d 22:00"
            antivirus: active
        sampleSharing: none
        """
            .formatted(
                apache.address("127.0.0.1", "kerberos/AdminService"),
                WineComputer.windowsPath(folder.resolve("share"))));
  }

  /** Path of the manifest as a program of Windows names it. */
  String manifest() {
    return WineComputer.windowsPath(folder.resolve("garrison.yaml"));
  }

  /** Variables by which Wine finds the ticket of the user. */
  Map<String, String> ticket() {
    return Map.of(
        "KRB5_CONFIG",
        ActiveDirectory.shared().krb5Conf().toString(),
        "KRB5CCNAME",
        "FILE:" + ActiveDirectory.shared().tickets(folder.resolve("tickets")));
  }

  /** The requests that were let in. */
  List<Served> letIn() throws IOException {
    return apache.served().stream().filter(one -> one.status() < 400).toList();
  }

  @Override
  public void close() {
    apache.close();
    JavaProcess.interrupt(lab.process());
  }
}
