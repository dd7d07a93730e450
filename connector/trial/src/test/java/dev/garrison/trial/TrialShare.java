package dev.garrison.trial;

import dev.garrison.lab.smb.SambaServer;
import dev.garrison.share.ContentShare;
import dev.garrison.share.SharePath;
import dev.garrison.share.samba.Samba;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a trial's content goes.
 *
 * @param publishTo as the manifest says it
 * @param account the manifest's lines below {@code content}, or none
 * @param folder the same place on this machine, which the site server reads
 */
public record TrialShare(String publishTo, String account, Path folder) {
  /** A folder of this machine. */
  public static TrialShare of(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TrialShare("folder:" + folder, "", folder);
  }

  /**
   * A folder of its own on a real file server.
   *
   * @param port the server's, or that of a proxy in front of it
   * @param trial an empty folder for the password
   */
  public static TrialShare on(SambaServer server, int port, Path trial) {
    String name = "trial-" + trial.getFileName();
    try (ContentShare share = Samba.share(server)) {
      share.createFolder(SharePath.of(name));
    }
    Path password = trial.resolve("share.password");
    try {
      Files.createFile(
          password,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, server.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TrialShare(
        "smb://" + server.host() + ":" + port + "/" + SambaServer.SHARE + "/" + name,
        "  authentication: ntlm\n  user: " + server.user() + "\n  password: file:" + password,
        server.folder().resolve(name));
  }
}
