package dev.garrison.lab.smb;

import java.nio.file.Path;

/** A JVM that starts a server, says where, and waits to be killed. */
final class SambaHost {
  private SambaHost() {}

  public static void main(String[] words) throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    SambaServer server =
        SambaServer.start(SambaSettings.in(temporary, "Lab!Passw0rd")).orElseThrow();
    System.out.println(server.folder().getParent());
    Thread.currentThread().join();
  }
}
