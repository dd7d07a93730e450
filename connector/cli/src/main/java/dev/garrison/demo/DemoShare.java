package dev.garrison.demo;

import dev.garrison.files.OwnerOnly;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.language.Text;
import dev.garrison.manifest.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Content share of a demonstration: a Samba server if one is installed, otherwise a folder. */
final class DemoShare implements AutoCloseable {
  private final Optional<SambaServer> samba;
  private final DemoFolder folder;

  DemoShare(DemoFolder folder, boolean preferSamba, String password) throws InterruptedException {
    this.folder = folder;
    this.samba = preferSamba ? started(password) : Optional.empty();
    samba.ifPresent(server -> keep(server.password()));
  }

  private static Optional<SambaServer> started(String password) throws InterruptedException {
    try {
      // The server's own user must be able to pass, so its folder is not below the demonstration's.
      return SambaServer.start(
          SambaSettings.in(Path.of(System.getProperty("java.io.tmpdir")), password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path passwordFile() {
    return folder.path().resolve("share.password");
  }

  private void keep(String password) {
    try {
      OwnerOnly.write(passwordFile(), password.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folder that the simulated site server reads. */
  Path readBySite() {
    return samba.map(SambaServer::folder).orElse(folder.share());
  }

  /** Value of the manifest's {@code content.publishTo}. */
  String publishTo() {
    return samba
        .map(server -> "smb://" + server.host() + ":" + server.port() + "/" + SambaServer.SHARE)
        .orElse("folder:" + folder.share());
  }

  /** Lines of the manifest for the account, indented to fit below {@code content}. */
  String account() {
    return samba
        .map(server ->
            "  authentication: ntlm\n  user: %s\n  password: %s"
                .formatted(server.user(), YamlText.quoted("file:" + passwordFile())))
        .orElse("");
  }

  /** Description of the share. */
  Text description() {
    return Text.of(samba.isPresent() ? "demo.share-samba" : "demo.share-folder");
  }

  @Override
  public void close() {
    samba.ifPresent(SambaServer::close);
  }
}
