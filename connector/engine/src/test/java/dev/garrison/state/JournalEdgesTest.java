package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalEdgesTest {
  @TempDir private Path folder;

  private JournalEdges edges(String text) throws IOException {
    return JournalEdges.read(Files.writeString(folder.resolve("run.jsonl"), text));
  }

  private static void assertEnds(JournalEdges edges, String first, String last) {
    assertThat(edges.first()).hasValue(first);
    assertThat(edges.last()).hasValue(last);
    assertThat(edges.run()).isEqualTo("run");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8190, 8191, 8192, 8193, 16_383, 16_384, 50_000})
  void theFirstAndTheLastLineAreFoundHoweverLongTheyAre(int length) throws IOException {
    String filling = "ä" + "x".repeat(length);
    for (String torn : List.of("", "{\"cut", "y".repeat(length))) {
      assertEnds(
          edges("a%1$s\nb%1$s\nc%1$s\n%2$s".formatted(filling, torn)),
          "a" + filling,
          "c" + filling);
      assertEnds(edges("a%s\n%s".formatted(filling, torn)), "a" + filling, "a" + filling);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"cut", "äöü"})
  void aFileWithoutAWholeLineHasNoEnds(String text) throws IOException {
    JournalEdges edges = edges(text);
    assertThat(edges.first()).isEmpty();
    assertThat(edges.last()).isEmpty();
    assertThat(edges.tail()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\nc\n", "a\r\nb\r\n", "\n", "\n\n", "a\n\n", "a\nb"})
  void theChainGoesOnFromTheLineThatTheWholeTextHasLast(String text) throws IOException {
    Optional<String> tail = edges(text).tail();
    String last = JournalText.read(folder.resolve("run.jsonl")).whole().getLast();
    assertThat(tail).hasValue(Sha256.of(last).hex());
  }

  @Test
  void whatStandsBetweenIsNotRead() throws IOException {
    Path file =
        Files.write(folder.resolve("run.jsonl"), new byte[] {'a', '\n', -1, '\n', 'b', '\n'});
    assertEnds(JournalEdges.read(file), "a", "b");
  }

  @Test
  void anEndThatIsNoTextIsNoEntryAndStillHasADigest() throws IOException {
    Path file = Files.write(folder.resolve("run.jsonl"), new byte[] {'a', '\n', -1, '\n'});
    JournalEdges edges = JournalEdges.read(file);
    assertEnds(edges, "a", "");
    assertThat(edges.tail()).hasValue(Sha256.of(new byte[] {-1}).hex());
  }

  @Test
  void aFolderIsADiagnostic() throws IOException {
    Path file = Files.createDirectory(folder.resolve("run.jsonl"));
    assertThatThrownBy(() -> JournalEdges.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(file + " can't be read: ");
  }
}
