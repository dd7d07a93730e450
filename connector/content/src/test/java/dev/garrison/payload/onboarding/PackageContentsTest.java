package dev.garrison.payload.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.payload.sample.Zips;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zip is read within limits, and one that the portal cannot have made is refused. */
final class PackageContentsTest {
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

  private static String refusal(byte[] zip) {
    return catchThrowableOfType(RefusalException.class, () -> PackageContents.of("x.zip", zip))
        .diagnostics()
        .getFirst()
        .problem();
  }

  @Test
  void entriesLoseTheirFolders() {
    assertThat(PackageContents.of("x.zip", Zips.of(Map.of("a/b/c.cmd", TEXT))))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.name()).isEqualTo("c.cmd");
          assertThat(entry.bytes()).isEqualTo(TEXT);
        });
  }

  @Test
  void aFileThatIsNoZipIsItsOwnContent() {
    assertThat(PackageContents.of("C:\\down\\a.zip", TEXT))
        .singleElement()
        .satisfies(entry -> assertThat(entry.name()).isEqualTo("a.zip"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.cmd",
        "a/../b.cmd",
        "/a.cmd",
        "a\\b.cmd",
        "C:a.cmd",
        "a/..",
        "./a.cmd",
        "a\u0000.cmd"
      })
  void aNameThatLeadsOutOfAFolderIsRefused(String name) {
    assertThat(refusal(Zips.of(Map.of(name, TEXT))))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: the name of an entry leads out of the folder, or isn't valid in Windows.");
  }

  @Test
  void twoEntriesOfOneNameAreRefusedWithoutRegardToCase() {
    assertThat(refusal(Zips.of(Map.of("a.cmd", TEXT, "A.CMD", TEXT))))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: two entries have the same name.");
  }

  @Test
  void moreEntriesThanAPackageHasAreRefused() {
    Map<String, byte[]> entries = new HashMap<>();
    for (int i = 0; i < 65; i++) {
      entries.put("a" + i, TEXT);
    }
    assertThat(refusal(Zips.of(entries)))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: the file has more than 64 entries.");
  }

  @Test
  void aBombIsRefused() {
    assertThat(refusal(Zips.of(Map.of("a.cmd", new byte[1024 * 1024]))))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: the extracted size of an entry is more than 100 times its compressed size.");
    assertThat(refusal(Zips.of(Map.of("a.cmd", new byte[300 * 1024 * 1024]))))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: one entry is larger than 1 MiB, or all entries together are larger than 8 MiB.");
  }

  @Test
  void aBombInTheEntryOfAFolderIsRefused() {
    assertThat(refusal(Zips.of(Map.of("a/", new byte[300 * 1024 * 1024], "a/b.cmd", TEXT))))
        .contains("one entry is larger than 1 MiB");
  }

  @Test
  void tooMuchTogetherIsRefused() {
    Map<String, byte[]> entries = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 9; i++) {
      byte[] noise = new byte[1000 * 1000];
      random.nextBytes(noise);
      entries.put("a" + i, noise);
    }
    assertThat(refusal(Zips.of(entries))).contains("larger than 8 MiB");
  }

  @Test
  void aZipInsideAZipIsRefused() {
    assertThat(refusal(Zips.of(Map.of("a.cmd", Zips.of(Map.of("b", TEXT))))))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: the file contains another ZIP file.");
  }

  @Test
  void aDirectoryThatCountsOtherwiseIsRefused() {
    byte[] zip = Zips.of(Map.of("a.cmd", TEXT, "b.cmd", TEXT));
    zip[zip.length - 12]++;

    assertThat(refusal(zip)).isEqualTo("\"x.zip\" is cut off: the ZIP file has no end.");
  }

  @Test
  void aDamagedEntryIsRefused() {
    byte[] zip = Zips.of(Map.of("a.cmd", TEXT));
    zip[30 + "a.cmd".length()] ^= (byte) 0xFF;

    assertThat(refusal(zip))
        .isEqualTo(
            "\"x.zip\" isn't a ZIP file that Garrison accepts: the file is damaged or encrypted.");
  }
}
