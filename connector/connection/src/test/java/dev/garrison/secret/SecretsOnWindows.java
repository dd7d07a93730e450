package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Windows itself, and Wine, lets others read, and what a command is started with there. */
final class SecretsOnWindows {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("USERPROFILE", "C:\\Users\\svc", "GARRISON_SITE_PASSWORD", "hunter2");

  @TempDir private Path folder;

  private static String read(String command) {
    return new String(new CommandSource(ENVIRONMENT, Duration.ofSeconds(60)).read(command));
  }

  @Test
  void aSecretThatOnlyItsOwnerReadsIsRead() throws IOException {
    OwnerOnly.writeClosed(
        folder.resolve("password.txt"), "hunter2\r\n".getBytes(StandardCharsets.UTF_8));

    try (SchemeSecretStore store = new SchemeSecretStore(Map.of(), folder, _ -> Optional.empty())) {
      Secret secret = store.read("file:password.txt");
      String text = secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
      assertThat(text).isEqualTo("hunter2");
    }
  }

  @Test
  void aSecretThatEveryoneReadsIsRefusedWithACommandThatMendsIt() throws IOException {
    Path file = Files.writeString(folder.resolve("password.txt"), "hunter2");

    assertThatThrownBy(() -> PrivateFile.require(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The secret file isn't private: %1$s is open to other accounts (Everyone (S-1-1-0): read). Run as an administrator: icacls \"%1$s\" /inheritance:r /grant:r \"*S-1-5-21-"
                .formatted(file))
        .hasMessageEndingWith(
            " /remove \"*S-1-1-0\". Then change the password if others may have read the file. [SECRET_FILE_OPEN GAR-0715]");
  }

  @Test
  void whatAProgramOfWindowsPrintsIsTheSecret() {
    assertThat(read("C:\\windows\\system32\\cmd.exe /c echo hunter2")).isEqualTo("hunter2");
    assertThat(read("\"C:\\windows\\system32\\cmd.exe\" /c echo two")).isEqualTo("two");
  }

  @Test
  void aCommandGetsFewVariablesAndTheFolderOfTheSystem() {
    assertThat(read("C:\\windows\\system32\\cmd.exe /c set").lines())
        .contains("USERPROFILE=C:\\Users\\svc")
        .noneMatch(line -> line.contains("hunter2"))
        .anyMatch(line -> line.equalsIgnoreCase("PATH=C:\\windows\\system32"));
    assertThat(read("C:\\windows\\system32\\cmd.exe /c cd"))
        .isEqualToIgnoringCase("C:\\windows\\system32");
  }

  @Test
  void aScriptIsNoProgram() throws IOException {
    Path script = Files.writeString(folder.resolve("vault.cmd"), "@echo hunter2\r\n");

    assertThatThrownBy(() -> read(script.toString()))
        .hasMessageContaining(
            "not an .exe file; specify powershell.exe or cmd.exe, followed by the script");
  }

  @Test
  void aCommandThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> read("C:\\nowhere\\vault.exe"))
        .hasMessageContaining("C:\\nowhere\\vault.exe can't be run: the file doesn't exist.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\a:b.exe", "\\\\server"})
  void aCommandThatIsNoPathIsNamed(String command) {
    assertThatThrownBy(() -> read(command))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The secret command " + command + " can't be run: not a valid path (");
  }

  @Test
  void aCommandThatFailsTellsItsExitCodeAlone() {
    assertThatThrownBy(() -> read("C:\\windows\\system32\\cmd.exe /c exit 3"))
        .hasMessageContaining("ended with exit code 3.");
  }
}
