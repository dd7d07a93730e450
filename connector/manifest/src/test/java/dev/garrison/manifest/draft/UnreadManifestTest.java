package dev.garrison.manifest.draft;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest that cannot be read is not proposed anything for. */
final class UnreadManifestTest {
  @TempDir private Path folder;

  private static void refused(Path file, String why) {
    OffboardProposal.Answers answers =
        new OffboardProposal.Answers(
            "old",
            Optional.of("Old servers"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "CHG1");
    assertThatThrownBy(() -> OffboardProposal.of(file, answers))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "%s can't be read: %s. Specify the path to the manifest with --manifest. [MANIFEST_NOT_READ GAR-0133]"
                .formatted(file, why));
  }

  @Test
  void oneThatIsNotThereIsNamed() {
    Path file = folder.resolve("garrison.yaml");
    refused(file, file.toString());
  }

  @Test
  void oneThatIsNoTextIsNamed() throws IOException {
    refused(
        Files.write(folder.resolve("garrison.yaml"), new byte[] {'a', -1}),
        "the file isn't UTF-8 text");
  }
}
