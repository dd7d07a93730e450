package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.Trust;
import dev.garrison.payload.signature.TrustedRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples are real enough to be inspected, and say that they are samples. */
final class SamplePackagesTest {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String ONBOARDING = "WindowsDefenderATPOnboardingScript.cmd";
  private static final Pattern ESCAPED_QUOTE = Pattern.compile("(\\\\+)\"");

  @TempDir Path folder;

  private static byte[] bytes(String name) throws IOException {
    try (InputStream resource = SamplePackagesTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(resource, name).readAllBytes();
    }
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.US_ASCII);
  }

  /**
   * Undoes the quoting of the Windows C runtime: 2n+1 backslashes and a quote are n and a quote.
   */
  private static String onboardingBlob() throws IOException {
    String script = text(ONBOARDING);
    String argument =
        script.substring(script.indexOf("/d \"") + 4, script.lastIndexOf("\" >NUL 2>&1"));
    return ESCAPED_QUOTE
        .matcher(argument)
        .replaceAll(m -> "\\\\".repeat(m.group(1).length() / 2) + "\"");
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
  void theOnboardingScriptIsForTheTenantOfTheDemonstration() throws IOException {
    assertThat(onboardingBlob())
        .startsWith("{\"body\":\"{\\\"previousOrgIds\\\":[],\\\"orgId\\\":\\\"" + TENANT + "\\\"")
        .contains("\\\"geoLocationUrl\\\":\\\"https://", "\\\"datacenter\\\":\\\"WestEurope\\\"")
        .containsPattern("}\",\"sig\":\"[^\"]+\",\"sha256sig\":\"[^\"]+\",\"cert\":\"[^\"]+\"")
        .endsWith("]}");
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
    Trust demonstration = new Trust(List.of(TrustedRoot.read(root, "Garrison demonstration")));
    for (String name : List.of("md4ws.msi", "install.ps1")) {
      Path file = Files.write(folder.resolve(name), bytes(name));

      assertThat(findings(file, demonstration)).as(name).isEmpty();
      assertThat(findings(file, Trust.microsoft())).as(name).containsExactly("SIGNER_UNTRUSTED");
    }
  }

  private static List<String> findings(Path file, Trust trust) {
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
