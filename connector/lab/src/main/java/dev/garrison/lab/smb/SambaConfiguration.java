package dev.garrison.lab.smb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the server's smb.conf(5), and creates the folders that it names. */
final class SambaConfiguration {
  private static final List<String> FOLDERS =
      List.of("private", "lock", "state", "cache", "pid", "ncalrpc");

  private SambaConfiguration() {}

  static Path shareFolder(Path home) {
    return home.resolve("share");
  }

  static Path file(Path home) {
    return home.resolve("smb.conf");
  }

  static Path write(Path home, int port, String user, SambaSettings settings) throws IOException {
    Files.createDirectory(shareFolder(home));
    StringBuilder text =
        new StringBuilder(
            """
            [global]
            server role = standalone server
            interfaces = 127.0.0.1/8
            bind interfaces only = yes
            smb ports = %d
            disable netbios = yes
            load printers = no
            server min protocol = SMB2_10
            server max protocol = SMB3_11
            server signing = mandatory
            smb encrypt = off
            ntlm auth = ntlmv2-only
            """
                .formatted(port));
    for (String folder : FOLDERS) {
      Path place = Files.createDirectory(home.resolve(folder));
      String option = folder.equals("private") || folder.equals("ncalrpc") ? " dir" : " directory";
      text.append(folder).append(option).append(" = ").append(place).append('\n');
    }
    settings.globalOptions().forEach(line -> text.append(line).append('\n'));
    text.append("[").append(SambaServer.SHARE).append("]\n");
    text.append("path = ").append(shareFolder(home)).append('\n');
    text.append("valid users = ").append(user).append('\n');
    text.append("read only = no\n");
    settings.shareOptions().forEach(line -> text.append(line).append('\n'));
    return Files.writeString(file(home), text);
  }
}
