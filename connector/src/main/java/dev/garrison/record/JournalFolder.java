package dev.garrison.record;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All journals of one state folder, oldest first. */
public final class JournalFolder {
  private static final long LARGEST = 256L * 1024 * 1024;

  private final Json json;
  private final Path folder;

  public JournalFolder(Json json, StateFolder state) {
    this.json = json;
    this.folder = state.journals();
  }

  /**
   * What checking the chain found.
   *
   * @param head the digest of the newest whole line, empty when there is none
   * @param problems what is wrong, in the order of the runs
   * @param torn names of runs whose last line was cut off, by a crash or a full disk; tolerated
   */
  public record Verdict(
      int runs, int entries, String head, List<String> problems, List<String> torn) {}

  /** The runs' names, oldest first. */
  public List<String> runs() {
    return files().stream().map(JournalFolder::run).toList();
  }

  /** The entries of one run, without a torn last line. */
  public List<JournalEntry> entries(String run) {
    Path file =
        files().stream()
            .filter(candidate -> run(candidate).equals(run))
            .findFirst()
            .orElseThrow(() ->
                new RefusalException(
                    Diagnostic.error(
                        RecordCode.JOURNAL_RUN_UNKNOWN,
                        "There is no journal of a run '%s' in %s.".formatted(run, folder),
                        "See the runs with 'garrison journal show'.")));
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : lines(file).whole()) {
      try {
        entries.add(json.read(line, JournalEntry.class));
      } catch (JsonException e) {
        throw new RefusalException(
            Diagnostic.error(
                RecordCode.JOURNAL_UNREADABLE,
                "Line %d of %s is not a journal entry: %s."
                    .formatted(entries.size() + 1, file, e.getMessage()),
                "The file was edited or damaged. 'garrison journal verify' shows where the chain breaks."),
            e);
      }
    }
    return entries;
  }

  /** The digest of the newest whole line, empty when there is none. */
  public String head() {
    for (Path file : files().reversed()) {
      List<String> whole = lines(file).whole();
      if (!whole.isEmpty()) {
        return Sha256.of(whole.getLast()).hex();
      }
    }
    return "";
  }

  /** Walks every line of every run. */
  public Verdict verify() {
    List<String> problems = new ArrayList<>();
    List<String> torn = new ArrayList<>();
    String head = "";
    int entries = 0;
    for (Path file : files()) {
      Lines lines = lines(file);
      if (lines.torn()) {
        torn.add(run(file));
      }
      int number = 0;
      for (String line : lines.whole()) {
        number++;
        check(file, number, line, head, problems);
        head = Sha256.of(line).hex();
        entries++;
      }
    }
    return new Verdict(files().size(), entries, head, List.copyOf(problems), List.copyOf(torn));
  }

  private void check(Path file, int number, String line, String head, List<String> problems) {
    String where = "run " + run(file) + ", line " + number + ": ";
    try {
      JournalEntry entry = json.read(line, JournalEntry.class);
      if (!entry.previous().equals(head)) {
        problems.add(
            where + "does not follow the line before it; lines were changed, added or removed");
      } else if (entry.sequence() != number) {
        problems.add(where + "is numbered " + entry.sequence());
      }
    } catch (JsonException e) {
      problems.add(where + "is not a journal entry");
    }
  }

  private record Lines(List<String> whole, boolean torn) {}

  private static Lines lines(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw damaged(file, "is larger than 256 MB", null);
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      boolean torn = !text.isEmpty() && !text.endsWith("\n");
      List<String> all = text.lines().toList();
      return new Lines(torn ? all.subList(0, all.size() - 1) : all, torn);
    } catch (CharacterCodingException e) {
      throw damaged(file, "is not UTF-8 text", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static RefusalException damaged(Path file, String why, @Nullable IOException cause) {
    Diagnostic diagnostic =
        Diagnostic.error(
            RecordCode.JOURNAL_UNREADABLE,
            "The journal %s %s.".formatted(file, why),
            "The file was edited or damaged. Keep it as evidence, and restore it from a backup.");
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }

  private static RefusalException unreadable(Path path, IOException e) {
    return new RefusalException(
        Diagnostic.error(
            RecordCode.JOURNAL_UNREADABLE,
            "%s cannot be read: %s.".formatted(path, e.getMessage()),
            "Check who may read the state folder, or name another one with --state."),
        e);
  }

  private static String run(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".jsonl".length());
  }
}
