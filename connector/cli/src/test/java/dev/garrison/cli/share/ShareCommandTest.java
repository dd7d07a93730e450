package dev.garrison.cli.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.files.acl.AccessList;
import dev.garrison.json.Json;
import dev.garrison.share.FakeShare;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.UncPath;
import dev.garrison.share.access.AccessListed;
import dev.garrison.share.access.FakeAccessLists;
import dev.garrison.share.access.OpenRights;
import dev.garrison.share.access.SavedListFiles;
import dev.garrison.share.access.SavedLists;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No access list is set unasked, before the old ones are kept, or at another place. */
final class ShareCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-28T21:07:33Z");
  private static final AccessList OPEN =
      AccessList.parse("O:S-1-5-18D:(A;OICI;0x1f01ff;;;S-1-1-0)");
  private static final String[] WHO = {
    "--publisher", "S-1-5-21-1-2-3-1104", "--reader", "S-1-5-21-1-2-3-1105"
  };

  @TempDir private Path folder;

  private final FakeShare share = new FakeShare();
  private final FakeAccessLists lists = new FakeAccessLists(OPEN);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return run(lists, words);
  }

  private int run(AccessListed listed, String... words) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    OpenRights open =
        new OpenRights(
            share,
            listed,
            new ShareAddress.Smb("fs01", 445, "mde", SharePath.ROOT),
            UncPath.parse("\\\\fs01.contoso.example\\mde"),
            Optional::empty);
    ShareCommand command =
        new ShareCommand(
            console, _ -> open, new SavedListFiles(new Json()), InstantSource.fixed(NOW));
    List<String> line = new ArrayList<>(List.of("share"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", state().toString()));
    return new CommandLineProgram(console, "0", List.of(command)).run(line.toArray(String[]::new));
  }

  private Path state() {
    return folder.resolve("state");
  }

  private int secure(String... more) {
    List<String> words = new ArrayList<>(List.of("secure"));
    words.addAll(List.of(WHO));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void nothingIsSetWithoutBeingAskedTwice() {
    assertThat(secure()).isEqualTo(2);
    assertThat(out.toString())
        .contains(
            "No changes were made. To set these permissions, run the command again with --yes.");
    assertThat(lists.written()).isEmpty();
    assertThat(state()).doesNotExist();
  }

  @Test
  void aFolderThatOthersMayChangeEndsACheckWithAnError() {
    List<String> check = new ArrayList<>(List.of("check"));
    check.addAll(List.of(WHO));
    assertThat(run(check.toArray(String[]::new))).isEqualTo(1);
    assertThat(secure("--yes")).isZero();
    assertThat(run(check.toArray(String[]::new))).isZero();
  }

  @Test
  void aCheckIsShownInJapanese() {
    List<String> check = new ArrayList<>(List.of("check"));
    check.addAll(List.of(WHO));
    check.addAll(List.of("--lang", "ja"));
    run(check.toArray(String[]::new));
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
              不明     コンテンツ ソース
                       \\\\fs01.contoso.example\\mde は別の名前です。同じフォルダーかどうかを Garrison は判断できません。DFS レプリケーションを使用している場合、ダイジェストでは反対側の内容を証明できません。
              不明     共有アクセス許可
                       Garrison は共有アクセス許可を読み取れません。ファイル サーバーで次のコマンドを実行してください: Get-SmbShareAccess -Name 'mde'。公開用アカウントには変更、サイト サーバーには読み取りの許可が必要です。
              失敗     fake:
                       Everyone (S-1-1-0) が変更できます。このフォルダーのファイルはサーバーで SYSTEM として実行されます。 [GAR-0350]
              不明     fake:
                       S-1-5-21-1-2-3-1105 には独自のエントリがなく、所属するグループにエントリがある場合にのみ読み取れます。Garrison はここではグループを読み取れません。
            問題は 1 件です。「garrison share secure」を実行して、最小限のアクセス許可を確認し、設定してください。変更は行われていません。
            """);
  }

  @Test
  void theOldListsAreKeptBeforeTheNewOnesAreSet() {
    assertThat(secure("--yes")).isZero();
    Path saved = state().resolve("rights/2026-11-28T21-07-33-000Z.json");
    assertThat(out.toString())
        .contains("The previous lists are saved in " + saved + ". ")
        .contains("Set and verified.");
    assertThat(lists.written()).hasSize(1);
    assertThat(run("restore", saved.toString())).isZero();
    assertThat(lists.written()).hasSize(2).last().isEqualTo(OPEN.sddl());
  }

  @Test
  void nothingIsSetWhereTheOldListsCannotBeKept() throws IOException {
    Files.writeString(state(), "x");
    assertThat(secure("--yes")).isNotZero();
    assertThat(err.toString().replaceAll("\\s+", " "))
        .contains("The old access lists can't be saved in ", "No changes were made.", "GAR-0356");
    assertThat(lists.written()).isEmpty();
  }

  @Test
  void listsOfAnotherPlaceAreNotPutBack() {
    Path saved =
        new SavedListFiles(new Json())
            .write(
                new StateFolder(state()),
                new SavedLists(
                    1, "smb://other/mde", List.of(new SavedLists.Entry("", OPEN.sddl()))),
                NOW);
    assertThat(run("restore", saved.toString())).isNotZero();
    assertThat(err.toString().replaceAll("\\s+", " "))
        .contains(
            "\""
                + saved
                + "\" has the permissions of \"smb://other/mde\", but the manifest publishes to"
                + " \"fake:\".");
    assertThat(lists.written()).isEmpty();
  }

  @Test
  void anAccountIsNamedByItsSid() {
    assertThat(run("secure", "--publisher", "CONTOSO\\svc", "--yes")).isNotZero();
    assertThat(err.toString().replaceAll("\\s+", " "))
        .contains(
            "The value \"CONTOSO\\svc\" of --publisher isn't a SID, for example"
                + " S-1-5-21-1-2-3-1104.");
    assertThat(lists.written()).isEmpty();
  }

  /** As through a UNC path of Windows. */
  @Test
  void nothingIsKeptOrSetWhereListsCanOnlyBeRead() {
    List<String> words = new ArrayList<>(List.of("secure", "--yes"));
    words.addAll(List.of(WHO));

    assertThat(run(path -> lists.accessList(path), words.toArray(String[]::new))).isEqualTo(1);
    assertThat(err.toString().replaceAll("\\s+", " "))
        .contains("(through Windows, permissions can only be read)", "GAR-0318");
    assertThat(state()).doesNotExist();
    assertThat(lists.written()).isEmpty();
  }

  private int check(String... more) {
    List<String> words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(WHO));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void aCheckIsOneDocument() {
    assertThat(check("--json")).isEqualTo(1);
    JsonNode answer = new Json().parse(out.toString());
    assertThat(answer.path("format").asText()).isEqualTo("garrison.share-check/1");
    assertThat(answer.path("share").asText()).isEqualTo("fake:");
    assertThat(answer.path("protection").isNull()).isTrue();
    assertThat(answer.path("problems").asInt()).isEqualTo(1);
    assertThat(answer.path("findings").findValuesAsText("verdict"))
        .containsExactly("unknown", "unknown", "problem", "unknown");
    assertThat(answer.path("findings").path(2).path("code").asText()).isEqualTo("GAR-0350");
  }

  @Test
  void aCheckHasARowForEachFinding() {
    assertThat(check("--csv")).isEqualTo(1);
    assertThat(out.toString().lines())
        .hasSize(5)
        .startsWith("verdict,subject,text,code")
        .anyMatch(line -> line.startsWith("problem,fake:,") && line.endsWith(",GAR-0350"));
  }

  @Test
  void newListsAreOneDocumentAndWordsForPeopleGoElsewhere() {
    assertThat(secure("--json")).isEqualTo(2);
    JsonNode shown = new Json().parse(out.toString());
    assertThat(shown.path("format").asText()).isEqualTo("garrison.share-secure/1");
    assertThat(shown.path("set").asBoolean()).isFalse();
    assertThat(shown.path("saved").isNull()).isTrue();
    assertThat(shown.path("changes").findValuesAsText("path")).containsExactly("fake:");
    assertThat(err.toString()).contains("No changes were made.");
    out.getBuffer().setLength(0);

    assertThat(secure("--json", "--yes")).isZero();
    JsonNode set = new Json().parse(out.toString());
    assertThat(set.path("set").asBoolean()).isTrue();
    assertThat(set.path("saved").asText())
        .isEqualTo(state().resolve("rights/2026-11-28T21-07-33-000Z.json").toString());
    out.getBuffer().setLength(0);

    assertThat(secure("--json")).isZero();
    assertThat(new Json().parse(out.toString()).path("changes").isEmpty()).isTrue();
  }
}
