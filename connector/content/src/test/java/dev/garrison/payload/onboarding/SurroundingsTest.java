package dev.garrison.payload.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.Zips;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is around a valid blob is told, because a person may run it. */
final class SurroundingsTest {
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Contoso");
  private static final String BLOB =
      Blobs.signed(AUTHORITY, Blobs.streamlined(Blobs.TENANT), Signing.NEW);
  private static final String BY_HAND =
      " Before you deploy the file manually, compare it with a new download: a manual deployment runs the whole file. Garrison uses only the blob. ";

  private final OnboardingPackages packages = new OnboardingPackages(new Json(), AUTHORITY.known());

  private List<String> told(byte[] file) {
    return packages.read("x.zip", file).strangeness().stream().map(Object::toString).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> more) {
    Map<String, byte[]> entries = new HashMap<>(more);
    entries.put(Zips.SCRIPT, Scripts.ONBOARDING.bytes(BLOB));
    return Zips.of(entries);
  }

  @Test
  void aPackageAsItComesHasNothingStrange() {
    assertThat(told(Zips.groupPolicy(Scripts.ONBOARDING.bytes(BLOB)))).isEmpty();
    assertThat(told(utf8(BLOB))).isEmpty();
    assertThat(told(Zips.of(Map.of("WindowsDefenderATP.onboarding", utf8(BLOB))))).isEmpty();
    assertThat(packages.read("x", utf8(BLOB)).provenPart()).isEqualTo("blob valid");
    assertThat(packages.read("x", Scripts.ONBOARDING.bytes(BLOB)).provenPart())
        .isEqualTo(
            "blob valid; the script around it isn't signed, and Garrison doesn't use the script");
  }

  @Test
  void aCommandThatWasAddedToTheScriptIsNamed() {
    String script = Scripts.ONBOARDING.text(BLOB).replace("net start sense", "net user evil /add");

    assertThat(told(script.getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly(
            "The script in \"x.zip\" has commands that no published script has: line 20 \"net user evil /add\"."
                + BY_HAND
                + "[PACKAGE_SCRIPT_ALTERED GAR-0483]");
  }

  @Test
  void manyCommandsAreCounted() {
    String script = Scripts.ONBOARDING.text(BLOB).replace("echo Starting", "calc\r\n".repeat(7));

    assertThat(told(script.getBytes(StandardCharsets.ISO_8859_1)))
        .singleElement()
        .asString()
        .contains("line 7 \"calc\", and 2 more.");
  }

  @Test
  void aMemberThatNoPublishedPackageHasIsNamed() {
    byte[] script = Scripts.ONBOARDING.bytes(BLOB);

    assertThat(
            told(
                zip(
                    Map.of(
                        "setup.exe",
                        utf8("MZ"),
                        "second.cmd",
                        script,
                        "x/AtpConfiguration.admx",
                        utf8("<x/>"),
                        "WindowsDefenderATP.onboarding",
                        utf8(BLOB)))))
        .containsExactly(
            "\"x.zip\" contains files that no published package has: second.cmd, setup.exe."
                + BY_HAND
                + "[PACKAGE_MEMBERS_UNKNOWN GAR-0484]");
  }
}
