package dev.garrison.cli.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import dev.garrison.json.Json;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.language.Text;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.UncPath;
import dev.garrison.share.access.OpenRights;
import dev.garrison.share.access.SavedListFiles;
import dev.garrison.share.samba.AccessSamba;
import dev.garrison.share.samba.Samba;
import dev.garrison.share.smbj.SmbjShare;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As an administrator meets it, on a real Samba that keeps access lists as Windows does. */
@Tag("first")
final class ShareCommandIT {
  private static final SharePath VERSION = SharePath.of("mde-2016");
  private static final String READER = "S-1-5-21-1-2-3-1105";
  private static final Instant NOW = Instant.parse("2026-11-24T21:07:33.123Z");

  @TempDir private Path state;

  private record Ended(int code, String out) {}

  private static SmbjShare share(SambaServer server) {
    return new SmbjShare(Samba.address(server, server.port()), Samba.account(server));
  }

  private Ended run(SambaServer server, String... words) {
    StringWriter out = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false);
    OpenRights.Opening opening =
        _ -> {
          SmbjShare share = share(server);
          return new OpenRights(
              share,
              share,
              Samba.address(server, server.port()),
              UncPath.parse("\\\\fs01.contoso.example\\stage"),
              () -> share.protection().map(Text::toString));
        };
    List<String> line = new ArrayList<>(List.of("share"));
    line.addAll(List.of(words));
    line.addAll(List.of("--state", state.toString()));
    int code =
        new CommandLineProgram(
                console,
                "0",
                List.of(
                    new ShareCommand(
                        console,
                        opening,
                        new SavedListFiles(new Json()),
                        InstantSource.fixed(NOW))))
            .run(line.toArray(String[]::new));
    return new Ended(code, out.toString());
  }

  private static String[] named(String command, Sid publisher, String... more) {
    List<String> words =
        new ArrayList<>(List.of(command, "--publisher", publisher.toString(), "--reader", READER));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void whatIsWrongIsShownThenSetThenPutBack() throws Exception {
    try (SambaServer server = Samba.start(AccessSamba.settings());
        SmbjShare share = share(server)) {
      share.createFolder(VERSION);
      share.put(VERSION, FileSource.of("a.cmd", new byte[] {1}), TransferProgress.SILENT);
      Sid publisher = share.accessList(VERSION).owner();
      AccessList before = share.accessList(VERSION);

      Ended checked = run(server, named("check", publisher));
      assertThat(checked.code()).as(checked.out()).isEqualTo(1);
      assertThat(checked.out())
          .contains(
              "unknown  share permission",
              "Get-SmbShareAccess -Name 'stage'",
              "\\\\fs01.contoso.example\\stage is another name.",
              "Everyone (S-1-1-0) can make changes. Files in this folder run as SYSTEM on your servers. [GAR-0350]");

      Ended shown = run(server, named("secure", publisher));
      assertThat(shown.code()).as(shown.out()).isEqualTo(2);
      assertThat(shown.out())
          .contains(
              "  - Everyone (S-1-1-0): change",
              "  + " + READER + ": read",
              "3 access lists to set.",
              "No changes were made. To set these permissions, run the command again with --yes.");
      assertThat(share.accessList(VERSION)).isEqualTo(before);
      assertThat(state).isEmptyDirectory();

      Ended set = run(server, named("secure", publisher, "--yes"));
      assertThat(set.code()).as(set.out()).isZero();
      Path kept = state.resolve("rights/2026-11-24T21-07-33-123Z.json");
      assertThat(set.out())
          .contains("To restore them, run \"garrison share restore " + kept + "\".");
      assertThat(run(server, named("secure", publisher)).out())
          .isEqualToIgnoringNewLines(
              "The permissions are already least-privilege. No changes needed.");
      assertThat(run(server, named("check", publisher)).out())
          .contains("the 3 checked files and folders", "No problems found. No changes were made.");

      Ended restored = run(server, "restore", kept.toString());
      assertThat(restored.code()).as(restored.out()).isZero();
      assertThat(restored.out()).contains("3 of 3 access lists restored and verified.");
      assertThat(share.accessList(VERSION)).isEqualTo(before);
    }
  }

  @Test
  void nothingIsSetForSomebodyWhoIsNotNamed() throws Exception {
    try (SambaServer server = Samba.start(AccessSamba.settings())) {
      Ended ended = run(server, "secure", "--yes");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out())
          .contains("The accounts whose permissions to set aren't specified.", "GAR-0354");
      assertThat(run(server, "check", "--reader", "CM01$").out())
          .contains(
              "The value \"CM01$\" of --reader isn't a SID, for example S-1-5-21-1-2-3-1104.");
    }
  }
}
