package dev.garrison.state;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All journals of one site, in the order in which they follow each other. Creates no files. */
public final class JournalFolder {
  /** Site code of the journals of writes to update servers, which belong to no site. */
  public static final String UPDATE_SERVERS = "WSUS";

  private final Json json;
  private final Path folder;
  private final HeadLog heads;

  public JournalFolder(Json json, StateFolder state, String siteCode) {
    this.json = json;
    this.folder = state.journals(siteCode);
    this.heads = new HeadLog(state, siteCode);
  }

  /**
   * Result of checking the chain.
   *
   * @param head the digest of the newest complete line, empty when there is none
   * @param problems the problems found, in the order of the runs
   * @param torn names of runs whose last line is incomplete: still being written, or cut off by a
   *     crash or a full disk; tolerated
   * @param unknown parts that a later version of Garrison wrote and this one does not know;
   *     tolerated
   */
  public record Verdict(
      int runs,
      int entries,
      String head,
      List<String> problems,
      List<String> torn,
      List<String> unknown) {}

  /** The runs' names, oldest first. */
  public List<String> runs() {
    return chain().journals().stream().map(JournalEdges::run).toList();
  }

  /**
   * Summary of a run from the first and the last line of its journal.
   *
   * @param run the run's origin and purpose; empty where its first line is damaged
   * @param end the counts at its end; empty where it was interrupted, or its last line is damaged
   * @param damaged whether one of the two lines is no journal entry
   */
  public record Summary(
      String name, Optional<Run> run, Optional<JournalEntry.End> end, boolean damaged) {}

  /**
   * The newest runs, the newest first.
   *
   * @param total number of all runs
   */
  public record Newest(int total, List<Summary> runs) {}

  /** The newest runs, from the first and last line of each; damage between them does not show. */
  public Newest newest(int limit) {
    List<JournalEdges> all = chain().journals();
    return new Newest(all.size(), all.reversed().stream().limit(limit).map(this::summary).toList());
  }

  private Summary summary(JournalEdges journal) {
    Optional<JournalEntry> first = journal.first().flatMap(this::entry);
    Optional<JournalEntry> last = journal.last().flatMap(this::entry);
    return new Summary(
        journal.run(),
        first.flatMap(JournalEntry::run),
        last.flatMap(JournalEntry::end),
        journal.last().isPresent() && (first.isEmpty() || last.isEmpty()));
  }

  private Optional<JournalEntry> entry(String line) {
    try {
      return Optional.of(JournalEntry.read(json, line).value());
    } catch (JsonException _) {
      // The summary says so; verify() names the line.
      return Optional.empty();
    }
  }

  /** The entries of one run, without an incomplete last line. */
  public List<JournalEntry> entries(String run) {
    Path file =
        filesIn(folder).stream()
            .filter(candidate -> JournalText.run(candidate).equals(run))
            .findFirst()
            .orElseThrow(() ->
                new RefusalException(
                    Diagnostic.error(
                        RecordCode.JOURNAL_RUN_UNKNOWN,
                        Message.of("journal.run-unknown", "run", run, "folder", folder))));
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : JournalText.read(file).whole()) {
      try {
        entries.add(known(run, JournalEntry.read(json, line).value()));
      } catch (JsonException e) {
        throw new RefusalException(
            Diagnostic.error(
                RecordCode.JOURNAL_UNREADABLE,
                Message.of(
                    "journal.line-damaged",
                    "line",
                    String.valueOf(entries.size() + 1),
                    "file",
                    file,
                    "reason",
                    e)),
            e);
      }
    }
    return entries;
  }

  private static JournalEntry known(String run, JournalEntry entry) {
    entry
        .run()
        .flatMap(Run::format)
        .filter(format -> !format.equals(JournalEntry.FORMAT))
        .ifPresent(format -> {
          throw ofOtherFormat(
              Message.of(
                  "journal.run-other-format",
                  "run",
                  run,
                  "format",
                  format,
                  "known",
                  JournalEntry.FORMAT));
        });
    return entry;
  }

  /** Whether the newest run that created this object replaced an existing one. */
  public boolean madeAgain(Address address) {
    for (String run : runs().reversed()) {
      for (JournaledWrite write : JournaledWrite.of(entries(run)).reversed()) {
        String action = write.before().action();
        if (write.before().address().equals(address.toString())
            && (action.equals(Action.CREATE.name()) || action.equals(Action.REPLACE.name()))) {
          return action.equals(Action.REPLACE.name());
        }
      }
    }
    return false;
  }

  /** Newest recorded write of each of these objects. A run that cannot be read is skipped. */
  public LastWrites lastWrites(Set<String> addresses) {
    Map<String, Optional<JournalEntry.Seen>> found = new HashMap<>();
    boolean complete = true;
    for (String run : runs().reversed()) {
      if (found.size() == addresses.size()) {
        break;
      }
      try {
        for (JournaledWrite write : JournaledWrite.of(entries(run)).reversed()) {
          String address = write.before().address();
          if (addresses.contains(address) && !write.before().seen().isDeed()) {
            found.putIfAbsent(address, write.after().map(JournalEntry.After::seen));
          }
        }
      } catch (RefusalException _) {
        // LastWrites says so; verify() names the line.
        complete = false;
      }
    }
    return new LastWrites(found, complete);
  }

  /** The digest of the newest complete line, empty when there is none. */
  public String head() {
    return chain().head();
  }

  /** Checks every line of every run, and searches for the newest logged head. */
  public Verdict verify() {
    // Before the chain: a run may end in between, and its head has to be in what is read.
    Optional<HeadLog.Ended> ended = heads.last();
    JournalChain chain = chain();
    List<String> problems = new ArrayList<>(chain.problems());
    List<String> torn = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    boolean found = ended.isEmpty();
    int entries = 0;
    for (JournalEdges journal : chain.journals()) {
      Path file = journal.file();
      JournalText text = JournalText.read(file);
      if (text.torn()) {
        torn.add(JournalText.run(file));
      }
      check(file, text, problems, unknown);
      entries += text.whole().size();
      found |= journal.tail().equals(ended.map(HeadLog.Ended::head));
    }
    if (!found) {
      ended.ifPresent(end -> problems.add(cutOff(end)));
    }
    return new Verdict(
        chain.journals().size(),
        entries,
        chain.head(),
        List.copyOf(problems),
        List.copyOf(torn),
        List.copyOf(unknown));
  }

  private static String cutOff(HeadLog.Ended end) {
    return Text.of("journal-check.cut-off", "run", end.run(), "head", end.head().substring(0, 12))
        .toString();
  }

  private void check(Path file, JournalText text, List<String> problems, List<String> unknown) {
    String before = "";
    String run = JournalText.run(file);
    int number = 0;
    for (String line : text.whole()) {
      number++;
      String at = String.valueOf(number);
      try {
        Recorded<JournalEntry> read = JournalEntry.read(json, line);
        JournalEntry entry = read.value();
        read.unknown().forEach(part -> unknown.add("run " + run + ", line " + at + ": " + part));
        // What the first line follows, the chain has looked at.
        if (number > 1 && !entry.previous().equals(before)) {
          problems.add(Text.of("journal-check.not-next", "run", run, "line", at).toString());
        } else if (entry.sequence() != number) {
          problems.add(
              Text.of(
                      "journal-check.number",
                      "run",
                      run,
                      "line",
                      at,
                      "number",
                      String.valueOf(entry.sequence()))
                  .toString());
        }
      } catch (JsonException e) {
        problems.add(Text.of("journal-check.not-entry", "run", run, "line", at).toString());
      }
      before = Sha256.of(line).hex();
    }
  }

  private JournalChain chain() {
    return new JournalChain(json, filesIn(folder));
  }

  /** The journals in a site's folder, sorted by name; none when there is no such folder. */
  static List<Path> filesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(JournalText.ENDING)).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  static RefusalException ofOtherFormat(Message message) {
    return new RefusalException(Diagnostic.error(RecordCode.JOURNAL_OF_OTHER_FORMAT, message));
  }

  static RefusalException damaged(Message message, @Nullable IOException cause) {
    Diagnostic diagnostic = Diagnostic.error(RecordCode.JOURNAL_UNREADABLE, message);
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }

  static RefusalException unreadable(Path path, IOException e) {
    return new RefusalException(
        Diagnostic.error(
            RecordCode.JOURNAL_UNREADABLE,
            Message.of("journal.unreadable", "path", path, "reason", e)),
        e);
  }
}
