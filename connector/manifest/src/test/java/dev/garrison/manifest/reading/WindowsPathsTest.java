package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.SignIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest at C:\garrison of a file system that behaves as that of Windows. */
final class WindowsPathsTest {
  private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
  private final Path folder = windows.getPath("C:\\garrison");

  @AfterEach
  void close() throws IOException {
    windows.close();
  }

  private static String with(String key, String value) throws IOException {
    return Examples.text("every-key.yaml")
        .replaceFirst(
            "(?m)^(  " + key + ":) .*$",
            "$1 '" + value.replace("\\", "\\\\").replace("$", "\\$") + "'");
  }

  private Manifest read(String text) {
    return new ManifestReader()
        .read("garrison.yaml", folder, text.getBytes(StandardCharsets.UTF_8), Examples.TODAY)
        .manifest();
  }

  private List<String> problems(String text) {
    try {
      read(text);
      return List.of();
    } catch (RefusalException e) {
      return e.diagnostics().stream().map(Diagnostic::toString).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "packages\\md4ws.msi, C:\\garrison\\packages\\md4ws.msi",
    "packages/md4ws.msi, C:\\garrison\\packages\\md4ws.msi",
    "C:\\packages\\md4ws.msi, C:\\packages\\md4ws.msi",
    "d:/packages/md4ws.msi, d:\\packages\\md4ws.msi",
    "\\\\fs01\\mde$\\md4ws.msi, \\\\fs01\\mde$\\md4ws.msi",
    "//fs01/mde$/md4ws.msi, \\\\fs01\\mde$\\md4ws.msi",
    "日本\\Jürgen #1\\md4ws.msi, C:\\garrison\\日本\\Jürgen #1\\md4ws.msi"
  })
  void aPathIsWrittenAsWindowsOrAsEverySystemWritesIt(String written, String meant)
      throws IOException {
    assertThat(read(with("installer", written)).packages().installer().orElseThrow())
        .hasToString(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "\\\\fs01\\mde$, folder:\\\\fs01\\mde$\\",
    "\\\\fs01.contoso.example\\mde$\\servers, folder:\\\\fs01.contoso.example\\mde$\\servers",
    "folder:\\\\fs01\\mde$\\servers, folder:\\\\fs01\\mde$\\servers",
    "C:\\share, folder:C:\\share",
    "folder:C:\\share, folder:C:\\share",
    "folder:share, folder:C:\\garrison\\share"
  })
  void contentIsPublishedThroughWindowsItself(String written, String meant) throws IOException {
    String text = with("publishTo", written);
    PublishTarget target = read(withoutAccount(text)).content().publishTo();
    assertThat(target).isInstanceOf(PublishTarget.Folder.class).hasToString(meant);
  }

  private static String minimal() throws IOException {
    return Examples.text("minimal.yaml").replace("folder:/srv/mde", "C:\\mde");
  }

  @Test
  void onWindowsItsUserSignsInWhereNoAccountIsNamed() throws IOException {
    String text = minimal();
    assertThat(read(text).site().access().signIn())
        .isEqualTo(
            new SignIn(
                SignIn.Method.WINDOWS, Optional.empty(), Optional.empty(), Optional.empty()));
    String named =
        text.replace(
            "content:\n", "  user: svc@CONTOSO.EXAMPLE\n  password: env:PASSWORD\ncontent:\n");
    assertThat(read(named).site().access().signIn().method()).isEqualTo(SignIn.Method.KERBEROS);
  }

  @Test
  void onWindowsAStandInOnThisComputerIsStillInNoDomain() throws IOException {
    String text =
        minimal()
            .replaceFirst("https://[^\"\\]]*/AdminService", "http://127.0.0.1:8080/AdminService");
    assertThat(read(text).site().access().signIn().method()).isEqualTo(SignIn.Method.NONE);
  }

  private static String withoutAccount(String text) {
    int content = text.indexOf("\ncontent:") + 1;
    int end = text.indexOf("\ntenant:") + 1;
    return text.substring(0, content)
        + text.substring(content, end)
            .replaceAll("(?m)^  (?:user|password|authentication|servicePrincipal):.*\n", "")
        + text.substring(end);
  }

  @ParameterizedTest
  @CsvSource({
    "..\\md4ws.msi, 'the path leaves its folder with \"..\"'",
    "packages\\..\\..\\md4ws.msi, 'the path leaves its folder with \"..\"'",
    "C:md4ws.msi, 'the path depends on the current folder of that drive'",
    "\\\\?\\C:\\md4ws.msi, 'the path names a device, not a file'",
    "\\\\.\\pipe\\x, 'the path names a device, not a file'",
    "packages.\\md4ws.msi, 'Windows treats \"packages.\" as a device, or as a name without its ending'",
    "C:\\packages\\aux.msi, 'Windows treats \"aux.msi\" as a device, or as a name without its ending'",
    "packages/md4ws.msi., 'Windows treats \"md4ws.msi.\" as a device, or as a name without its ending'"
  })
  void aPathThatMeansNoCertainPlaceIsRefused(String written, String why) throws IOException {
    assertThat(problems(with("installer", written)))
        .singleElement()
        .asString()
        .startsWith("\"packages.installer\" is \"" + written + "\": " + why + " (garrison.yaml:")
        .endsWith(
            "). Write the path without \"..\", relative to this file or absolute. [PATH_REFUSED GAR-0111]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command:C:\\vault\\vault.exe",
        "command:C:/vault/vault.exe read C:\\keys\\a.txt",
        "command:\\\\fs01\\tools$\\vault.exe -f x=%1",
        "command:\"C:\\Program Files (x86)\\Vault\\vault.exe\" read garrison/site"
      })
  void aCommandIsWrittenAsWindowsWritesPrograms(String written) throws IOException {
    String text = with("password", written.replace("%1", "1"));
    assertThat(problems(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command:vault.exe",
        "command:/usr/bin/vault",
        "command:C:vault.exe",
        "command:C:\\vault\\..\\vault.exe",
        "command:\"C:\\vault\\..\\vault.exe\"",
        "command:\"C:\\Program Files\\vault.exe",
        "command:\"C:\\Program Files\\vault.exe\"read",
        "command:C:\\vault.exe a & calc",
        "command:C:\\vault.exe %TEMP%",
        "command:\\\\?\\C:\\vault.exe",
        "command:C:\\vault.exe  two"
      })
  void aCommandThatAShellWouldHaveToReadIsRefused(String written) throws IOException {
    assertThat(problems(with("password", written)))
        .isNotEmpty()
        .allSatisfy(problem ->
            assertThat(problem)
                .endsWith(
                    "Write \"command:\" and an absolute path without \"..\" (in double quotes if the path"
                        + " contains spaces), followed by arguments separated by single spaces. No"
                        + " shell reads the command: put quotes and variables in a script."
                        + " [VALUE_REFUSED GAR-0109]"));
  }

  @Test
  void keysAndSecretsMayLieOnAnyDrive() throws IOException {
    assertThat(read(with("password", "file:D:\\keys\\site.txt")).site().access().toString())
        .contains("file:D:\\keys\\site.txt");
  }
}
