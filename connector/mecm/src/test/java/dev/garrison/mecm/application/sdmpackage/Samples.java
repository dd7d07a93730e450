package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.digest.Sha256;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Content.ContentFile;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.Program.Experience;
import dev.garrison.mecm.application.model.Program.Uninstall;
import dev.garrison.mecm.application.model.RegistryClause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/** Applications and digests for tests. */
final class Samples {
  static final String SCOPE = "ScopeId_401E747F-ACAE-4042-B5AA-1D32866BBD3A";
  static final Identifiers IDS = new Identifiers("contoso-prod", "defender-2012r2", 1);
  static final String LOCATION = "\\\\fs01.contoso.example\\mde$\\mde-2012r2\\4.18.25020.1009\\";

  private Samples() {}

  static Application defender() {
    return defender(
        "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File x.ps1");
  }

  static Application defender(String installCommandLine) {
    return new Application(
        IDS.application(),
        "Defender for Endpoint 2012 R2",
        "garrison/1 contoso-prod defender-2012r2",
        "Microsoft",
        "4.18.25020.1009",
        new DeploymentType(
            IDS.deploymentType(),
            "Install and onboard",
            "garrison/1 contoso-prod defender-2012r2",
            content(),
            program(installCommandLine),
            new TreeSet<>(List.of("Windows/All_x64_Windows_Server_2012_R2")),
            List.of(),
            RegistryClause.onboardedTo("5d1f0000-0000-4000-8000-0000000000c2")));
  }

  static Content content() {
    return Content.downloaded(
        IDS.content(Sha256.of("files"), LOCATION),
        LOCATION,
        List.of(
            new ContentFile("md4ws.msi", 250_000_000L),
            new ContentFile("install.ps1", 99_052L),
            new ContentFile("WindowsDefenderATPOnboardingScript.cmd", 18_432L)));
  }

  static Program program(String installCommandLine) {
    return new Program(
        installCommandLine,
        new Uninstall(Uninstall.Setting.SameAsInstall, "powershell.exe -File x.ps1 -Uninstall"),
        ExitCodes.ofTheWrapper(),
        Experience.hidden(15, 60));
  }

  /** A digest kept as a file, layout and all. */
  static String resource(String name) {
    try (InputStream stream = Samples.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no test resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same digest without the layout that makes the file readable. */
  static String compact(String digest) {
    return digest.strip().replaceAll(">\\s*\\R\\s*<", "><");
  }
}
