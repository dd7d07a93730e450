package dev.garrison.state;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.OwnerOnly;
import dev.garrison.language.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Log of heads: one line for each completed run, with the digest of its journal's last line. A
 * journal alone cannot show that lines were cut off its end, by accident or by an older backup;
 * together with this file it can. An account that may write both files can still cut both (F43).
 */
final class HeadLog {
  private static final String FILE = "heads.log";
  private static final String TITLE = "# ";

  /** Format in the first line; files of the first versions begin with a run instead. */
  private static final String FORMAT = TITLE + "garrison-heads/1";

  private static final int DIGITS = 64;

  private final Path file;
  private final String site;

  HeadLog(StateFolder state, String siteCode) {
    this.file = state.path().resolve(FILE);
    this.site = siteCode.toUpperCase(Locale.ROOT);
  }

  /**
   * Newest completed run and its head.
   *
   * @param head as hexadecimal digits
   */
  record Ended(String run, String head) {}

  /** Refuses a file of another format: a line of this one would damage it. */
  void requireKnownFormat() {
    // Where there is something else than a file, adding a line says so.
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String first = Objects.requireNonNullElse(lines.readLine(), "");
      if (first.startsWith(TITLE) && !first.equals(FORMAT)) {
        throw JournalFolder.ofOtherFormat(
            Message.of(
                "journal.heads-other-format",
                "file",
                file,
                "format",
                first.substring(TITLE.length()),
                "known",
                FORMAT.substring(TITLE.length())));
      }
    } catch (IOException e) {
      throw JournalFolder.unreadable(file, e);
    }
  }

  /**
   * Adds a run. Several sites may add lines at the same time, each in one piece.
   *
   * @throws RefusalException where the file has another format, or takes no line
   */
  void add(String run, String head) {
    requireKnownFormat();
    try {
      String title = Files.exists(file) ? "" : FORMAT + "\n";
      OwnerOnly.append(
          file, (title + site + " " + run + " " + head + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.HEAD_NOT_LOGGED,
              Message.of(
                  "journal.head-not-logged", "run", run, "head", head, "file", file, "reason", e)),
          e);
    }
  }

  /** The site's newest line; none without such a file. Lines of another form are skipped. */
  Optional<Ended> last() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    requireKnownFormat();
    try {
      // Bytes that are no text cannot be in a line of ours.
      return Files.readString(file, StandardCharsets.ISO_8859_1)
          .lines()
          .map(line -> line.split(" ", -1))
          .filter(words -> words.length == 3 && words[0].equals(site))
          .filter(words -> words[2].length() == DIGITS)
          .map(words -> new Ended(words[1], words[2]))
          .reduce((_, later) -> later);
    } catch (IOException e) {
      throw JournalFolder.unreadable(file, e);
    }
  }
}
