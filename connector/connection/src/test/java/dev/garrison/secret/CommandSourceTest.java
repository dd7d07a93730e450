package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandSourceTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(500);

  @TempDir private Path folder;

  private Path script(String body) throws IOException {
    Path script = Files.writeString(folder.resolve("vault"), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  private static CommandSource source(Duration deadline) {
    return new CommandSource(
        Map.of("HOME", "/home/svc", "GARRISON_SITE_PASSWORD", "hunter2"), deadline);
  }

  private static String read(String place) {
    return new String(source(LONG).read(place));
  }

  private void assertRefused(String body, String message) throws IOException {
    Path script = script(body);
    assertThatThrownBy(() -> read(script.toString()))
        .hasMessage(message.replace("SCRIPT", script.toString()));
  }

  @Test
  void whatACommandPrintsIsTheSecretWithoutItsLastLineEnd() throws IOException {
    assertThat(read(script("printf ' two words \\r\\n'").toString())).isEqualTo(" two words ");
    assertThat(read(script("printf 'a\\n\\n'").toString())).isEqualTo("a\n");
  }

  @Test
  void argumentsArePartedAtSpacesAndReadByNoShell() throws IOException {
    assertThat(read(script("printf '<%s>' \"$@\"") + " -f %s a=b,c:d @e"))
        .isEqualTo("<-f><%s><a=b,c:d><@e>");
  }

  @Test
  void aCommandGetsFewVariablesNoInputAndTheRootFolder() throws IOException {
    assertThat(read(script("env | grep -v -e ^PWD= -e ^SHLVL= -e ^_= | sort; pwd; cat").toString()))
        .isEqualTo(
            """
            HOME=/home/svc
            LC_ALL=C.UTF-8
            PATH=/usr/sbin:/usr/bin:/sbin:/bin
            /\
            """);
  }

  @Test
  void theExitCodeIsAllThatAFailureShows() throws IOException {
    assertRefused(
        "echo hunter2; echo hunter2 >&2; exit 3",
        "The secret command SCRIPT ended with exit code 3. Run the command manually as the account that runs Garrison. The output isn't shown because it may be secret. [SECRET_COMMAND_FAILED GAR-0720]");
  }

  @Test
  void tooMuchOutputIsRefusedAtOnce() throws IOException {
    assertRefused(
        "exec cat /dev/zero",
        "The output of the secret command SCRIPT isn't a secret: larger than 64 KiB. Make the command print only the secret, in UTF-8. [SECRET_COMMAND_OUTPUT GAR-0722]");
  }

  @Test
  void sixtyFourKibibytesAreAccepted() throws IOException {
    assertThat(read(script("head -c 65536 /dev/zero | tr '\\0' x").toString())).hasSize(65536);
  }

  @Test
  void outputThatIsNotTextIsRefused() throws IOException {
    Path script = script("printf '\\303('");
    assertThatThrownBy(() -> read(script.toString())).hasMessageContaining(": not UTF-8 text.");
  }

  @Test
  void aLateCommandIsEndedWithWhatItStarted() throws Exception {
    Path pid = folder.resolve("pid");
    Path script = script("sleep 600 & echo $! > " + pid + "; wait");
    CommandSource source = source(SHORT);
    assertThatThrownBy(() -> source.read(script.toString()))
        .hasMessage(
            "The secret command %s didn't finish within 0 seconds and was stopped. Run the command manually as the"
                    .formatted(script)
                + " account that runs Garrison. Make sure that the command doesn't prompt, and leaves no process running that keeps its output open. [SECRET_COMMAND_LATE GAR-0721]");
    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    child.ifPresent(process -> process.onExit().join());
    assertThat(child.map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void aCommandThatCannotBeRunIsNamed() throws IOException {
    String remedy =
        " Check the path after \"command:\", and make sure that the account that runs Garrison can execute the file. [SECRET_COMMAND_UNUSABLE GAR-0717]";
    assertThatThrownBy(() -> read("/nowhere/vault"))
        .hasMessage(
            "The secret command /nowhere/vault can't be run: the file doesn't exist." + remedy);
    assertThatThrownBy(() -> read("vault")).hasMessageContaining(": the path isn't absolute.");
    assertThatThrownBy(() -> read(folder.toString())).hasMessageContaining(": not a regular file.");
    Path script = script("exit 0");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> read(script.toString()))
        .hasMessageContaining(": the file isn't executable.");
  }

  /** On Windows also {@code C:\a:b.exe}, and a server without a share. */
  @Test
  void aCommandThatIsNoPathIsNamed() {
    assertThatThrownBy(() -> read("/vault\0"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The secret command /vault\0 can't be run: not a valid path (Nul character not allowed). Check the path after \"command:\", and make sure that the account that runs Garrison can execute the file. [SECRET_COMMAND_UNUSABLE GAR-0717]");
  }

  @Test
  void whatIsStartedIsTheJudgedPath() {
    assertThat(CommandSource.started(Path.of("/judged/vault"), List.of("/link/vault", "-f", "x")))
        .containsExactly("/judged/vault", "-f", "x");
  }

  @Test
  void aCommandThatOthersCanWriteIsNotRun() throws IOException {
    Path script = script("touch " + folder.resolve("ran"));
    for (String permissions : new String[] {"rwxrwx---", "rwx---rwx"}) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> read(script.toString()))
          .hasMessage(
              "The secret command %1$s wasn't run: accounts other than the owner can write to %1$s. Run \"chmod go-w %1$s\". [SECRET_COMMAND_UNSAFE GAR-0718]"
                  .formatted(script));
    }
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void aCommandInAFolderThatOthersCanWriteIsNotRun() throws IOException {
    Path script = script("exit 0");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> read(script.toString()))
        .hasMessageContaining("accounts other than the owner can write to " + folder + ".");
  }

  @Test
  void aLinkLeadsToACommandOnlyThroughFoldersThatOthersCannotWrite() throws IOException {
    Path script = script("echo here");
    Path open = Files.createDirectory(folder.resolve("open"));
    Path middle = Files.createSymbolicLink(open.resolve("middle"), Path.of("../vault"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), middle);
    assertThat(read(link.toString())).isEqualTo("here");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> read(link.toString()))
        .hasMessageContaining("accounts other than the owner can write to " + open + ".");
    assertThat(read(script.toString())).isEqualTo("here");
  }

  @Test
  void aCircleOfLinksEnds() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, link);
    assertThatThrownBy(() -> read(link.toString()))
        .hasMessageContaining(": the path has too many links.");
  }

  @Test
  void aCommandThatBelongsToAnotherUserIsNotRun() throws IOException {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "NOT TESTED: a command of another user, because only root can give files away.");
    Path script = script("exit 0");
    Files.setOwner(
        script,
        script.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
    assertThatThrownBy(() -> read(script.toString()))
        .hasMessageContaining(
            "%s belongs to daemon, which is neither root nor the account that runs Garrison."
                .formatted(script));
  }

  @Test
  void aCommandIsRunOnceForAllThatNeedIt() throws IOException {
    Path count = folder.resolve("count");
    Path script = script("echo x >> " + count + "; echo hunter2");
    SchemeSecretStore store = new SchemeSecretStore(Map.of(), folder, _ -> Optional.empty());
    String reference = "command:" + script;
    assertThat(text(store.read(reference))).isEqualTo("hunter2");
    assertThat(text(store.read(reference))).isEqualTo("hunter2");
    assertThat(Files.readAllLines(count)).hasSize(1);
    store.close();
    store.read(reference);
    assertThat(Files.readAllLines(count)).hasSize(2);
  }

  @Test
  void aCommandThatFailedIsNotRunAgain() throws IOException {
    Path count = folder.resolve("count");
    Path script = script("echo x >> " + count + "; exit 1");
    SchemeSecretStore store = new SchemeSecretStore(Map.of(), folder, _ -> Optional.empty());
    assertThatThrownBy(() -> store.read("command:" + script)).hasMessageContaining("exit code 1");
    assertThatThrownBy(() -> store.read("command:" + script)).hasMessageContaining("exit code 1");
    assertThat(Files.readAllLines(count)).hasSize(1);
  }

  private static String text(Secret secret) {
    return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
