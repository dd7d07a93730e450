package dev.garrison.payload.onboarding.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.digest.Sha256;
import dev.garrison.payload.onboarding.blob.SignerTrust.Cloud;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of signers that is shipped. */
final class KnownSignersTest {
  static SignerTrust microsoft() {
    return SignerTrust.of(KnownSigners.packed(), List.of());
  }

  @Test
  void theShippedListSaysWhoHasSigned() {
    KnownSigners packed = KnownSigners.packed();

    assertThat(packed.names())
        .isEqualTo(
            Map.of(
                "seville.windows.com",
                Cloud.COMMERCIAL,
                "cloudclientauthentication-fm.usgovcloudapp.net",
                Cloud.US_GOVERNMENT,
                "cloudclientauthentication-ff.usgovcloudapp.net",
                Cloud.US_GOVERNMENT));
    assertThat(packed.roots())
        .isEqualTo(
            Map.of(
                new Sha256("847df6a78497943f27fc72eb93f9a637320a02b561d0a91b09e87a7807ed7c61"),
                Standing.KNOWN,
                new Sha256("df545bf919a2439c36983b54cdfc903dfa4f37d3996d8d84b4c31eec6f3c163e"),
                Standing.KNOWN,
                new Sha256("c741f70f4b2a8d88bf2e71c14122ef53ef10eba0cfa5e64cfa20f418853073e0"),
                Standing.CANDIDATE));
  }

  @Test
  void eachEntryOfTheShippedListNamesItsSource() throws IOException {
    Path file = Path.of(System.getProperty("repository.root"), "config/OnboardingSigners.txt");

    assertThat(Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")))
        .hasSize(6)
        .allSatisfy(line ->
            assertThat(line.substring(line.lastIndexOf(';') + 1))
                .containsPattern("^(?:https://|published packages of )"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name;Seville.Windows.com;commercial",
        "name;Seville.Windows.com;elsewhere;source",
        "root;00;known;Name;source",
        "leaf;x;y;z",
        "root;847df6a78497943f27fc72eb93f9a637320a02b561d0a91b09e87a7807ed7c61;sure;Name;source"
      })
  void aLineThatIsNotUnderstoodIsNoSilence(String line) {
    assertThatThrownBy(() -> KnownSigners.read(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
