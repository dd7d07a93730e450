package dev.garrison.probe.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Text;
import dev.garrison.mecm.placement.RootFolders;
import dev.garrison.probe.outcome.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A console folder that exists, that is created, and that is probably mistyped. */
final class FolderCheckTest {
  private static final RootFolders FOLDERS = new RootFolders(Set.of("Defender", "Office"));

  @Test
  void aFolderThatExistsPassesInAnyCase() {
    assertThat(FolderCheck.of("defender", FOLDERS))
        .isEqualTo(new Outcome.Passed(Text.of("probe-folder.exists", "folder", "defender")));
  }

  @Test
  void aNewFolderPasses() {
    Outcome outcome = FolderCheck.of("Endpoint security", FOLDERS);
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.text().toString())
        .isEqualTo("Endpoint security: the first apply creates it");
  }

  @Test
  void aMistypedFolderIsToldWithTheNameThatWasProbablyMeant() {
    assertThat(FolderCheck.of("Defendr", FOLDERS))
        .isInstanceOfSatisfying(
            Outcome.Warned.class,
            warned ->
                assertThat(warned.findings())
                    .singleElement()
                    .asString()
                    .isEqualTo(
                        "The site has no console folder \"Defendr\" at the root, so the first apply creates it. Did you mean \"Defender\"? Correct \"consoleFolder\" in the manifest, or keep the new name. [FOLDER_NOT_THERE GAR-0824]"));
  }
}
