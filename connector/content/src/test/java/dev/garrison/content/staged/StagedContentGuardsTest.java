package dev.garrison.content.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.content.version.VersionProof;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.share.ContentCode;
import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stops staged content before it is written, and what is seen of it. */
final class StagedContentGuardsTest {
  private static final Address ADDRESS = StagedContent.address("mde", "v1");
  private static final String MARKER = "mde/v1/.garrison.json";
  private static final FileSource SCRIPT = text("install.ps1", "exit 0");
  private static final FileSource INSTALLER = text("md4ws.msi", "msi");

  private final FakeShare share = new FakeShare();
  private final VersionProof proof = new VersionProof(share, new Json());
  private final List<String> users = new ArrayList<>();
  private List<FileSource> packages = List.of(SCRIPT, INSTALLER);
  private int askedForPackages;

  private static FileSource text(String name, String content) {
    return FileSource.of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private StagedContentResource resource(String manifest) {
    return new StagedContentResource(
        new StagedContentResource.Shelf(
            share,
            version -> {
              assertThat(version).hasToString("mde/v1");
              return List.copyOf(users);
            },
            proof),
        new Json(),
        new Mark(manifest),
        new Sources(() -> {
          askedForPackages++;
          return packages;
        }),
        "anna@host1");
  }

  private static StagedContent state() {
    return new StagedContent("prod", List.of(INSTALLER.file(), SCRIPT.file()));
  }

  private static Wanted<StagedContent> there() {
    return Wanted.present(ADDRESS, state());
  }

  private static Wanted<StagedContent> gone() {
    return new Wanted<>(ADDRESS, new Desired.Absent<>("spare"));
  }

  private Observation<StagedContent> observe(Wanted<StagedContent> wanted) {
    return resource("prod").observe(List.of(wanted), new Resolved(), Scope.WANTED).of(ADDRESS);
  }

  private Outcome carryOut(Action action, Wanted<StagedContent> wanted) {
    return resource("prod")
        .carryOut(
            new Change<>(action, wanted, new Observation.Missing<>()),
            new Resolved(),
            Progress.silent());
  }

  private void stage() {
    assertThat(carryOut(Action.CREATE, there())).isEqualTo(new Outcome.Done());
    share.forgetCalls();
  }

  @Test
  void aVersionIsStagedFromThePackagesWhichAreReadOnce() {
    stage();
    assertThat(askedForPackages).isEqualTo(1);
    assertThat(share.names("mde/v1")).containsExactly(".garrison.json", "install.ps1", "md4ws.msi");
    assertThat(observe(there()))
        .isEqualTo(new Observation.Found<>(state(), new Owner.Ours(), "fake:/mde/v1", ""));
    assertThat(askedForPackages).isEqualTo(1);
  }

  @Test
  void nothingIsStagedWithoutThePackageOfEachFile() {
    packages = List.of(INSTALLER, text("install.ps1", "exit 1"));
    assertThatThrownBy(() -> carryOut(Action.CREATE, there()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "No package in the manifest contains the file \"install.ps1\" (6 bytes, SHA-256 %s)."
                    .formatted(SCRIPT.file().sha256().shortForm())
                + " Restore the package to its path in the manifest, or create a new plan with the current package. [CONTENT_SOURCE_MISSING GAR-0341]");
    assertThat(share.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE", "REPLACE"})
  void aVersionIsNeverChanged(Action action) {
    assertThatThrownBy(() -> carryOut(action, there()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The content version at \"fake:/mde/v1\" doesn't have the planned files. When nothing uses the folder, delete it manually, and create a new plan. Garrison never changes a published version."
                + " [CONTENT_NOT_WHOLE GAR-0342]");
    assertThat(share.calls()).isEmpty();
  }

  @Test
  void oneUserIsEnoughToKeepAVersion() {
    stage();
    users.add("Made in the console");
    assertThat(carryOut(Action.DELETE, gone()))
        .isEqualTo(new Outcome.Pending("stays while these use the content: Made in the console"));
    assertThat(share.names("mde/v1")).containsExactly(".garrison.json", "install.ps1", "md4ws.msi");
  }

  @Test
  void whatIsStillUsedIsNotRemoved() {
    stage();
    users.addAll(List.of("Defender for Endpoint", "Made in the console"));
    assertThat(carryOut(Action.DELETE, gone()))
        .isEqualTo(
            new Outcome.Pending(
                "stays while these use the content: Defender for Endpoint, Made in the console"));
    assertThat(share.calls()).isEmpty();
    users.clear();
    assertThat(carryOut(Action.DELETE, gone())).isEqualTo(new Outcome.Done());
    assertThat(share.names("mde")).containsExactly(".garrison.lock");
  }

  @Test
  void aVersionOfAnotherManifestIsNotRemoved() {
    stage();
    assertThatThrownBy(() ->
            resource("test")
                .carryOut(
                    new Change<>(Action.DELETE, gone(), new Observation.Missing<>()),
                    new Resolved(),
                    Progress.silent()))
        .hasMessageStartingWith(
            "The content version at \"fake:/mde/v1\" belongs to the manifest \"prod\", not to \"test\".");
    assertThat(share.writes()).containsExactly("hold mde/.garrison.lock");
  }

  @Test
  void aShareThatFailsIsAFailedOutcome() {
    share.failOn("put mde/v1/md4ws.msi", Kind.ACCESS_DENIED);
    assertThat(carryOut(Action.CREATE, there()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.diagnostic())
                    .hasToString(
                        "Garrison can't write \"fake:/mde/v1/md4ws.msi\": access is denied. Allow the publishing account to change this folder, in the share permissions and in the file system. [CONTENT_ACCESS_DENIED GAR-0302]"));
  }

  @Test
  void aShareThatCannotBeReadIsNotAnEmptyOne() {
    share.failOn("find mde/v1", Kind.UNREACHABLE);
    assertThatThrownBy(() -> observe(there()))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "Garrison can't access \"fake:/mde/v1\": the server doesn't respond.")
        .hasMessageEndingWith("[CONTENT_SHARE_UNREACHABLE GAR-0307]");
  }

  @Test
  void onlyWhatWasSentWholeIsProvenByThat() {
    stage();
    proof.require(SharePath.of("mde/v1"));
    assertThat(share.calls()).isEmpty();
  }

  @Test
  void whatWasThereAlreadyIsReadBackBeforeItIsUsed() {
    share.failOn("put mde/v1/md4ws.msi", Kind.GONE);
    Object _ = carryOut(Action.CREATE, there());
    share.mend();
    stage();
    proof.require(SharePath.of("mde/v1"));
    assertThat(share.calls()).contains("digest mde/v1/install.ps1", "digest mde/v1/md4ws.msi");
  }

  @Test
  void halfAVersionIsMissingUnlessItShouldLeave() {
    stage();
    share.move(MARKER, MARKER + ".pending");
    assertThat(observe(there())).isEqualTo(new Observation.Missing<>());
    assertThat(observe(gone()))
        .isEqualTo(new Observation.Found<>(state(), new Owner.Ours(), "fake:/mde/v1", ""));
    share.erase("mde/v1/install.ps1");
    share.erase("mde/v1/md4ws.msi");
    share.erase(MARKER + ".pending");
    assertThat(observe(gone())).isEqualTo(new Observation.Missing<>());
    share.erase("mde/v1");
    assertThat(observe(gone())).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void aVersionOfAnotherManifestIsSeenAsThat() {
    stage();
    assertThat(resource("test").observe(List.of(there()), new Resolved(), Scope.WANTED).of(ADDRESS))
        .isEqualTo(
            new Observation.Found<>(
                state(), new Owner.AnotherManifest("prod"), "fake:/mde/v1", ""));
  }

  @Test
  void whatCannotBeUnderstoodIsNeverTakenForMissing() {
    stage();
    share.write("mde/v1/theirs", "x");
    share.erase("mde/v1/install.ps1");
    assertThat(observe(there()))
        .isEqualTo(
            new Observation.Unreadable<>(
                "fake:/mde/v1 was changed after publishing: missing [install.ps1], altered [theirs]"));
    share.write(MARKER, "[]");
    assertThat(observe(there()))
        .isEqualTo(
            new Observation.Unreadable<>(
                "fake:/mde/v1 can't be used: the file isn't a JSON object"));
    share.erase(MARKER);
    assertThat(observe(there()))
        .isEqualTo(
            new Observation.Unreadable<>(
                "fake:/mde/v1 contains files that Garrison didn't publish: [md4ws.msi, theirs]"));
  }

  @Test
  void aPlanSaysHowMuchGoesWhereAndWhyItLeaves() {
    assertThat(resource("prod").propose(there(), new Observation.Missing<>()))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            proposed -> {
              assertThat(proposed.action()).isEqualTo(Action.CREATE);
              assertThat(proposed.summary()).isEqualTo("2 files, 9 B to fake:");
            });
    assertThat(
            resource("prod")
                .propose(
                    Wanted.present(
                        ADDRESS,
                        new StagedContent(
                            "prod",
                            List.of(new ContentFile("a", 250_660_000, SCRIPT.file().sha256())))),
                    new Observation.Missing<>()))
        .extracting(proposal -> ((Proposal.Proposed) proposal).summary())
        .isEqualTo("1 file, 251 MB to fake:");
    stage();
    assertThat(resource("prod").propose(gone(), observe(gone())))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "spare"));
  }

  @Test
  void onlyWhatIsThereAndWantedIsReadBack() {
    stage();
    share.write("mde/v1/md4ws.msi", "MSI");
    StagedContentResource resource = resource("prod");
    assertThat(resource.examine(there(), observe(there())))
        .map(Diagnostic::code)
        .contains(ContentCode.CONTENT_NOT_PROVEN);
    share.forgetCalls();
    assertThat(resource.examine(there(), new Observation.Missing<>())).isEmpty();
    assertThat(resource.examine(gone(), observe(gone()))).isEmpty();
    assertThat(share.calls()).doesNotContain("digest mde/v1/md4ws.msi");
  }

  @Test
  void whatNoPackageHasAnyMoreIsLostForGood() {
    StagedContentResource resource = resource("prod");
    assertThat(resource.lost(state())).isEmpty();
    packages = List.of(SCRIPT);
    assertThat(resource.lost(state()))
        .contains("no package in the manifest contains the file \"md4ws.msi\" anymore");
  }

  @Test
  void twoPackagesWithOneFileServeIt() {
    packages = List.of(SCRIPT, INSTALLER, SCRIPT);
    stage();
    assertThat(share.names("mde/v1")).contains("install.ps1");
  }

  @Test
  void itsKindAndWhatItLeavesBehindAreSaid() {
    StagedContentResource resource = resource("prod");
    assertThat(resource.kind().name()).isEqualTo("content");
    assertThat(resource.kind().form().stateClass()).isEqualTo(StagedContent.class);
    assertThat(resource.references(state())).isEmpty();
    assertThat(resource.marked(state(), new Mark("test")))
        .isEqualTo(new StagedContent("test", state().files()));
    assertThat(ADDRESS.name()).isEqualTo("mde/v1");
    assertThat(state().files()).extracting(ContentFile::name).isSorted();
    assertThat(state().size()).isEqualTo(9);
    assertThat(resource.kind().rollback().toString())
        .contains("The version folder is deleted from the share.");
  }
}
