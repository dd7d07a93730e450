package dev.garrison.lab.smb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real smbd, started and stopped. */
@Tag("first")
final class SambaServerIT {
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  @BeforeEach
  void needsSamba() {
    assumeTrue(
        SambaServer.isInstalled(),
        "NOT TESTED: SMB, because smbd is not installed (./check --install brings it).");
  }

  @Test
  void aServerAnswersUntilItIsClosedAndLeavesNothing() throws IOException, InterruptedException {
    Path folder;
    int port;
    try (SambaServer server =
        SambaServer.start(SambaSettings.in(TEMPORARY, "Lab!Passw0rd")).orElseThrow()) {
      folder = server.folder();
      port = server.port();
      assertThat(folder).isEmptyDirectory();
      assertThat(answers(port)).isTrue();
    }
    assertThat(folder.getParent()).doesNotExist();
    assertThat(answers(port)).isFalse();
  }

  @Test
  void aStoppedServerIsStartedAgainWithWhatItHad() throws IOException, InterruptedException {
    try (SambaServer server =
        SambaServer.start(SambaSettings.in(TEMPORARY, "Lab!Passw0rd")).orElseThrow()) {
      Files.writeString(server.folder().resolve("kept"), "x");
      server.stop();
      assertThat(answers(server.port())).isFalse();
      server.resume();
      assertThat(answers(server.port())).isTrue();
      assertThat(server.folder().resolve("kept")).exists();
    }
  }

  @Test
  void theServerEndsWhenItsJvmIsKilled() throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SambaHost.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path home;
    List<ProcessHandle> smbd;
    try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
      home = Path.of(String.valueOf(lines.readLine()));
      smbd = jvm.descendants().toList();
      assertThat(smbd).isNotEmpty();
      jvm.destroyForcibly();
      assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    for (ProcessHandle process : smbd) {
      assertThat(process.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
    }
    SambaServer.deleteFolders(home);
    assertThat(Files.exists(home)).isFalse();
  }

  private static boolean answers(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
