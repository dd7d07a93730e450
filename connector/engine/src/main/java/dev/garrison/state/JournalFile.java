package dev.garrison.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.Journal;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.files.OwnerOnly;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Journal of one run: JSON lines that each hold the digest of the line before. The first line holds
 * the digest of the last run's last line. The chain shows that nothing was changed or left out in
 * the middle; it does not stop an account that may write the folder from making a new chain.
 * Therefore the head is also printed, and goes to the log of heads (F43).
 */
public final class JournalFile implements Journal, AutoCloseable {
  private final Json json;
  private final FileChannel channel;
  private final Path path;
  private final HeadLog heads;
  private String head;
  private int sequence;
  private boolean failed;

  private JournalFile(Json json, Path path, FileChannel channel, HeadLog heads, String head) {
    this.json = json;
    this.path = path;
    this.channel = channel;
    this.heads = heads;
    this.head = head;
  }

  /**
   * Begins a run's journal, linked to the newest run of the same site.
   *
   * @throws RefusalException where no journal can be written, or where its head could not be added
   *     to the log of heads, because that has another format
   */
  public static JournalFile begin(Json json, StateFolder folder, Run run) {
    HeadLog heads = new HeadLog(folder, run.site());
    heads.requireKnownFormat();
    Path path = folder.makeJournals(run.site()).resolve(run.run() + JournalText.ENDING);
    String head = new JournalFolder(json, folder, run.site()).head();
    try {
      FileChannel channel = OwnerOnly.create(path);
      JournalFile file = new JournalFile(json, path, channel, heads, head);
      try {
        file.append(Optional.of(run), Optional.empty(), Optional.empty(), Optional.empty());
        return file;
      } catch (RuntimeException | Error fault) {
        try (channel) {
          throw fault;
        }
      }
    } catch (IOException e) {
      throw notWritten(path, e);
    }
  }

  @Override
  public <S extends Record> void before(
      Address address, Action action, StateForm<S> form, Observation<S> seen) {
    JournalEntry.Before entry =
        new JournalEntry.Before(address.toString(), action.name(), laidOut(form, seen));
    append(Optional.empty(), Optional.of(entry), Optional.empty(), Optional.empty());
  }

  @Override
  public <S extends Record> void after(
      Address address, Action action, StepResult result, StateForm<S> form, Observation<S> seen) {
    JournalEntry.After entry =
        new JournalEntry.After(
            address.toString(), action.name(), word(result), detail(result), laidOut(form, seen));
    append(Optional.empty(), Optional.empty(), Optional.of(entry), Optional.empty());
  }

  /** Records that an action that no undo takes back is about to be done. */
  public void about(Address subject, String deed, Map<String, String> facts) {
    JournalEntry.Before entry = new JournalEntry.Before(subject.toString(), deed, seen(facts));
    append(Optional.empty(), Optional.of(entry), Optional.empty(), Optional.empty());
  }

  /** Records that such an action was done or not done, or its later result. */
  public void told(
      Address subject, String deed, String result, String detail, Map<String, String> facts) {
    JournalEntry.After entry =
        new JournalEntry.After(subject.toString(), deed, result, detail, seen(facts));
    append(Optional.empty(), Optional.empty(), Optional.of(entry), Optional.empty());
  }

  private JournalEntry.Seen seen(Map<String, String> facts) {
    ObjectNode node = json.object();
    facts.forEach(node::put);
    return JournalEntry.Seen.ofDeed(node);
  }

  /**
   * Ends the run, and writes the head to the log of heads. A journal that failed to take an earlier
   * line has already reported it, and gets no end.
   */
  public void end(ApplyReport report) {
    int done = (int) report.count(StepResult::inPlace);
    int errors = (int) report.count(StepResult::failed);
    end(new JournalEntry.End(done, errors, report.results().size() - done - errors));
  }

  /** Ends a run that applied no plan. */
  public void end(JournalEntry.End counts) {
    if (failed) {
      return;
    }
    append(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(counts));
    heads.add(JournalText.run(path), head);
  }

  @Override
  public String head() {
    return head;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw notWritten(path, e);
    }
  }

  private void append(
      Optional<Run> run,
      Optional<JournalEntry.Before> before,
      Optional<JournalEntry.After> after,
      Optional<JournalEntry.End> end) {
    String line = json.canonical(new JournalEntry(++sequence, head, run, before, after, end));
    try {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      failed = true;
      throw notWritten(path, e);
    }
    head = Sha256.of(line).hex();
  }

  private <S extends Record> JournalEntry.Seen laidOut(StateForm<S> form, Observation<S> seen) {
    return switch (seen) {
      case Observation.Missing<S> _ -> without(JournalEntry.Seen.MISSING, "", "");
      case Observation.Found<S> found ->
          new JournalEntry.Seen(
              "found",
              found.id(),
              owner(found.owner()),
              Optional.of(form.number()),
              Optional.of(form.write(json, found.state())),
              found.unmodelled());
      case Observation.Ambiguous<S> ambiguous ->
          without("ambiguous", String.join(",", ambiguous.ids()), "");
      case Observation.Unreadable<S>(String why, _) -> without("unreadable", "", why);
    };
  }

  private static JournalEntry.Seen without(String kind, String id, String why) {
    return new JournalEntry.Seen(kind, id, "", Optional.empty(), Optional.empty(), why);
  }

  private static String owner(Owner owner) {
    return switch (owner) {
      case Owner.Ours _ -> "ours";
      case Owner.Nobody _ -> "nobody";
      case Owner.AnotherManifest(String name) -> name;
    };
  }

  private static String word(StepResult result) {
    return switch (result) {
      case StepResult.Done _ -> "done";
      case StepResult.Unchanged _ -> "unchanged";
      case StepResult.Waiting _, StepResult.Blocked _ -> "waiting";
      case StepResult.Held _ -> "held";
      case StepResult.ByHand _ -> "by-hand";
      case StepResult.Skipped _ -> "skipped";
      case StepResult.NotTried _ -> "not-tried";
      case StepResult.Failed _ -> "failed";
    };
  }

  private static String detail(StepResult result) {
    return switch (result) {
      case StepResult.Unchanged _, StepResult.ByHand _ -> "";
      case StepResult.Done(String remark) -> remark;
      case StepResult.Waiting(String what, _) -> what;
      case StepResult.Blocked(String what, Blockage _) -> what;
      case StepResult.Held(String why) -> why;
      case StepResult.Skipped(Address because) -> because.toString();
      case StepResult.NotTried(Address because) -> because.toString();
      case StepResult.Failed(Diagnostic diagnostic) -> diagnostic.toString();
    };
  }

  private static RefusalException notWritten(Path path, IOException e) {
    return new RefusalException(
        Diagnostic.error(
            RecordCode.JOURNAL_NOT_WRITTEN,
            Message.of("journal.not-written", "file", path, "reason", e)),
        e);
  }
}
