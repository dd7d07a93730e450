package dev.garrison.manifest.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OffboardProposalTest {
  @TempDir Path folder;

  private OffboardProposal proposal(String manifest) throws IOException {
    Path file = Files.writeString(folder.resolve("garrison.yaml"), manifest);
    return OffboardProposal.of(
        file,
        new OffboardProposal.Answers(
            "it's",
            Optional.of("Old servers"),
            List.of(),
            Optional.of(folder.resolve("packages/o.zip")),
            Optional.of("+48h"),
            Optional.of(3),
            Optional.of(AfterOffboarding.KEEP_OTHER),
            List.of("SQL01"),
            "CHG1"));
  }

  @Test
  void aFirstEntryComesAtTheEndOfTheFile() throws IOException {
    OffboardProposal proposal = proposal("name: x\nrings: []");
    assertThat(proposal.line()).isEqualTo(2);
    assertThat(proposal.text())
        .isEqualTo(
            """
            name: x
            rings: []
            offboard:
              - name: 'it''s'
                collection: 'Old servers'
                package: 'packages/o.zip'
                deadline: '+48h'
                maxDevices: 3
                afterOffboarding: keep-other
                withoutAntivirus: ['SQL01']
                reason: 'CHG1'
            """);
  }

  @Test
  void anotherEntryComesBeforeTheOthersIndentedLikeThem() throws IOException {
    OffboardProposal proposal =
        proposal("offboard: # who leaves\n\n- name: a\n  reason: b\nrings: []\n");
    assertThat(proposal.line()).isEqualTo(1);
    assertThat(proposal.entry()).first().isEqualTo("- name: 'it''s'");
    assertThat(proposal.text())
        .startsWith("offboard: # who leaves\n- name: 'it''s'\n")
        .endsWith("  reason: 'CHG1'\n\n- name: a\n  reason: b\nrings: []\n");
  }

  @Test
  void aListOnOneLineIsLeftToThePerson() {
    assertThat(
            catchThrowableOfType(RefusalException.class, () -> proposal("offboard: []\n"))
                .diagnostics())
        .singleElement()
        .asString()
        .matches(
            "The \"offboard\" section of .*garrison.yaml has a form to which no entry can be added. Write the section as a list with each entry on lines of its own, or add the entry manually: - name: 'it''s' collection: 'Old servers' .* reason: 'CHG1' \\[ENTRY_HAS_NO_PLACE GAR-0134]");
  }

  @Test
  void theRestOfTheFileStaysByteForByte() throws IOException {
    OffboardProposal proposal =
        proposal("offboard:\r\n  # who\r\n  - name: a \r\n\r\nrings: [] # none\r\n\r\n");
    assertThat(proposal.text())
        .startsWith("offboard:\r\n  - name: 'it''s'\r\n    collection: 'Old servers'\r\n")
        .endsWith("    reason: 'CHG1'\r\n  # who\r\n  - name: a \r\n\r\nrings: [] # none\r\n\r\n");
  }

  @Test
  void aManifestThatWasChangedSinceIsRefused() throws IOException {
    OffboardProposal proposal = proposal("rings: []\n");
    Files.writeString(proposal.file(), "rings: [] # two\n");
    assertThat(
            catchThrowableOfType(
                    RefusalException.class, () -> proposal.requireUnchanged(proposal.file()))
                .diagnostics())
        .singleElement()
        .asString()
        .isEqualTo(
            "%s was changed after Garrison read the file. Run the command again. No changes were made. [MANIFEST_CHANGED GAR-0135]"
                .formatted(proposal.file()));
  }
}
