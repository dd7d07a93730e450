package dev.garrison.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.resource.Mark;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.seen.SeenCollection;
import dev.garrison.takeover.seen.SeenSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose manifest is rebuilt where a site has objects of several. */
final class SeveralManifestsTest {
  /** A collection of a ring of each of these manifests. */
  private static SeenSite site(String kind, String... manifests) {
    Map<String, DeviceCollection> rules = new TreeMap<>();
    List<SeenCollection> collections = new ArrayList<>();
    for (String manifest : manifests) {
      String name = "MDE pilot of " + manifest;
      String comment = new Mark(manifest).after(kind);
      rules.put(
          name,
          new DeviceCollection(name, comment, "All", Set.of(), Set.of(), Set.of(), Set.of(), 2));
      collections.add(new SeenCollection(name, name, comment, 3, false, "All"));
    }
    return new SeenSite(
        new Site(
            new Site.Identity(
                "PS1", "9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Optional.empty(), Optional.empty()),
            List.of(),
            RollupState.UNKNOWN),
        new RouteDecision.Admitted(OnboardingRoute.APPLICATION, "", List.of(), List.of()),
        List.of(),
        List.of(),
        collections,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        new TreeMap<>(),
        rules);
  }

  private static Optional<String> chosen(SeenSite site, Map<String, String> given) {
    return Takeover.mark(site, new Answers(given)).map(Mark::manifest);
  }

  @Test
  void nobodyChoosesBetweenTwoManifests() {
    SeenSite site = site("Servers of ring pilot.", "west", "east");
    assertThatThrownBy(() -> chosen(site, Map.of()))
        .hasMessage(
            "The site has objects of several manifests: east, west. Specify the manifest to rebuild with --name. No changes were made. [SEVERAL_MANIFESTS GAR-0141]");
  }

  @Test
  void aNameChooses() {
    SeenSite site = site("Servers of ring pilot.", "west", "east");
    assertThat(chosen(site, Map.of("--name", "west"))).contains("west");
    assertThat(chosen(site, Map.of("--name", "north"))).isEmpty();
  }

  @Test
  void theOnlyOneIsRebuilt() {
    assertThat(chosen(site("Servers of ring pilot.", "west"), Map.of())).contains("west");
  }

  @Test
  void aMarkWithoutARingIsNoManifest() {
    assertThat(chosen(site("Servers that leave.", "west", "east"), Map.of())).isEmpty();
  }
}
