package dev.garrison.trial;

import dev.garrison.manifest.service.ServerSection.TlsFiles;
import dev.garrison.payload.judge.Authority;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;

/** A certificate and its key in files, by an authority that nobody knows. */
public final class ServerCertificate {
  private final Authority authority;
  private final TlsFiles files;

  /**
   * @param folder where the files are to be
   */
  public ServerCertificate(Path folder) throws Exception {
    authority = Authority.around(Instant.now(), "Test Root");
    files = new TlsFiles(folder.resolve("server.pem"), folder.resolve("server.key"));
  }

  /** Where they are. */
  public TlsFiles files() {
    return files;
  }

  /** Another takes its place. */
  public void certify(String name) throws Exception {
    Authority.Identity identity = certifyAlone(name);
    Files.writeString(files.key(), pem("PRIVATE KEY", identity.keys().getPrivate().getEncoded()));
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-------"));
  }

  /** The certificate alone is exchanged, as in the middle of a renewal. */
  public Authority.Identity certifyAlone(String name) throws Exception {
    Authority.Identity identity =
        authority.certify(name, Authority.Use.SERVER, Instant.now().minusSeconds(60), 30);
    Files.writeString(files.certificate(), pem("CERTIFICATE", identity.certificate().getEncoded()));
    return identity;
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            kind,
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes),
            kind);
  }
}
