package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemeSecretStoreTest {
  @TempDir private Path folder;
  private SecretStore store;

  @BeforeEach
  void open() {
    store =
        new SchemeSecretStore(
            Map.of("CM_PASSWORD", "hunter2", "BLANK", ""), folder, _ -> Optional.empty());
  }

  private Path file(String content, String permissions) throws IOException {
    Path file = folder.resolve("password");
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  private static String text(Secret secret) {
    return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private void assertRefused(String reference, String message) {
    assertThatThrownBy(() -> store.read(reference))
        .isInstanceOf(RefusalException.class)
        .hasMessage(message);
  }

  @Test
  void anEnvironmentVariableIsRead() {
    assertThat(text(store.read("env:CM_PASSWORD"))).isEqualTo("hunter2");
  }

  @Test
  void aMissingVariableIsNamed() {
    assertRefused(
        "env:NOWHERE",
        "The environment variable NOWHERE isn't set, but a secret refers to this variable. Set NOWHERE in the service's environment file, or refer to another source. [SECRET_VARIABLE_MISSING GAR-0712]");
  }

  @Test
  void atAPromptAMissingVariableIsToBeSetInTheShell() {
    Question prompt =
        new Question() {
          @Override
          public Optional<char[]> ask(String text) {
            throw new AssertionError(text);
          }

          @Override
          public boolean hasTerminal() {
            return true;
          }
        };
    store = new SchemeSecretStore(Map.of(), folder, prompt);
    assertRefused(
        "env:NOWHERE",
        "The environment variable NOWHERE isn't set, but a secret refers to this variable. Set NOWHERE in this shell, or refer to another source. [SECRET_VARIABLE_MISSING GAR-0712]");
  }

  @Test
  void anEmptyValueIsRefused() {
    assertRefused(
        "env:BLANK",
        "The secret \"env:BLANK\" is empty. Store the value there, or remove the entry if there is no password. [SECRET_EMPTY GAR-0713]");
  }

  @Test
  void aFileHoldingOnlyALineEndIsEmpty() throws IOException {
    file("\r\n", "rw-------");
    assertThatThrownBy(() -> store.read("file:password"))
        .hasMessageStartingWith("The secret \"file:password\" is empty.");
  }

  @Test
  void anUnknownSchemeIsRefusedWithoutRepeatingIt() {
    assertRefused(
        "hunter2",
        "A secret is specified without a source that Garrison supports. Refer to the secret as \"env:NAME\" (environment variable), \"file:PATH\", \"command:/PATH\", or \"prompt\". Never write the secret itself in the manifest. [SECRET_SCHEME_UNKNOWN GAR-0711]");
    assertThatThrownBy(() -> store.read("pass:word")).hasMessageNotContainingAny("pass:", "word'");
  }

  @Test
  void aFilesLastLineEndIsNotPartOfTheSecret() throws IOException {
    file(" two words \r\n", "rw-------");
    assertThat(text(store.read("file:password"))).isEqualTo(" two words ");
  }

  @Test
  void onlyOneLineEndIsRemoved() throws IOException {
    file("a\n\n", "r--------");
    assertThat(text(store.read("file:password"))).isEqualTo("a\n");
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    Path file = file("hunter2", "rw-r--r--");
    assertRefused(
        "file:password",
        "The secret file isn't private: "
            + file
            + " is open to more than its owner (rw-r--r--). Run \"chmod 600 "
            + file
            + "\". Then change the password if others may have read the file."
            + " [SECRET_FILE_OPEN GAR-0715]");
  }

  @Test
  void aFileThatTheGroupCanWriteIsRefused() throws IOException {
    file("hunter2", "rw--w----");
    assertThatThrownBy(() -> store.read("file:password"))
        .hasMessageContaining("is open to more than its owner (rw--w----)");
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(
        "file:/nowhere/password",
        "The secret file /nowhere/password can't be read: the file doesn't exist. Check the path, and make sure that the account that runs Garrison owns the file. [SECRET_FILE_UNREADABLE GAR-0714]");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Path file = file("x", "rw-------");
    Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});
    assertThatThrownBy(() -> store.read("file:password")).hasMessageContaining(": not UTF-8 text.");
  }
}
