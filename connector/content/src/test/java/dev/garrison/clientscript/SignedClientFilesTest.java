package dev.garrison.clientscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script that is missing, another or unsigned is refused, each by its name. */
final class SignedClientFilesTest {
  @TempDir private Path folder;

  private static byte[] ours(String name) {
    return ("content of " + name).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> problems(String... names) {
    return catchThrowableOfType(
            RefusalException.class,
            () -> SignedClientFiles.read(folder, List.of(names), SignedClientFilesTest::ours))
        .diagnostics()
        .stream()
        .map(Diagnostic::toString)
        .toList();
  }

  @Test
  void aFileThatIsMissingOrNoFileIsNamed() throws IOException {
    Path none = folder.resolve("a.json");
    Path directory = Files.createDirectory(folder.resolve("b.json"));
    String remedy =
        " Create the folder with \"garrison scripts sign\", or remove \"packages.clientScripts\" from the manifest. [SIGNED_SCRIPT_UNREADABLE GAR-0476]";
    assertThat(problems("a.json", "b.json"))
        .containsExactly(
            "\"" + none + "\" can't be read: the file doesn't exist." + remedy,
            "\"" + directory + "\" can't be read: Is a directory." + remedy);
  }

  @Test
  void aFileOfOtherContentIsNotOurs() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "theirs");
    assertThat(problems("a.json"))
        .containsExactly(
            "\""
                + file
                + "\" isn't the script of this version of Garrison. Sign the current scripts with \"garrison scripts sign\". An update of Garrison changes the scripts."
                + " [SIGNED_SCRIPT_NOT_OURS GAR-0477]");
    Files.write(file, ours("a.json"));
    assertThat(SignedClientFiles.read(folder, List.of("a.json"), SignedClientFilesTest::ours))
        .extracting(source -> source.file().name())
        .containsExactly("a.json");
  }
}
