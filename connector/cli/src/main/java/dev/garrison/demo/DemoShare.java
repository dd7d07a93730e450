package dev.garrison.demo;

import dev.garrison.files.OwnerOnly;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The content share of a demonstration: a real Samba where one is installed, else a folder. */
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
      // The server's own user must be able to pass, so its folder is not below ours.
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

  /** Where the stand-in site server reads. */
  Path readBySite() {
    return samba.map(SambaServer::folder).orElse(folder.share());
  }

  /** The manifest's {@code content.publishTo}. */
  String publishTo() {
    return samba
        .map(server -> "smb://" + server.host() + ":" + server.port() + "/" + SambaServer.SHARE)
        .orElse("folder:" + folder.share());
  }

  /** The manifest's lines for the account, indented to stand below {@code content}. */
  String account() {
    return samba
        .map(server -> "  user: " + server.user() + "\n  password: file:" + passwordFile())
        .orElse("");
  }

  /** In words. */
  String description() {
    return samba.isPresent()
        ? "The content share is a real Samba on this machine, with signing mandatory."
        : "A folder stands in for the content share; with Samba installed it would be a real share.";
  }

  @Override
  public void close() {
    samba.ifPresent(SambaServer::close);
  }
}
