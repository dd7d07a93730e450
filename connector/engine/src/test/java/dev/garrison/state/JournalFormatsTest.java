package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals and logs of heads of other formats. */
final class JournalFormatsTest {
  private static final String LATER = "# garrison-heads/2\nx\n";

  @TempDir Path folder;

  private final Json json = new Json();

  private JournalFolder journals() {
    return new JournalFolder(json, new StateFolder(folder), "PS1");
  }

  private static Run run(String name) {
    return new Run(
        name,
        Instant.parse("2026-11-24T21:07:33Z"),
        "root",
        "adm01",
        "CONTOSO\\svc",
        "PS1",
        "contoso-prod",
        "m",
        "p",
        Optional.empty(),
        Optional.empty());
  }

  private String write(String name) {
    try (JournalFile journal = JournalFile.begin(json, new StateFolder(folder), run(name))) {
      journal.end(new JournalEntry.End(0, 0, 0));
      return journal.head();
    }
  }

  private static void isRefused(ThrowingCallable call, Path log) {
    assertThatThrownBy(call)
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            log
                + " has the format \"garrison-heads/2\". This version of Garrison reads \"garrison-heads/1\" and earlier formats. Use the version of Garrison that wrote the file, or a later version. [JOURNAL_OF_OTHER_FORMAT GAR-0610]");
  }

  @Test
  void aLogOfHeadsOfAVersionThatNamedNoFormatIsGoneOnWith() throws IOException {
    String first = write("1");
    Path log = Files.writeString(folder.resolve("heads.log"), "PS1 1 " + first + "\n");
    String second = write("2");
    assertThat(Files.readAllLines(log)).containsExactly("PS1 1 " + first, "PS1 2 " + second);
    assertThat(journals().verify().problems()).isEmpty();
  }

  @Test
  void aLogOfHeadsOfALaterFormatIsNotReadAsThisOne() throws IOException {
    write("1");
    Path log = Files.writeString(folder.resolve("heads.log"), LATER);
    isRefused(() -> journals().verify(), log);
  }

  @Test
  void noRunBeginsWhereTheLogOfHeadsHasALaterFormat() throws IOException {
    Path log = Files.writeString(folder.resolve("heads.log"), LATER);
    isRefused(() -> write("1"), log);
    assertThat(log).hasContent(LATER);
    assertThat(folder.resolve("journal")).doesNotExist();
  }

  @Test
  void noHeadIsAddedToALogThatALaterVersionMadeMeanwhile() throws IOException {
    try (JournalFile journal = JournalFile.begin(json, new StateFolder(folder), run("1"))) {
      Path log = Files.writeString(folder.resolve("heads.log"), LATER);
      isRefused(() -> journal.end(new JournalEntry.End(0, 0, 0)), log);
      assertThat(log).hasContent(LATER);
    }
  }

  @Test
  void aJournalOfALaterFormatIsVerifiedAndNotRead() throws IOException {
    String line =
        "{\"format\":\"garrison-journal/3\",\"previous\":\"\",\"sequence\":1,\"run\":%s}\n"
            .formatted(
                json.canonical(run("1")).replace("garrison-journal/2", "garrison-journal/3"));
    Path file = Files.createDirectories(folder.resolve("journal/PS1")).resolve("1.jsonl");
    Files.writeString(file, line);
    assertThat(journals().verify())
        .isEqualTo(
            new JournalFolder.Verdict(
                1,
                1,
                Sha256.of(line.strip()).hex(),
                List.of(),
                List.of(),
                List.of("run 1, line 1: format")));
    assertThatThrownBy(() -> journals().entries("1"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The journal of run 1 has the format \"garrison-journal/3\". This version of Garrison reads \"garrison-journal/2\" and earlier formats. Use the version of Garrison that wrote the journal, or a later version. [JOURNAL_OF_OTHER_FORMAT GAR-0610]");
  }

  @Test
  void linesOfTheLogThatAreNoneOfOursArePassedOver() throws IOException {
    write("1");
    Files.write(
        folder.resolve("heads.log"),
        new byte[] {'P', 'S', '1', ' ', '9', ' ', -1, '\n', 'x'},
        StandardOpenOption.APPEND);
    assertThat(journals().verify().problems()).isEmpty();
  }
}
