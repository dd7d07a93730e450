package dev.garrison.clientscript;

import dev.garrison.share.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Garrison's own files in the content of applications. */
public final class ClientFiles {
  private static final List<String> NAMES =
      List.of(
          "AgentInstallation.ps1",
          "AntivirusChecks.ps1",
          "Install-DefenderForEndpoint.ps1",
          "InstallCall.ps1",
          "Invoke-InstallScript.ps1",
          "PendingOnboarding.ps1",
          "ReadinessChecks.ps1",
          "Remove-DefenderForEndpoint.ps1",
          "ScriptLog.ps1",
          "SensorOnboarding.ps1",
          "ServerActions.ps1",
          "ServerFacts.ps1",
          "Set-DefenderAntivirusMode.ps1",
          "Set-DefenderSettings.ps1",
          "ThirdPartyAntivirus.txt");

  private ClientFiles() {}

  /** The files as packed in this program, unsigned. */
  public static List<FileSource> packed() {
    return NAMES.stream().map(name -> FileSource.of(name, bytes(name))).toList();
  }

  /** The packed list of other vendors' antivirus products. */
  public static String thirdPartyAntivirus() {
    return new String(bytes("ThirdPartyAntivirus.txt"), StandardCharsets.UTF_8);
  }

  static List<String> names() {
    return NAMES;
  }

  /** Whether a file is a script that PowerShell requires to be signed. */
  static boolean isScript(String name) {
    return name.endsWith(".ps1")
        || name.endsWith(".psm1")
        || name.endsWith(".psd1")
        || isMarkup(name);
  }

  /** Whether it is one of types or views, which is XML. */
  static boolean isMarkup(String name) {
    return name.endsWith(".ps1xml");
  }

  static byte[] bytes(String name) {
    return resource("client", name);
  }

  static byte[] resource(String folder, String name) {
    String resource = "/dev/garrison/scripts/" + folder + "/" + name;
    try (InputStream stream =
        Objects.requireNonNull(ClientFiles.class.getResourceAsStream(resource), resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
