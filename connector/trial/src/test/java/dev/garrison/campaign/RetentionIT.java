package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.json.Json;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.trial.Releases;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases come and go; old versions leave the share, and none that is used. */
final class RetentionIT {
  private static final String FOLDER = "mde-2012r2";
  private Optional<Releases> releases = Optional.empty();

  @Test
  void theOldestVersionLeavesWithTheReleaseThatMakesItSpare(@TempDir Path folder) throws Exception {
    try (TrialSite site = keepingOne(folder)) {
      String first = release(site);
      String second = release(site);
      releases().nextScript();
      PlannedChange removal = only(site.plan(), Action.DELETE);
      String third = onlyNew(site.plan());
      assertThat(removal.address().toString()).isEqualTo("content/" + FOLDER + "/" + first);
      assertThat(removal.summary())
          .isEqualTo(
              "no application uses it; kept: %s for Defender for Endpoint 2012 R2; %s as the latest one"
                  .formatted(third, second));
      assertThat(removal.after()).isEmpty();
      assertThat(site.converge()).isEmpty();
      assertThat(versions(site)).containsExactlyInAnyOrder(second, third);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void takingTheRunBackSaysThatTheVersionStaysDeleted(@TempDir Path folder) throws Exception {
    try (TrialSite site = keepingOne(folder)) {
      String first = release(site);
      release(site);
      release(site);
      String run =
          new JournalFolder(new Json(), new StateFolder(folder.resolve(".garrison")), "PS1")
              .runs()
              .getLast();
      try (OpenSession open = site.open()) {
        Plan undo = open.session().undo(run).plan();
        assertThat(undo.remarks())
            .contains(
                "content/%s/%s stays deleted: no package in the manifest contains the file \"install.ps1\" anymore"
                    .formatted(FOLDER, first));
        assertThat(undo.changes())
            .extracting(change -> change.address().name())
            .isNotEmpty()
            .doesNotContain(FOLDER + "/" + first);
      }
    }
  }

  @Test
  void goingBackToAnOldReleaseAndOnAgainWaitsForTheApplication(@TempDir Path folder)
      throws Exception {
    try (TrialSite site = keepingOne(folder)) {
      String first = release(site);
      release(site);
      age(site);
      releases().useScript(1);
      assertThat(site.converge()).isEmpty();
      assertThat(versions(site)).contains(first).hasSize(2);
      releases().nextScript();
      PlannedChange removal = only(site.plan(), Action.DELETE);
      assertThat(removal.address().name()).isEqualTo(FOLDER + "/" + first);
      assertThat(removal.after())
          .extracting(Object::toString)
          .containsExactly("application/Defender for Endpoint 2012 R2");
      assertThat(site.converge()).isEmpty();
      assertThat(versions(site)).doesNotContain(first).hasSize(2);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void aVersionThatAnotherApplicationPointsToStays(@TempDir Path folder) throws Exception {
    try (TrialSite site = keepingOne(folder)) {
      String first = release(site);
      copyByHand(site, "Defender for Endpoint 2012 R2");
      String second = release(site);
      String third = release(site);
      releases().nextScript();
      assertThat(only(site.plan(), Action.DELETE).summary())
          .isEqualTo(
              "no application uses it; kept: %s; %s as the latest one"
                  .formatted(
                      Stream.of(
                              first + " for Made in the console",
                              onlyNew(site.plan()) + " for Defender for Endpoint 2012 R2")
                          .sorted()
                          .collect(Collectors.joining("; ")),
                      third));
      assertThat(site.converge()).isEmpty();
      assertThat(versions(site)).contains(first, third).doesNotContain(second);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  /** An administrator's copy of an application, with nothing of ours but the content. */
  private static void copyByHand(TrialSite site, String title) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      long id = raw.named("SMS_Application", "LocalizedDisplayName", title).path("CI_ID").asLong();
      String digest =
          raw.get("SMS_Application(" + id + ")")
              .path("value")
              .path(0)
              .path("SDMPackageXML")
              .asText()
              .replaceAll("(Application|DeploymentType|Content)_[0-9a-f]{8}", "$1_00000000")
              .replace(title, "Made in the console")
              .replace(" [garrison:1:trial]", "");
      raw.post(
          "SMS_Application",
          new Json().canonical(new Json().object().put("SDMPackageXML", digest)));
      site.pass(Duration.ofMinutes(1));
    }
  }

  @Test
  void aCutRemovalIsFinishedByTheNextRun(@TempDir Path folder) throws Exception {
    try (TrialSite site = keepingOne(folder)) {
      String first = release(site);
      release(site);
      Path old = site.share().resolve(FOLDER).resolve(first);
      Files.move(old.resolve(".garrison.json"), old.resolve(".garrison.json.pending"));
      assertThat(only(site.plan(), Action.DELETE).summary())
          .isEqualTo("never finished, or half removed; no application uses it");
      assertThat(site.converge()).isEmpty();
      assertThat(versions(site)).hasSize(1).doesNotContain(first);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void aVersionWithoutOurMarkerOrOfAnotherManifestStays(@TempDir Path folder) throws Exception {
    try (TrialSite site = keepingOne(folder)) {
      String first = release(site);
      Path foreign = site.share().resolve(FOLDER).resolve("0123456789ab");
      Files.createDirectory(foreign);
      Files.writeString(foreign.resolve("notes.txt"), "by hand");
      Path marker = site.share().resolve(FOLDER).resolve(first).resolve(".garrison.json");
      Files.writeString(marker, Files.readString(marker).replace("\"trial\"", "\"other\""));
      release(site);
      release(site);
      release(site);
      assertThat(versions(site)).contains(first, "0123456789ab").hasSize(4);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  private TrialSite keepingOne(Path folder) throws Exception {
    TrialSite site = new TrialSite("2107-rollup", folder);
    site.manifest().replace("tenant:", "  keepVersions: 1\ntenant:");
    releases = Optional.of(new Releases(site));
    return site;
  }

  private Releases releases() {
    return releases.orElseThrow();
  }

  /** A new install.ps1 and everything that follows from it; says which version it made. */
  private String release(TrialSite site) throws Exception {
    releases().nextScript();
    String version = onlyNew(site.plan());
    assertThat(site.converge()).isEmpty();
    age(site);
    return version;
  }

  private static String onlyNew(Plan plan) {
    return plan.changes().stream()
        .filter(change -> change.action() == Action.CREATE)
        .map(change -> change.address())
        .filter(address -> address.kind().equals("content"))
        .filter(address -> address.name().startsWith(FOLDER))
        .map(address -> address.name().substring(FOLDER.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static PlannedChange only(Plan plan, Action action) {
    List<PlannedChange> some =
        plan.changes().stream().filter(change -> change.action() == action).toList();
    assertThat(some).as("%s", plan).hasSize(1);
    return some.getFirst();
  }

  private static Set<String> versions(TrialSite site) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> folders = Files.list(site.share().resolve(FOLDER))) {
      folders
          .filter(Files::isDirectory)
          .forEach(version -> names.add(String.valueOf(version.getFileName())));
    }
    return names;
  }

  /** The share's clock goes on by a day. */
  private static void age(TrialSite site) throws IOException {
    try (Stream<Path> files = Files.walk(site.share())) {
      files.filter(Files::isRegularFile).forEach(RetentionIT::dayOlder);
    }
  }

  private static void dayOlder(Path file) {
    try {
      FileTime time = Files.getLastModifiedTime(file);
      Files.setLastModifiedTime(file, FileTime.from(time.toInstant().minusSeconds(86_400)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
