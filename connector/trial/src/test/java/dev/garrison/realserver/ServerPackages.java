package dev.garrison.realserver;

import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Signing;
import dev.garrison.trial.TrialSite;
import dev.garrison.windows.WineServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Packages that the agent of Windows Server 2016 needs: Microsoft's own install.ps1 among them. */
final class ServerPackages {
  private static final String VERSION =
      """
      1 VERSIONINFO
      FILEVERSION 4,18,26030,3011
      PRODUCTVERSION 4,18,26030,3011
      BEGIN
        BLOCK "StringFileInfo" BEGIN BLOCK "040904B0" BEGIN
          VALUE "FileVersion", "4.18.26030.3011"
          VALUE "InternalName", "UpdatePlatform.exe"
          VALUE "ProductName", "Microsoft Malware Protection"
        END END
        BLOCK "VarFileInfo" BEGIN VALUE "Translation", 0x409, 1200 END
      END
      """;

  private ServerPackages() {}

  /** Puts them among a trial's packages, and into its manifest. */
  static void of2016(TrialSite trial) throws Exception {
    Path packages = trial.folder().resolve("packages");
    Files.copy(
        WineServer.installScript(),
        packages.resolve("install.ps1"),
        StandardCopyOption.REPLACE_EXISTING);
    Path own = Files.createDirectories(trial.folder().resolve("signing"));
    Signing signing = new Signing(own, Instant.now());
    Path plain = platform(own);
    Files.copy(signing.signed(plain, signing.publisher()), packages.resolve("UpdatePlatform.exe"));
    Files.copy(own.resolve("root.pem"), packages.resolve("test-root.pem"));
    trial
        .manifest()
        .replace(
            "  trust:\n",
            """
              platformUpdate: packages/UpdatePlatform.exe
              trust:
                - certificate: packages/test-root.pem
                  publisher: %s
            """
                .formatted(Signing.PUBLISHER));
  }

  /** A program that does nothing, with what Garrison and install.ps1 read in UpdatePlatform.exe. */
  private static Path platform(Path folder) throws Exception {
    Judge tools = new Judge(folder);
    Files.writeString(folder.resolve("version.rc"), VERSION);
    Files.writeString(folder.resolve("nothing.c"), "int main(void) { return 0; }\n");
    tools.run("x86_64-w64-mingw32-windres", "version.rc", "version.o");
    Path program = folder.resolve("UpdatePlatform.exe");
    tools.run("x86_64-w64-mingw32-gcc", "-O1", "-o", program.toString(), "nothing.c", "version.o");
    return program;
  }
}
