package dev.garrison.offboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OffboardCommandsIT {
  private static final String QUESTION =
      """
      Offboarding removes 2 servers from Defender for Endpoint: APP02, WEB02 (ring pilot). They leave their rings, and their
      sensors stop reporting. Garrison can't undo this. Type the number of servers:\
      """
          + " ";

  @TempDir Path folder;

  @Test
  void offboardProposesTheEntryAndShowsThePlanAndWritesNothing() throws IOException {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      String before = site.site().manifest().text();
      String there = site.site().lab().dump();
      Typed typed =
          Typed.unattended(
              site.site(),
              "offboard",
              "Old servers",
              "--package",
              folder.resolve("packages/offboarding.cmd").toString(),
              "--reason",
              "CHG0042");
      assertThat(typed.exitCode()).isEqualTo(2);
      assertThat(typed.out())
          .startsWith(
              """
              Add to %s, after line %d:

              offboard:
                - name: 'Old servers'
                  collection: 'Old servers'
                  package: 'packages/offboarding.cmd'
                  reason: 'CHG0042'

              The plan with this entry:
              """
                  .formatted(site.site().manifest().file(), before.lines().count()))
          .contains("+ create    collection   MDE Old servers - leaving")
          .contains("offboard Old servers (CHG0042): 2 servers, at most 25");
      assertThat(typed.err())
          .isEqualTo(
              "No changes were made. To add the entry to the manifest and apply the plan, run again with --write.\n");
      assertThat(site.site().manifest().text()).isEqualTo(before);
      assertThat(site.site().lab().dump()).isEqualTo(there);

      Path out = folder.resolve("leavers.yaml");
      String[] words = {"offboard", "Old servers", "--reason", "x", "--out", out.toString()};
      assertThat(Typed.unattended(site.site(), words).err()).isEqualTo("Wrote " + out + ".\n");
      assertThat(Files.readString(out)).startsWith(before).contains("reason: 'x'");
      Typed again = Typed.unattended(site.site(), words);
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.err()).contains("already exists. [GAR-0131]");
    }
  }

  @Test
  void writtenTheEntryIsInTheManifestAndThePlanIsApplied() throws IOException {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      String before = site.site().manifest().text();
      Path file = site.site().manifest().file();
      Typed typed = Typed.answering(site.site(), "2\ny\n", write());
      assertThat(typed.err())
          .matches(
              Pattern.quote(QUESTION + "Write the manifest and apply this plan? [y/N] ")
                  + "Wrote the entry to %s\\. The previous file is %s\\.[0-9TZ.-]+Z\\.\n"
                      .formatted(file, file));
      assertThat(typed.exitCode()).isEqualTo(3);
      assertThat(typed.out())
          .contains("+ create    collection   MDE Old servers - leaving")
          .endsWith(
              "Next: run \"garrison apply\" until nothing waits. It asks again before it offboards servers.\n");
      assertThat(site.site().manifest().text())
          .startsWith(before)
          .endsWith("  reason: 'CHG0042'\n");
      assertThat(backups(file))
          .singleElement()
          .satisfies(old -> assertThat(old).hasContent(before));
      site.site().pass(Duration.ofMinutes(20));
      assertThat(site.reached("MDE Old servers - leaving")).containsExactly("APP02", "WEB02");
    }
  }

  @Test
  void serversLeaveByNameWithoutACollection() {
    try (Leavers site = new Leavers("2509", folder)) {
      Typed typed =
          Typed.answering(
              site.site(),
              "WEB02\ny\n",
              "offboard",
              "--server",
              "web02.contoso.example",
              "--name",
              "retired",
              "--package",
              folder.resolve("packages/offboarding.cmd").toString(),
              "--reason",
              "CHG0042",
              "--write");
      assertThat(typed.err())
          .startsWith(
              """
              Offboarding removes 1 server from Defender for Endpoint: WEB02 (ring pilot). It leaves its ring, and its sensor stops
              reporting. Garrison can't undo this. Type the name of the server:\
              """);
      assertThat(typed.exitCode()).isEqualTo(3);
      assertThat(typed.out()).contains("    servers: ['web02.contoso.example']\n");
      site.untilHandedOver();
      Typed named =
          Typed.unattended(site.site(), "apply", "--yes", "--confirm-offboarding", "retired");
      assertThat(named.exitCode()).isIn(0, 3);
      site.settle();
      assertThat(site.reached("MDE retired - leaving")).containsExactly("WEB02");
      assertThat(site.reached("MDE retired - offboarding")).containsExactly("WEB02");
      assertThat(site.reached("MDE pilot - all")).doesNotContain("WEB02").isNotEmpty();
    }
  }

  @Test
  void aServerThatTheSiteDoesNotHaveIsRefusedAndNothingIsWritten() throws IOException {
    try (Leavers site = new Leavers("2509", folder)) {
      String before = site.site().manifest().text();
      String there = site.site().lab().dump();
      Typed typed =
          Typed.answering(
              site.site(),
              "y\ny\n",
              "offboard",
              "--server",
              "WBE02,APP02",
              "--reason",
              "CHG0042",
              "--write");
      assertThat(typed.exitCode()).isEqualTo(1);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err())
          .contains(
              "error: The limiting collection \"All Servers\" has no server named \"WBE02\"."
                  + " [GAR-0585]",
              "Fix: Did you mean \"WEB02\"? Correct the name. No changes were made.")
          .doesNotContain("APP02");
      assertThat(site.site().manifest().text()).isEqualTo(before);
      assertThat(backups(site.site().manifest().file())).isEmpty();
      assertThat(site.site().lab().dump()).isEqualTo(there);
    }
  }

  @Test
  void otherPendingChangesAreNamedAndLeft() {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      site.site()
          .manifest()
          .replace(
              "rings:\n",
              """
              rings:
                - {name: early, collections: [Early servers], maxDevices: 5, deadline: "+3d 22:00", antivirus: active}
              """);
      site.collection("Early servers", "FS01");
      Typed typed = Typed.answering(site.site(), "2\ny\n", write());
      assertThat(typed.exitCode()).isEqualTo(3);
      assertThat(typed.out())
          .contains("+ create    collection   MDE Old servers - leaving")
          .contains("Pending, but not part of this plan: ")
          .contains(
              "    \"garrison plan\" shows these changes, and \"garrison apply\" makes them.\n");
      assertThat(Leavers.words(site.changes())).contains("CREATE deployment/MDE early - 2019");
    }
  }

  @Test
  void withoutAgreementNeitherTheManifestNorTheSiteIsWritten() throws IOException {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      String before = site.site().manifest().text();
      String there = site.site().lab().dump();
      Typed wrong = Typed.answering(site.site(), "3\n", write());
      assertThat(wrong.exitCode()).isEqualTo(1);
      assertThat(wrong.err()).isEqualTo(QUESTION + "No changes were made.\n");
      Typed nobody = Typed.unattended(site.site(), write());
      assertThat(nobody.exitCode()).isEqualTo(1);
      assertThat(nobody.out()).isEmpty();
      assertThat(nobody.err())
          .isEqualTo(
              """
              error: Confirmation required, but there is no terminal. [GAR-0741]
                Fix: Run the command in a terminal, or omit --write. \"garrison apply\" can run unattended. No changes were made.
              """);
      assertThat(site.site().manifest().text()).isEqualTo(before);
      assertThat(backups(site.site().manifest().file())).isEmpty();
      assertThat(site.site().lab().dump()).isEqualTo(there);
    }
  }

  private String[] write() {
    String file = folder.resolve("packages/offboarding.cmd").toString();
    return new String[] {
      "offboard", "Old servers", "--package", file, "--reason", "CHG0042", "--write"
    };
  }

  private static List<Path> backups(Path manifest) throws IOException {
    try (Stream<Path> files = Files.list(manifest.resolveSibling(""))) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(manifest.getFileName() + "."))
          .toList();
    }
  }

  @Test
  void twoAnswersForTheAntivirusAreRefused() {
    try (Leavers site = new Leavers("2107-rollup", folder)) {
      Typed typed =
          Typed.unattended(
              site.site(),
              "offboard",
              "Old servers",
              "--reason",
              "CHG0042",
              "--uninstall",
              "--after-offboarding",
              "keep-other");
      assertThat(typed.exitCode()).isEqualTo(64);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err())
          .startsWith(
              """
              error: These options can't be used together: --after-offboarding, --uninstall. [GAR-0702]
              """);
    }
  }

  @Test
  void offboardingIsAgreedToByItselfAndNotByYes() {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      site.enter(Leavers.ENTRY);
      site.untilHandedOver();
      Typed yes = Typed.unattended(site.site(), "apply", "--yes");
      assertThat(yes.exitCode()).isEqualTo(1);
      assertThat(yes.err())
          .isEqualTo(
              """
              error: The plan hands servers of "Old servers" over to offboarding: APP02, WEB02. The option --yes doesn't confirm
                     offboarding. [GAR-0745]
                Fix: Review the plan, and then run the command again with --confirm-offboarding "leavers". No changes were made.
              """);
      Typed wrong = Typed.answering(site.site(), "3\n", "apply", "--yes");
      assertThat(wrong.exitCode()).isEqualTo(1);
      assertThat(wrong.err()).isEqualTo(QUESTION + "No changes were made.\n");
      assertThat(site.site().plan().takesOut(false)).hasSize(1);

      Typed right = Typed.answering(site.site(), "2\ny\n", "apply");
      assertThat(right.err()).startsWith(QUESTION + "Apply this plan? [y/N] ");
      assertThat(right.exitCode()).isNotEqualTo(1);
      assertThat(site.reached("MDE leavers - offboarding")).isEmpty();
      assertThat(site.site().plan().takesOut(false)).isEmpty();
    }
  }

  @Test
  void anUnattendedApplyNamesTheEntry() {
    try (Leavers site = new Leavers("2509", folder, "WEB02")) {
      site.enter(Leavers.ENTRY);
      site.untilHandedOver();
      Typed other =
          Typed.unattended(site.site(), "apply", "--yes", "--confirm-offboarding", "others");
      assertThat(other.err()).contains("[GAR-0745]");
      Typed named =
          Typed.unattended(site.site(), "apply", "--yes", "--confirm-offboarding", "leavers");
      assertThat(named.err()).isEmpty();
      assertThat(named.exitCode()).isIn(0, 3);
      assertThat(site.site().plan().takesOut(false)).isEmpty();
    }
  }
}
