package dev.garrison.content.staged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.content.version.VersionProof;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.folder.FolderShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagedContentResourceTest {
  private static final Address ADDRESS = StagedContent.address("mde-2016", "0123456789ab");
  private static final FileSource FILE =
      FileSource.of("install.ps1", "exit 0".getBytes(StandardCharsets.UTF_8));

  private @TempDir Path root;
  private final List<String> users = new ArrayList<>();

  private StagedContentResource resource() {
    FolderShare share = new FolderShare(new ShareAddress.Folder(root));
    return new StagedContentResource(
        new StagedContentResource.Shelf(
            share, _ -> List.copyOf(users), new VersionProof(share, new Json())),
        new Json(),
        new Mark("prod"),
        new Sources(() -> List.of(FILE)),
        "anna@host1");
  }

  private static Wanted<StagedContent> there() {
    return Wanted.present(ADDRESS, new StagedContent("prod", List.of(FILE.file())));
  }

  private static Wanted<StagedContent> gone() {
    return new Wanted<>(ADDRESS, new Desired.Absent<>("spare"));
  }

  private Observation<StagedContent> observe(Wanted<StagedContent> wanted) {
    return resource().observe(List.of(wanted), new Resolved(), Scope.WANTED).of(ADDRESS);
  }

  private Outcome carryOut(Action action, Wanted<StagedContent> wanted) {
    return resource()
        .carryOut(new Change<>(action, wanted, observe(wanted)), new Resolved(), Progress.silent());
  }

  private Path version(String name) {
    return root.resolve("mde-2016/0123456789ab").resolve(name);
  }

  @Test
  void aVersionThatIsStillUsedStaysWhole() {
    carryOut(Action.CREATE, there());
    users.addAll(List.of("Defender for Endpoint 2016", "Made in the console"));
    assertThat(carryOut(Action.DELETE, gone()))
        .isEqualTo(
            new Outcome.Pending(
                "stays while these use the content: Defender for Endpoint 2016, Made in the console"));
    assertThat(observe(there())).isInstanceOf(Observation.Found.class);
    users.clear();
    assertThat(carryOut(Action.DELETE, gone())).isEqualTo(new Outcome.Done());
    assertThat(root.resolve("mde-2016/0123456789ab")).doesNotExist();
  }

  @Test
  void aHalfRemovedVersionIsNeverTakenForWholeAndItsRemovalIsFinished() throws IOException {
    carryOut(Action.CREATE, there());
    Files.move(version(".garrison.json"), version(".garrison.json.pending"));
    assertThat(observe(there())).isEqualTo(new Observation.Missing<>());
    assertThat(resource().propose(gone(), observe(gone())))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "spare"));
    assertThat(carryOut(Action.DELETE, gone())).isEqualTo(new Outcome.Done());
    assertThat(observe(gone())).isEqualTo(new Observation.Missing<>());
  }
}
