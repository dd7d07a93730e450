package dev.garrison.state;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.ThingServer;
import dev.garrison.json.Json;
import dev.garrison.mecm.deployment.StatusFiles;
import dev.garrison.share.access.SavedListFiles;
import dev.garrison.share.access.SavedLists;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be written or read is one diagnostic, and what rests on it is not done. */
final class UnusableFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T21:07:33Z");

  @TempDir private Path folder;

  private final Json json = new Json();

  private StateFolder state() {
    return new StateFolder(folder.resolve("state"));
  }

  private Run run() {
    return new Run(
        "2026-11-28T21-07-33Z",
        NOW,
        "root",
        "adm01",
        "CONTOSO\\svc",
        "PS1",
        "prod",
        "m",
        "p",
        Optional.empty(),
        Optional.empty());
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(RefusalException.class).hasMessage(message);
  }

  private StoredPlan stored() {
    return new StoredPlan("0.1.0", Optional.empty(), NOW, plan(new ThingServer(), intent()).plan());
  }

  @Test
  void aPlanIsNotWrittenWhereThereIsNoFolder() {
    Path file = folder.resolve("none/plan.json");
    refused(
        () -> new PlanFiles(json).write(file, stored()),
        "The plan can't be written to %s: the file doesn't exist. Specify another file. [PLAN_FILE_NOT_WRITTEN GAR-0602]"
            .formatted(file));
  }

  @Test
  void aPlanThatIsNoneIsNotRead() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), "null");
    refused(
        () -> new PlanFiles(json).read(file),
        "%s isn't a plan that Garrison can read: the value is null. Create a plan with \"garrison plan --out FILE\". No changes were made. [PLAN_FILE_UNREADABLE GAR-0601]"
            .formatted(file));
  }

  @Test
  void aPlanOfMoreThanSixteenMegabytesIsNotRead() throws IOException {
    Path file = folder.resolve("plan.json");
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), 16L << 20);
    }
    refused(
        () -> new PlanFiles(json).read(file),
        "%s isn't a plan that Garrison can read: the file is larger than 16 MB. Create a plan with \"garrison plan --out FILE\". No changes were made. [PLAN_FILE_UNREADABLE GAR-0601]"
            .formatted(file));
  }

  @Test
  void aFileInThePlaceOfTheStateFolderStopsARunBeforeItBegins() throws IOException {
    Path file = Files.writeString(state().path(), "x");
    refused(
        () -> state().made(),
        "The state folder %s can't be created: %s. Specify a folder that this user can write to with --state. [STATE_FOLDER_UNUSABLE GAR-0603]"
            .formatted(file, file));
    assertThatThrownBy(() -> JournalFile.begin(json, state(), run()))
        .hasMessageStartingWith("The state folder " + file + "/journal/PS1 can't be created: ")
        .hasMessageEndingWith("[STATE_FOLDER_UNUSABLE GAR-0603]");
  }

  @Test
  void aStatusThatCannotBeKeptKeepsItsDeployment() throws IOException {
    Path file = Files.writeString(state().path(), "x");
    StatusFiles status = new StatusFiles(json, state(), "PS1", Clock.fixed(NOW, ZoneOffset.UTC));
    assertThatThrownBy(() ->
            status.keep(
                7,
                _ -> {
                  throw new AssertionError("nothing is asked for");
                }))
        .hasMessageStartingWith(
            "The status of the deployment's servers can't be saved in \"%s/status/PS1-7-2026-11-28T21-07-33-000Z.jsonl\": "
                .formatted(file))
        .hasMessageEndingWith(
            ". Specify a folder that this user can write to with --state. The deployment wasn't deleted. [STATE_FOLDER_UNUSABLE GAR-0603]");
  }

  @Test
  void aJournalIsNeverWrittenOverAnother() {
    try (JournalFile _ = JournalFile.begin(json, state(), run())) {
      Path file = state().path().resolve("journal/PS1/2026-11-28T21-07-33Z.jsonl");
      refused(
          () -> JournalFile.begin(json, state(), run()),
          "The journal %s can't be written: %s. Free up disk space, or specify another folder with --state. Garrison makes no changes without a journal. [JOURNAL_NOT_WRITTEN GAR-0604]"
              .formatted(file, file));
    }
  }

  @Test
  void aRunThatIsNotThereIsNotShown() {
    Path journals = state().path().resolve("journal/PS1");
    refused(
        () -> new JournalFolder(json, state(), "PS1").entries("nonsense"),
        "No journal of run \"nonsense\" found in %s. List the runs with \"garrison journal show\". [JOURNAL_RUN_UNKNOWN GAR-0606]"
            .formatted(journals));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "folder|can't be read: Is a directory. Check who can read the state folder, or specify another folder with --state.",
        "bytes|The journal FILE isn't UTF-8 text. Keep the file as evidence, and restore it from a backup. The file was edited or damaged."
      })
  void aJournalThatCannotBeReadIsNotTakenForAnEmptyOne(String what, String message)
      throws IOException {
    Path journals = Files.createDirectories(state().path().resolve("journal/PS1"));
    Path file = journals.resolve("1.jsonl");
    if (what.equals("folder")) {
      Files.createDirectory(file);
    } else {
      Files.write(file, new byte[] {'{', -1, '\n'});
    }
    String whole = message.startsWith("The ") ? message : "FILE " + message;
    refused(
        () -> new JournalFolder(json, state(), "PS1").entries("1"),
        whole.replace("FILE", file.toString()) + " [JOURNAL_UNREADABLE GAR-0605]");
  }

  @Test
  void aLineThatIsNoEntryIsNamed() throws IOException {
    Path journals = Files.createDirectories(state().path().resolve("journal/PS1"));
    Path file = Files.writeString(journals.resolve("1.jsonl"), "null\n");
    refused(
        () -> new JournalFolder(json, state(), "PS1").entries("1"),
        "Line 1 of %s isn't a journal entry: the value is null. Run \"garrison journal verify\" to see where the chain breaks. The file was edited or damaged. [JOURNAL_UNREADABLE GAR-0605]"
            .formatted(file));
  }

  @Test
  void rightsAreNotSetWhereTheOldOnesCannotBeKept() throws IOException {
    Path file = Files.writeString(state().path(), "x");
    SavedListFiles files = new SavedListFiles(json);
    assertThatThrownBy(() -> files.write(state(), new SavedLists(1, "fake:", List.of()), NOW))
        .hasMessageStartingWith(
            "The old access lists can't be saved in %s/rights/2026-11-28T21-07-33-000Z.json: "
                .formatted(file))
        .hasMessageEndingWith(
            ". Specify a state folder that this user can write to with --state. No changes were made. [RIGHTS_RECORD_UNUSABLE GAR-0356]");
  }

  @Test
  void listsThatWereKeptAreReadBackAndNeverWrittenOver() {
    SavedListFiles files = new SavedListFiles(json);
    SavedLists lists =
        new SavedLists(1, "fake:", List.of(new SavedLists.Entry("a", "O:S-1-5-18D:P")));
    Path file = files.write(state(), lists, NOW);
    assertThat(files.read(file)).isEqualTo(lists);
    assertThatThrownBy(() -> files.write(state(), lists, NOW))
        .hasMessageEndingWith("[RIGHTS_RECORD_UNUSABLE GAR-0356]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|the value is null",
        "{\"format\":2,\"address\":\"x\",\"entries\":[]}|it is of format 2, not 1"
      })
  void whatHoldsNoAccessListsIsNotPutBack(String text, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("lists.json"), text);
    assertThatThrownBy(() -> new SavedListFiles(json).read(file))
        .hasMessageStartingWith(file + " contains no access lists: ")
        .hasMessageContaining(why)
        .hasMessageEndingWith(
            "Specify a file that \"garrison share secure\" wrote, in the folder \"rights\" of the state folder. [RIGHTS_RECORD_UNUSABLE GAR-0356]");
  }
}
