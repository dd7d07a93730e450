package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.placement.FolderPlacement;
import dev.garrison.mecm.placement.ScopeMembership;
import dev.garrison.survey.Survey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlacementRecipeTest {
  private static final Address APPLICATION = new Address("application", "Defender 2022");
  private static final Address COLLECTION = new Address("collection", "MDE pilot");

  /** Any state will do: the recipe looks at addresses. */
  private record Anything(String name) {}

  private static ManifestResult manifest(String name) throws IOException {
    return manifest(name, "", "");
  }

  private static ManifestResult manifest(String name, String from, String to) throws IOException {
    Path examples = Path.of(System.getProperty("repository.root")).resolve("config/examples");
    String text = Files.readString(examples.resolve(name)).replace(from, to);
    return new ManifestReader()
        .read(
            "garrison.yaml",
            examples,
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24));
  }

  private static Survey survey(String... scopes) {
    return Manifests.survey(List.of(), Set.of(scopes));
  }

  private static List<Wanted<?>> wanted(ManifestResult read, Survey survey) {
    return new PlacementRecipe(read.manifest(), survey)
        .wanted(
            List.of(Wanted.present(APPLICATION, new Anything("a"))),
            List.of(Wanted.present(COLLECTION, new Anything("c"))));
  }

  private static List<String> scopeProblems(ManifestResult read, Survey survey) {
    return new SiteFit(read, survey)
        .problems().stream()
            .filter(problem -> problem.code() == RecipeCode.SCOPE_UNKNOWN)
            .map(Diagnostic::toString)
            .toList();
  }

  @Test
  void aManifestWithoutFolderAndScopesAsksForNothing() throws IOException {
    assertThat(wanted(manifest("minimal.yaml"), survey("Default"))).isEmpty();
  }

  @Test
  void applicationsAndCollectionsHaveAFolderEachAndComeAfterIt() throws IOException {
    List<Wanted<?>> wanted = wanted(manifest("every-key.yaml"), survey("Servers"));
    assertThat(wanted.stream().map(each -> each.address().toString()))
        .containsExactly(
            "folder/application/Defender for Endpoint",
            "placement/application/Defender 2022",
            "folder/collection/Defender for Endpoint",
            "placement/collection/MDE pilot",
            "scope/Defender 2022");
    assertThat(wanted.get(1).after()).containsExactly(wanted.get(0).address());
    assertThat(wanted.get(3).desired())
        .isEqualTo(new Desired.Present<>(new FolderPlacement(COLLECTION, "Defender for Endpoint")));
  }

  @Test
  void aScopeIsSpelledAsTheSiteSpellsIt() throws IOException {
    List<Wanted<?>> wanted = wanted(manifest("every-key.yaml"), survey("SERVERS"));
    assertThat(wanted.getLast().desired())
        .isEqualTo(new Desired.Present<>(new ScopeMembership(APPLICATION, Set.of("SERVERS"))));
  }

  @Test
  void collectionsGetNoScope() throws IOException {
    assertThat(wanted(manifest("every-key.yaml"), survey("Servers")))
        .noneMatch(each -> each.address().equals(new Address("scope", COLLECTION.name())));
  }

  @Test
  void aScopeThatTheSiteLacksIsToldWithItsLine() throws IOException {
    ManifestResult read = manifest("every-key.yaml", "[Servers]", "[Default, Servres]");
    assertThat(scopeProblems(read, survey("Default", "Servers")))
        .containsExactly(
            "The security scope \"Servres\" wasn't found on the site (garrison.yaml:51). Did you mean \"Servers\"? The site has: Default, Servers. [SCOPE_UNKNOWN GAR-0530]");
  }

  @Test
  void aScopeThatTheSiteHasIsNoProblem() throws IOException {
    assertThat(scopeProblems(manifest("every-key.yaml"), survey("servers"))).isEmpty();
  }
}
