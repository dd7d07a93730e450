package dev.garrison.recipe.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.share.SharePath;
import dev.garrison.survey.StagedVersions;
import dev.garrison.survey.StagedVersions.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The manifest wants "new" of folder "f" for application "App". */
final class RetentionRecipeTest {
  private static final Address APP = new Address("application", "App");
  private static final RetentionRecipe.Kept KEPT =
      new RetentionRecipe.Kept("Scope/App", APP, path("new"));

  private static SharePath path(String version) {
    return SharePath.of("f/" + version);
  }

  private static StagedVersions.Version version(String name, int written, Condition condition) {
    return new StagedVersions.Version(
        path(name), condition, Instant.EPOCH.plusSeconds(written), Optional.empty());
  }

  /** Whole versions, the oldest first. */
  private static List<StagedVersions.Version> whole(String... names) {
    List<StagedVersions.Version> versions = new ArrayList<>();
    for (String name : names) {
      versions.add(version(name, versions.size(), Condition.WHOLE));
    }
    return versions;
  }

  private static RetentionRecipe recipe(StagedVersions shelf, int keep) {
    return new RetentionRecipe(shelf, keep, List.of(KEPT));
  }

  private static List<String> leaving(StagedVersions shelf, int keep) {
    return recipe(shelf, keep).wanted().stream()
        .map(wanted -> wanted.address().name() + ": " + reason(wanted))
        .toList();
  }

  private static String reason(Wanted<?> wanted) {
    return ((Desired.Absent<?>) wanted.desired()).reason();
  }

  private static StagedVersions.Use use(
      String version, String modelName, String title, boolean latest) {
    return new StagedVersions.Use(path(version), modelName, title, latest);
  }

  @Test
  void theLatestStayAndTheOldestLeavesWithWhatKeepsTheOthers() {
    assertThat(
            leaving(new StagedVersions(whole("d", "c", "b", "a", "new"), List.of(), Set.of()), 3))
        .containsExactly("f/d: no application uses it; kept: new for App; a, b, c as the latest 3");
  }

  @Test
  void asManyAsAreKeptAllStay() {
    assertThat(leaving(new StagedVersions(whole("c", "b", "a", "new"), List.of(), Set.of()), 3))
        .isEmpty();
  }

  @Test
  void theWantedVersionCountsEvenBeforeItIsPublished() {
    assertThat(leaving(new StagedVersions(whole("b", "a"), List.of(), Set.of()), 1))
        .containsExactly("f/b: no application uses it; kept: new for App; a as the latest one");
  }

  @Test
  void aVersionThatAnotherApplicationUsesStaysAndDoesNotCount() {
    StagedVersions shelf =
        new StagedVersions(
            whole("c", "b", "a", "new"),
            List.of(use("c", "Scope/Other", "Made in the console", true)),
            Set.of());
    assertThat(leaving(shelf, 1))
        .containsExactly(
            "f/b: no application uses it; kept: c for Made in the console; new for App; a as the latest one");
  }

  @Test
  void aVersionThatOurApplicationLeavesGoesAfterTheApplicationIsChanged() {
    StagedVersions shelf =
        new StagedVersions(
            whole("c", "b", "new"), List.of(use("c", "Scope/App", "App", true)), Set.of());
    List<Wanted<?>> leaving = recipe(shelf, 1).wanted();
    assertThat(leaving).hasSize(1);
    assertThat(leaving.getFirst().address()).isEqualTo(new Address("content", "f/c"));
    assertThat(leaving.getFirst().after()).containsExactly(APP);
  }

  @Test
  void aVersionOfAnOlderRevisionThatIsStillDeployedStays() {
    StagedVersions shelf =
        new StagedVersions(
            whole("c", "b", "new"), List.of(use("c", "Scope/App", "App", false)), Set.of());
    assertThat(leaving(shelf, 1)).isEmpty();
  }

  @Test
  void nothingLeavesWhileAnApplicationCannotBeRead() {
    StagedVersions shelf =
        new StagedVersions(whole("c", "b", "a", "new"), List.of(), Set.of("Odd", "App"));
    assertThat(leaving(shelf, 1)).isEmpty();
    assertThat(recipe(shelf, 1).remarks())
        .containsExactly(
            "no old version is removed from the share: it cannot be read which one App, Odd uses");
  }

  @Test
  void aVersionThatSomebodyChangedStaysAndIsNamed() {
    List<StagedVersions.Version> versions = new ArrayList<>(whole("b", "a", "new"));
    versions.add(version("odd", -1, Condition.CHANGED));
    StagedVersions shelf = new StagedVersions(versions, List.of(), Set.of());
    assertThat(leaving(shelf, 2)).isEmpty();
    assertThat(recipe(shelf, 2).remarks())
        .containsExactly("f/odd stays on the share: it was changed after it was published");
  }

  @Test
  void whatWasCutShortLeavesAndNeverCountsAsOneOfTheLatest() {
    List<StagedVersions.Version> versions = new ArrayList<>(whole("a", "new"));
    versions.add(version("half", 99, Condition.CUT_SHORT));
    assertThat(leaving(new StagedVersions(versions, List.of(), Set.of()), 1))
        .containsExactly("f/half: never finished, or half removed; no application uses it");
  }

  @Test
  void twoOfOneTimeLeaveInTheOrderOfTheirNames() {
    List<StagedVersions.Version> versions =
        List.of(version("b", 5, Condition.WHOLE), version("a", 5, Condition.WHOLE));
    assertThat(leaving(new StagedVersions(versions, List.of(), Set.of()), 1))
        .containsExactly("f/b: no application uses it; kept: new for App; a as the latest one");
  }
}
