package dev.garrison.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.draft.OffboardProposal;
import dev.garrison.manifest.reading.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestUpdateTest {
  private final ManifestUpdate update =
      new ManifestUpdate(
          new ManifestReader(),
          Clock.fixed(Instant.parse("2026-11-30T00:48:41.007Z"), ZoneOffset.UTC));
  @TempDir Path folder;
  private Path file;
  private String before;

  @BeforeEach
  void writeTheManifest() throws IOException {
    Path example =
        Path.of(System.getProperty("repository.root"), "config", "examples", "minimal.yaml");
    before = Files.readString(example);
    file = Files.writeString(folder.toRealPath().resolve("garrison.yaml"), before);
  }

  private OffboardProposal proposal(String name) {
    return OffboardProposal.of(
        file,
        new OffboardProposal.Answers(
            name,
            Optional.of("Old servers"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "CHG1"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theOldFileStaysBesideTheNewOne() throws IOException {
    OffboardProposal proposal = proposal("leavers");
    Path backup = update.write(proposal);
    assertThat(backup).isEqualTo(file.resolveSibling("garrison.yaml.2026-11-30T00-48-41.007Z"));
    assertThat(backup).hasContent(before);
    assertThat(file).hasContent(proposal.text());
    assertThat(names()).containsExactly("garrison.yaml", "garrison.yaml.2026-11-30T00-48-41.007Z");
  }

  @Test
  void whoMayReadTheManifestStillMay() throws IOException {
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    rights.add(PosixFilePermission.GROUP_WRITE);
    Files.setPosixFilePermissions(file, rights);
    update.write(proposal("leavers"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(rights);
  }

  @Test
  void aLinkToTheManifestStaysALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    Path real = file;
    file = link;
    update.write(proposal("leavers"));
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).contains("- name: 'leavers'");
  }

  @Test
  void aFileThatWasChangedMeanwhileStays() throws IOException {
    OffboardProposal proposal = proposal("leavers");
    Files.writeString(file, before + "# more\n");
    assertThat(
            catchThrowableOfType(RefusalException.class, () -> update.write(proposal))
                .diagnostics())
        .singleElement()
        .asString()
        .endsWith("Run the command again. No changes were made. [MANIFEST_CHANGED GAR-0135]");
    assertThat(file).hasContent(before + "# more\n");
    assertThat(names()).containsExactly("garrison.yaml");
  }

  @Test
  void aTextThatIsNoManifestIsNotWritten() throws IOException {
    OffboardProposal proposal = proposal("a/b");
    assertThat(
            catchThrowableOfType(RefusalException.class, () -> update.write(proposal))
                .diagnostics())
        .singleElement()
        .asString()
        .contains("\"offboard[0].name\"");
    assertThat(file).hasContent(before);
    assertThat(names()).containsExactly("garrison.yaml");
  }
}
