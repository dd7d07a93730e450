package dev.garrison.share.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.json.Json;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Access lists as the state folder keeps them. The file in {@code recorded/1} is of the version
 * before there were forms, and is never made anew.
 */
final class RecordedListsTest {
  private static final SavedLists LISTS =
      new SavedLists(
          1,
          "smb://fs1.contoso.com/sources/mde",
          List.of(
              new SavedLists.Entry("", "O:S-1-5-18D:P(A;OICI;0x1f01ff;;;S-1-5-18)"),
              new SavedLists.Entry("v1/a.msi", "O:S-1-5-18D:P")));

  @TempDir private Path folder;
  private final SavedListFiles files = new SavedListFiles(new Json());

  private static String recorded() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            RecordedListsTest.class.getResourceAsStream("recorded/1/access-lists.json"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("lists.json"), text);
  }

  @Test
  void listsOfTheFirstFormatAreReadAsTheyWere() throws IOException {
    assertThat(files.read(file(recorded()))).isEqualTo(LISTS);
  }

  @Test
  void listsAreWrittenAsTheyWere() throws IOException {
    Path written =
        files.write(new StateFolder(folder), LISTS, Instant.parse("2026-11-28T21:07:33Z"));
    assertThat(Files.readString(written)).isEqualTo(recorded());
  }

  @Test
  void aListThatIsNoneIsRefused() throws IOException {
    Path file = file(recorded().replace("D:P\"", "BAD:\""));
    assertThatThrownBy(() -> files.read(file))
        .hasMessage(
            file
                + " contains no access lists: not an access list of ours. Specify a file that \"garrison share secure\" wrote, in the folder \"rights\" of the state folder. [RIGHTS_RECORD_UNUSABLE GAR-0356]");
  }

  @Test
  void aPartThatTheFormatDoesNotHaveIsRefusedForItMayBeARight() throws IOException {
    Path file = file(recorded().replace("\"path\" : \"\"", "\"path\" : \"\", \"audit\" : \"S:P\""));
    assertThatThrownBy(() -> files.read(file))
        .hasMessageContaining("contains no access lists: unknown property 'entries.[0].audit'.");
  }
}
