package dev.garrison.payload.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.SigningAuthority.Shape;
import dev.garrison.payload.sample.Zips;
import dev.garrison.payload.signer.CertificateFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of package is read in every form, and what is not whole is refused. */
final class OnboardingPackagesTest {
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Contoso");
  private static final Instant END = Instant.parse("2026-12-01T12:20:52.9324807Z");
  private static final String STREAMLINED =
      Blobs.signed(AUTHORITY, Blobs.streamlined(Blobs.TENANT), Signing.NEW);
  private static final String STANDARD =
      Blobs.signed(AUTHORITY, Blobs.standard(Blobs.TENANT), Signing.OLD);
  private static final String OFFBOARDING =
      Blobs.signed(AUTHORITY, Blobs.offboarding(Blobs.TENANT, END), Signing.WITH_PSS);

  private final OnboardingPackages packages = new OnboardingPackages(new Json(), AUTHORITY.known());

  private String refusal(String file, byte[] bytes) {
    return refusal(packages, file, bytes);
  }

  private static String refusal(OnboardingPackages packages, String file, byte[] bytes) {
    return catchThrowableOfType(RefusalException.class, () -> packages.read(file, bytes))
        .diagnostics()
        .getFirst()
        .toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<Scripts> forms() {
    List<Scripts> forms = new ArrayList<>();
    for (String reg : List.of(Scripts.OLD_REG, Scripts.NEW_REG)) {
      for (String lineEnd : List.of("\r\n", "\n")) {
        forms.add(new Scripts(reg, lineEnd, false, true));
      }
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theScriptOfGroupPolicyIsReadBareAndZipped(Scripts form) {
    for (String blob : List.of(STREAMLINED, STANDARD)) {
      OnboardingPackage bare = packages.read("x.cmd", form.bytes(blob));
      OnboardingPackage zipped = packages.read("x.zip", Zips.groupPolicy(form.bytes(blob)));

      assertThat(bare.method()).isEqualTo(DeploymentMethod.GROUP_POLICY);
      assertThat(zipped.method()).isEqualTo(DeploymentMethod.GROUP_POLICY);
      assertThat(zipped.proof()).isEqualTo(bare.proof());
      assertThat(zipped.blob().utf8()).isEqualTo(utf8(blob));
    }
  }

  @Test
  void aPackageSaysWhatItsBodySays() {
    OnboardingPackage streamlined = packages.read("x.cmd", Scripts.ONBOARDING.bytes(STREAMLINED));
    OnboardingPackage standard = packages.read("x.cmd", Scripts.ONBOARDING.bytes(STANDARD));

    assertThat(streamlined.connectivity()).isEqualTo("streamlined");
    assertThat(streamlined.onboards()).isTrue();
    assertThat(streamlined.proof().statement().hosts())
        .containsExactly(
            "edr-sample.eu.endpoint.security.microsoft.com",
            "eu-v20.events.endpoint.security.microsoft.com",
            "events.data.microsoft.com");
    assertThat(streamlined.proof().statement().orgId()).isEqualTo(Blobs.TENANT);
    assertThat(streamlined.proof().statement().datacenter()).contains("WestEurope");
    assertThat(streamlined.proof().statement().version()).contains("2.04");
    assertThat(streamlined.proof().statement().packageGuid())
        .contains("0f8fad5b-d9cb-469f-a165-70867728950e");
    assertThat(streamlined.proof().carriesSha1()).isFalse();
    assertThat(standard.connectivity()).isEqualTo("standard");
    assertThat(standard.proof().statement().packageGuid()).isEmpty();
    assertThat(standard.proof().carriesSha1()).isTrue();
  }

  @Test
  void aScriptWithALineOfAnyLengthIsRefusedAndTheLineIsNamed() {
    byte[] script =
        utf8(Scripts.ONBOARDING.text(STREAMLINED) + "rem " + "x".repeat(256 * 1024) + "\n");

    assertThat(refusal("x.cmd", script))
        .isEqualTo(
            "Line 30 of x.cmd in \"x.cmd\" was altered: the line is longer than 262,144 characters. Download the package again in the Microsoft Defender portal, and don't change the file. [PACKAGE_BLOB_UNREADABLE GAR-0443]");
  }

  @Test
  void kindsAreToldApartByContentNotByName() {
    byte[] script = Scripts.ONBOARDING.bytes(STREAMLINED);

    assertThat(packages.read("a.onboarding", script).method())
        .isEqualTo(DeploymentMethod.GROUP_POLICY);
    assertThat(packages.read("a.cmd", Scripts.LOCAL.bytes(STREAMLINED)).method())
        .isEqualTo(DeploymentMethod.LOCAL_SCRIPT);
    assertThat(packages.read("a.zip", Zips.vdi(script)).method()).isEqualTo(DeploymentMethod.VDI);
    assertThat(packages.read("a.cmd", utf8(STREAMLINED)).method())
        .isEqualTo(DeploymentMethod.CONFIGURATION_MANAGER_OR_MDM);
    assertThat(
            packages
                .read("a.zip", Zips.of(Map.of("WindowsDefenderATP.onboarding", utf8(STREAMLINED))))
                .method())
        .isEqualTo(DeploymentMethod.CONFIGURATION_MANAGER_OR_MDM);
  }

  @Test
  void aFileOfLinuxIsRecognised() {
    String wrapped = new Json().object().put("onboardingInfo", STREAMLINED).toString();

    assertThat(packages.read("mdatp_onboard.json", utf8(wrapped)).method())
        .isEqualTo(DeploymentMethod.OTHER_SYSTEM);
  }

  @Test
  void anOffboardingPackageNamesItsEndTwice() {
    OnboardingPackage offboarding =
        packages.read(
            "WindowsDefenderATPOffboardingScript_valid_until_2026-12-01.cmd",
            Scripts.OFFBOARDING.bytes(OFFBOARDING));

    assertThat(offboarding.onboards()).isFalse();
    assertThat(offboarding.proof().statement().expires()).contains(END);
    assertThat(offboarding.validUntil()).contains(LocalDate.of(2026, 12, 1));
    assertThat(offboarding.proof().carriesPss()).isTrue();
  }

  @Test
  void theDayStandsInTheNameOfTheScriptInsideAZipToo() {
    byte[] zip =
        Zips.of(
            Map.of(
                "WindowsDefenderATPOffboardingScript_valid_until_2026-12-01.cmd",
                Scripts.OFFBOARDING.bytes(OFFBOARDING)));

    assertThat(packages.read("offboarding.zip", zip).validUntil())
        .contains(LocalDate.of(2026, 12, 1));
    assertThat(
            packages
                .read("x_valid_until_2026-02-31.cmd", Scripts.OFFBOARDING.bytes(OFFBOARDING))
                .validUntil())
        .isEmpty();
  }

  @Test
  void twoDifferentBlobsAreRefusedAndTwiceTheSameIsNot() {
    byte[] script = Scripts.ONBOARDING.bytes(STREAMLINED);

    assertThat(
            packages
                .read("x.zip", Zips.of(Map.of("a.cmd", script, "b.onboarding", utf8(STREAMLINED))))
                .method())
        .isEqualTo(DeploymentMethod.GROUP_POLICY);
    assertThat(refusal("x.zip", Zips.of(Map.of("a.cmd", script, "b.onboarding", utf8(STANDARD)))))
        .isEqualTo(
            "\"x.zip\" contains two different blobs, so servers could be onboarded to different tenants."
                + " Download the package again in the Microsoft Defender portal, and don't change the file."
                + " [PACKAGE_BLOBS_DIFFER GAR-0442]");
    assertThat(
            refusal(
                "x.cmd",
                (Scripts.ONBOARDING.text(STREAMLINED) + Scripts.ONBOARDING.text(STANDARD))
                    .getBytes(StandardCharsets.ISO_8859_1)))
        .contains("PACKAGE_BLOBS_DIFFER");
  }

  @Test
  void aScriptThatIsCutOffAnywhereIsRefused() {
    byte[] script = Scripts.ONBOARDING.bytes(STREAMLINED);
    for (int length = 0; length < script.length - 2; length += 37) {
      assertThat(refusal("x.cmd", Arrays.copyOf(script, length)))
          .as("%d bytes", length)
          .containsAnyOf("PACKAGE_CUT_OFF", "PACKAGE_BLOB_UNREADABLE", "PACKAGE_WITHOUT_TENANT");
    }
    assertThat(refusal("x.cmd", Arrays.copyOf(script, script.length - 20)))
        .isEqualTo(
            "\"x.cmd\" is cut off: x.cmd has no end. Download the package again in the Microsoft Defender portal, and don't change the file. [PACKAGE_CUT_OFF GAR-0441]");
  }

  @Test
  void aZipThatIsCutOffAnywhereIsRefused() {
    byte[] zip = Zips.groupPolicy(Scripts.ONBOARDING.bytes(STREAMLINED));
    for (int length = 4; length < zip.length; length += 13) {
      assertThat(refusal("x.zip", Arrays.copyOf(zip, length)))
          .as("%d bytes", length)
          .startsWith("\"x.zip\" is cut off: the ZIP file has no end.");
    }
  }

  @Test
  void aBlobThatIsCutOffAnywhereIsRefused() {
    byte[] blob = utf8(STREAMLINED);
    for (int length = 1; length < blob.length; length += 29) {
      assertThat(refusal("x.onboarding", Arrays.copyOf(blob, length)))
          .as("%d bytes", length)
          .contains("PACKAGE_BLOB_UNREADABLE");
    }
  }

  @Test
  void aScriptThatOnboardsWithABlobThatOffboardsIsRefused() {
    assertThat(refusal("x.cmd", Scripts.ONBOARDING.bytes(OFFBOARDING)))
        .isEqualTo(
            "\"x.cmd\" is both an onboarding and an offboarding package."
                + " Download the package again in the Microsoft Defender portal, and don't change the file."
                + " [PACKAGE_CONTRADICTS_ITSELF GAR-0450]");
    assertThat(refusal("x.cmd", Scripts.OFFBOARDING.bytes(STREAMLINED)))
        .contains("PACKAGE_CONTRADICTS_ITSELF");
  }

  @Test
  void aBlobThatOnboardsAndEndsIsRefusedAndSoIsOneThatOffboardsForEver() {
    String both =
        Blobs.body(fields -> {
          fields.put("orgId", Blobs.TENANT.toString());
          fields.put("geoLocationUrl", "https://winatp-gw-eus.microsoft.com/");
          fields.put("expirationTimestamp", Blobs.fileTime(END));
        });
    String neither = Blobs.body(fields -> fields.put("orgId", Blobs.TENANT.toString()));
    for (String body : List.of(both, neither)) {
      assertThat(refusal("x.onboarding", utf8(Blobs.signed(AUTHORITY, body, Signing.NEW))))
          .isEqualTo(
              "\"x.onboarding\" is both an onboarding and an offboarding package."
                  + " Download the package again in the Microsoft Defender portal, and don't change the file."
                  + " [PACKAGE_CONTRADICTS_ITSELF GAR-0450]");
    }
  }

  @Test
  void whatIsNoPackageIsRefusedInWords() {
    assertThat(refusal("x.cmd", utf8("@echo off\necho Good morning\n")))
        .isEqualTo(
            "\"x.cmd\" names no tenant (orgId). Download the package again. The file isn't an onboarding script, or the download was interrupted. [PACKAGE_WITHOUT_TENANT GAR-0403]");
    assertThat(refusal("x.zip", Zips.of(Map.of("../a.cmd", utf8("x")))))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: the name of an entry leads out of the folder, or isn't valid in Windows. Download the package again in the Microsoft Defender portal, and don't repack the file. [PACKAGE_ZIP_REFUSED GAR-0440]");
    assertThat(refusal("x.zip", Zips.of(Map.of("readme.txt", utf8("x"), "b.txt", utf8("y")))))
        .isEqualTo(
            "\"x.zip\" contains no onboarding or offboarding script. In the Microsoft Defender portal, select the deployment method \"Group Policy\", and download the package again."
                + " [PACKAGE_WITHOUT_SCRIPT GAR-0402]");
    assertThat(refusal("x.onboarding", utf8("{}")))
        .isEqualTo(
            "The blob in \"x.onboarding\" can't be read: the blob has no text \"body\". The blob was cut off or altered. Download the package again in the Microsoft Defender portal, and don't change the file. [PACKAGE_BLOB_UNREADABLE GAR-0443]");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SHA1_ONLY", "NONE"},
      value = Signing.class)
  void aBlobWithoutAStrongSignatureIsRefused(Signing signing) {
    String blob = Blobs.signed(AUTHORITY, Blobs.streamlined(Blobs.TENANT), signing);

    assertThat(refusal("x.cmd", Scripts.ONBOARDING.bytes(blob)))
        .isEqualTo(
            signing == Signing.NONE
                ? "The blob in \"x.cmd\" isn't signed: there is no signature. Use only packages from the Microsoft Defender portal. [PACKAGE_UNSIGNED GAR-0445]"
                : "The signature of the blob in \"x.cmd\" is too weak: the only signature is a SHA-1 signature. Download a new package in the Microsoft Defender portal. This package is old."
                    + " [PACKAGE_SIGNED_WEAKLY GAR-0446]");
  }

  @Test
  void aPackageThatFailsForItsSignerAloneTellsTheLineThatWouldAcceptIt() {
    SigningAuthority next =
        SigningAuthority.of("Next", Shape.of("Next signer", "next.windows.com"));
    byte[] script =
        Scripts.ONBOARDING.bytes(Blobs.signed(next, Blobs.streamlined(Blobs.TENANT), Signing.NEW));
    List<String> digests =
        next.chain().stream()
            .map(certificate -> CertificateFacts.digest(certificate).hex())
            .toList();
    String entry =
        "- {names: [\"next.windows.com\"], root: \"sha256:%s\"}".formatted(digests.get(2));
    String told =
        "(signed by \"Next signer\", SAN next.windows.com (SHA-256 %s); issued by \"Next Issuing Authority\" (SHA-256 %s); root \"Next Root Authority\" (SHA-256 %s)). Download the package again manually in the Microsoft Defender portal. Run \"garrison package signer FILE\" for the new file, and compare the digests with these. Only if the digests match, add this entry to \"trust\" under \"packages\" in the manifest: %s [PACKAGE_SIGNER_"
            .formatted(digests.get(0), digests.get(1), digests.get(2), entry);

    assertThat(refusal("x.cmd", script))
        .isEqualTo(
            "The blob in \"x.cmd\" is intact, but its signer is unknown: the certificate chain ends at \"Next Root Authority\", which isn't a known root for packages "
                + told
                + "UNTRUSTED GAR-0447]");
    assertThat(refusal(new OnboardingPackages(new Json(), next.known()), "x.cmd", script))
        .isEqualTo(
            "The blob in \"x.cmd\" is intact, but its signer is unknown: the certificate is for next.windows.com, and no such signer is known under \"Next Root Authority\" "
                + told
                + "UNEXPECTED GAR-0448]");
  }

  @Test
  void neitherAPackageNorARefusalShowsTheBlob() {
    OnboardingPackage read = packages.read("x.cmd", Scripts.ONBOARDING.bytes(STREAMLINED));
    String tampered = STREAMLINED.replace("WestEurope", "WestEuropa");

    assertThat(read.toString()).doesNotContain("sha256sig", "MII", "previousOrgIds");
    assertThat(refusal("x.cmd", Scripts.ONBOARDING.bytes(tampered)))
        .doesNotContain("sha256sig", "MII", "previousOrgIds");
  }
}
