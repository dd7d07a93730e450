package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a release does with the list of digests, with a key of its own. */
@EnabledOnOs(OS.LINUX)
final class SigningIT {
  private static final String WHO = "Release <release@contoso.example>";

  @TempDir private Path folder;
  private Path keys;
  private Path sums;

  @BeforeEach
  void prepare() throws IOException, InterruptedException {
    keys =
        Files.createDirectory(
            folder.resolve("keys"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    sums = Files.copy(Distribution.sums(), folder.resolve("SHA256SUMS"));
    gpg("--passphrase", "", "--quick-generate-key", WHO, "ed25519", "sign");
  }

  private List<String> gpg(String... words) throws IOException, InterruptedException {
    return inKeyring("gpg", "--batch", words);
  }

  private List<String> inKeyring(String program, String first, String... words)
      throws IOException, InterruptedException {
    String[] line = new String[words.length + 4];
    line[0] = "env";
    line[1] = "GNUPGHOME=" + keys;
    line[2] = program;
    line[3] = first;
    System.arraycopy(words, 0, line, 4, words.length);
    return Distribution.run(line);
  }

  private void sign() throws IOException, InterruptedException {
    inKeyring(Path.of("src/build/sign.sh").toAbsolutePath().toString(), sums.toString(), WHO);
  }

  @Test
  void theListIsSignedAndTheSignatureProvesIt() throws Exception {
    sign();

    assertThat(gpg("--verify", sums + ".asc", sums.toString()))
        .anyMatch(line -> line.contains("Good signature from \"" + WHO + "\""));
  }

  @Test
  void aListThatWasAlteredAfterwardsIsNotProven() throws Exception {
    sign();
    Files.writeString(sums, Files.readString(sums).replaceFirst("[0-9a-f]", "x"));

    assertThatThrownBy(() -> gpg("--verify", sums + ".asc", sums.toString()))
        .hasMessageContaining("BAD signature");
  }

  @Test
  void withoutAKeyTheNameSaysThatNobodySigned() {
    assertThat(Distribution.sums()).exists();
    assertThat(Distribution.folder().resolve("SHA256SUMS").toFile().exists())
        .isEqualTo(Distribution.sums().endsWith("SHA256SUMS"));
  }
}
