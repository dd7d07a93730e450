package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.onboarding.DeploymentMethod;
import dev.garrison.payload.onboarding.OnboardingPackage;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.onboarding.blob.KnownSigners;
import dev.garrison.payload.onboarding.blob.SignerTrust;
import dev.garrison.payload.onboarding.blob.SignerTrust.Addition;
import dev.garrison.payload.powershell.InstallScriptKind;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.TrustedPublishers;
import dev.garrison.payload.signature.TrustedRoot;
import dev.garrison.payload.signer.CertificateFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples are real enough to be inspected, and say that they are samples. */
final class SamplePackagesTest {
  private static final String ONBOARDING = "WindowsDefenderATPOnboardingScript.cmd";
  private static final String OFFBOARDING =
      "WindowsDefenderATPOffboardingScript_valid_until_2055-12-31.cmd";
  private static final Path RESOURCES =
      Path.of(
          System.getProperty("repository.root"),
          "connector/lab/src/main/resources/dev/garrison/demo");
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Garrison Sample");

  @TempDir Path folder;

  private static byte[] bytes(String name) throws IOException {
    try (InputStream resource = SamplePackagesTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(resource, name).readAllBytes();
    }
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.US_ASCII);
  }

  @Test
  void theInstallerIsARealAndSmallPackageThatSaysItIsASample() throws IOException {
    byte[] installer = bytes("md4ws.msi");

    assertThat(installer)
        .startsWith(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)
        .hasSizeLessThan(64 * 1024);
    assertThat(new String(installer, StandardCharsets.ISO_8859_1))
        .contains(
            "ProductNameGarrison sample of Microsoft Defender for Endpoint, protects nothing");
  }

  @Test
  void theOnboardingScriptHasTheFormOfTheGroupPolicyKind() throws IOException {
    assertThat(text(ONBOARDING))
        .contains(
            "add \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection\""
                + " /v OnboardingInfo /t REG_SZ /f /d \"")
        .doesNotContainPattern("(?im)^\\s*@?pause\\b")
        .doesNotContainIgnoringCase("shouldContinue")
        .doesNotContainIgnoringCase("/v latency");
  }

  @Test
  void theOnboardingScriptIsSignedForTheTenantOfTheDemonstration() throws IOException {
    SignerTrust trust =
        SignerTrust.of(
            KnownSigners.none(),
            List.of(new Addition(List.of(SigningAuthority.SIGNER), Optional.of(AUTHORITY.root()))));
    OnboardingPackage read =
        new OnboardingPackages(new Json(), trust).read(ONBOARDING, bytes(ONBOARDING));

    assertThat(read.method()).isEqualTo(DeploymentMethod.GROUP_POLICY);
    assertThat(read.inWords())
        .isEqualTo(
            "streamlined, blob signed by Seville.Windows.com (sha256 %s) under \"Garrison Sample Root"
                + " Authority\", which \"packages.trust\" names, proven for tenant 5d1f..c2",
            CertificateFacts.digest(AUTHORITY.chain().getFirst()).hex());
  }

  @Test
  void theOnboardingScriptAndItsRootAreMadeByTheseTests() throws IOException {
    String blob = Blobs.signed(AUTHORITY, Blobs.streamlined(Blobs.TENANT), Signing.NEW);
    String script =
        """
        @echo off
        rem A SAMPLE of the Garrison project for its demonstration. It onboards nothing: it leaves before it does anything.
        rem It has the form of the onboarding script of kind Group Policy. A made-up authority signed it for a made-up tenant.
        rem The real one: Microsoft Defender portal, Settings, Endpoints, Onboarding.
        echo This is a sample. It onboards nothing.
        EXIT /B 1

        %windir%\\System32\\reg.exe add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection" /v OnboardingInfo /t REG_SZ /f /d "BLOB" >NUL 2>&1
        EXIT /B %errorCode%
        """
            .replace("BLOB", Scripts.escaped(blob))
            .replace("\n", "\r\n");
    expect(ONBOARDING, script);
    expect("sample-onboarding-root.pem", AUTHORITY.pem());
  }

  @Test
  void theOffboardingScriptIsMadeByTheseTestsAndHoldsForMostOfTheAuthoritysLife()
      throws IOException {
    String blob =
        Blobs.signed(
            AUTHORITY,
            Blobs.offboarding(Blobs.TENANT, Instant.parse("2055-12-31T00:00:00Z")),
            Signing.NEW);
    String script =
        """
        @echo off
        rem A SAMPLE of the Garrison project for its lab. It offboards nothing: it leaves before it does anything.
        echo This is a sample. It offboards nothing.
        EXIT /B 1

        %windir%\\System32\\reg.exe add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection" /v 696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A /t REG_SZ /f /d "BLOB" >NUL 2>&1
        EXIT /B %errorCode%
        """
            .replace("BLOB", Scripts.escaped(blob))
            .replace("\n", "\r\n");
    expect(OFFBOARDING, script);
  }

  private static void expect(String name, String made) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(RESOURCES.resolve(name), made);
    }
    assertThat(made).isEqualTo(Files.readString(RESOURCES.resolve(name)));
  }

  @Test
  void theOnboardingScriptLeavesBeforeItWritesAnything() throws IOException {
    String script = text(ONBOARDING);

    assertThat(script.lines().filter(line -> !line.startsWith("rem ")).limit(3))
        .containsExactly("@echo off", "echo This is a sample. It onboards nothing.", "EXIT /B 1");
  }

  @Test
  void theInstallScriptTakesTheParametersOfMicrosoftsAndDoesNothing() throws IOException {
    String script = text("install.ps1");
    String afterParameters = script.substring(script.indexOf("ExtraWebRequestOptions)"));

    assertThat(afterParameters.lines().skip(1).filter(line -> !line.startsWith("#")))
        .containsExactly("exit 0", "");
  }

  @Test
  void theInstallerAndTheScriptAreSignedForTheDemonstrationOnly() throws IOException {
    Path root = Files.write(folder.resolve("root.pem"), bytes("sample-root.pem"));
    Path next = Files.write(folder.resolve("next.pem"), bytes("sample-next-root.pem"));
    TrustedPublishers demonstration =
        new TrustedPublishers(
            List.of(
                TrustedRoot.read(root, "Garrison demonstration"),
                TrustedRoot.read(next, "Garrison demonstration")));
    for (String name : List.of("md4ws.msi", "install.ps1", "md4ws-next.msi")) {
      Path file = Files.write(folder.resolve(name), bytes(name));

      assertThat(findings(file, demonstration)).as(name).isEmpty();
      assertThat(findings(file, TrustedPublishers.microsoft()))
          .as(name)
          .containsExactly("SIGNER_UNTRUSTED");
    }
  }

  private static List<String> findings(Path file, TrustedPublishers trust) {
    Authenticode authenticode = new Authenticode(trust);
    return new PackageInspector(
            List.of(new InstallerKind(authenticode), new InstallScriptKind(authenticode)))
            .inspect(
                file, new Requirements(Instant.parse("2026-11-24T00:00:00Z"), Optional.empty()))
            .description()
            .findings()
            .stream()
            .map(finding -> finding.code().name())
            .toList();
  }
}
