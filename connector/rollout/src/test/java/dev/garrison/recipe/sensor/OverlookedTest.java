package dev.garrison.recipe.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.declinepolicy.DeclinePolicy;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.wsus.sensor.SensorStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OverlookedTest {
  private static final UUID PRODUCT = new UUID(0, 77);
  private static final SensorProduct SENSOR = SensorProduct.of(PRODUCT);
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final ReleaseLine AGENT = ReleaseLine.UNIFIED_AGENT;
  private static final ReleaseLine SERVER =
      new ReleaseLine(new Family("Windows Server 2019"), new Channel("Current Channel (Broad)"));
  private static final String CURRENT =
      "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8760.27617.1006)";
  private static final String RENAMED =
      "2026-11 Update for Defender for Endpoint sensor (KB5005292) 100% new";
  private static final String OTHER_FAMILY =
      "Windows 10/11 - Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8838.26060.15013) - Current Channel (Staged)";

  private int number;

  private Update made(String title, String day, Publication publication, boolean part) {
    number++;
    Instant created = Instant.parse(day + "T08:00:00Z");
    return new Update(
        new UpdateIdentity(new UUID(1, number), 1),
        Labels.of(
            title,
            Set.of("5005292"),
            Set.of(
                new Category(Category.Kind.PRODUCT, PRODUCT, "Microsoft Defender for Endpoint"))),
        new Standing(publication, true, false, false, Optional.empty(), created, created),
        new Installation(ContentState.READY, Licence.NONE, false, part));
  }

  private Update made(String title, String day) {
    return made(title, day, Publication.PUBLISHED, false);
  }

  private static SensorUpdateSection section(Set<Family> leftOut, ReleaseLine... releases) {
    return new SensorUpdateSection(
        new TreeSet<>(List.of(releases)),
        new TreeSet<>(leftOut),
        List.of(),
        Optional.empty(),
        false,
        false,
        List.of(),
        SensorUpdateSection.Subscription.MANUAL,
        SensorUpdateSection.Decline.REPORT,
        DeclinePolicy.LEAST_GRACE,
        Optional.empty());
  }

  private static Overlooked.Server server(String name, Optional<Update> current, Update... others) {
    SortedMap<ReleaseLine, Choice> choices = new TreeMap<>();
    List<Update> all = new ArrayList<>(List.of(others));
    current.ifPresent(update -> {
      all.add(update);
      SensorUpdate sensor = ((Recognition.Ours) SENSOR.recognise(update)).sensor();
      choices.put(sensor.line(), new Choice.Selected(sensor, List.of()));
    });
    return new Overlooked.Server(
        name,
        new SensorStock(Optional.of(SENSOR), GroupTree.of(List.of()), all, List.of(), List.of()),
        choices);
  }

  private static List<String> warnings(SensorUpdateSection section, Overlooked.Server... servers) {
    return new Overlooked(section, NOW)
        .warnings(List.of(servers)).stream().map(Diagnostic::toString).toList();
  }

  /** With one that is current since the first of November beside it. */
  private List<String> beside(Update other, Family... leftOut) {
    return warnings(
        section(Set.of(leftOut), AGENT),
        server("WSUS01", Optional.of(made(CURRENT, "2026-11-01")), other));
  }

  @Test
  void anotherTitleThatIsNewerThanWhatIsCurrentIsNamed() {
    assertThat(beside(made(RENAMED, "2026-11-20")))
        .containsExactly(
            "\"2026-11 Update for Defender for Endpoint sensor (KB5005292) 100% new\" of 2026-11-20 isn't used on WSUS01: Garrison can't interpret the title (it is not of the form '[family - ]Update for Microsoft Defender for Endpoint - KB... (Version ...)[ - channel]'). Check the update in the WSUS console. If your servers need it, approve it there, and report its title with \"garrison wsus probe --report FILE\". [NEWER_UPDATE_PASSED_OVER GAR-0559]");
  }

  @Test
  void anotherTitleThatIsOlderSaysNothing() {
    assertThat(beside(made(RENAMED, "2026-10-20"))).isEmpty();
  }

  @Test
  void whereNothingIsCurrentEveryOtherTitleIsNamed() {
    Update other = made(RENAMED, "2020-01-01");

    assertThat(warnings(section(Set.of(), AGENT), server("WSUS01", Optional.empty(), other)))
        .hasSize(1);
  }

  @Test
  void oneLineWithoutACurrentUpdateIsEnoughForThat() {
    Optional<Update> current = Optional.of(made(CURRENT, "2026-11-01"));
    Update other = made(RENAMED, "2020-01-01");

    assertThat(warnings(section(Set.of(), AGENT, SERVER), server("WSUS01", current, other)))
        .hasSize(1);
  }

  @Test
  void aFamilyThatIsNeitherListedNorLeftOutIsNamed() {
    assertThat(beside(made(OTHER_FAMILY, "2026-11-20")))
        .containsExactly(
            "\"Windows 10/11 - Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8838.26060.15013) - Current Channel (Staged)\" of 2026-11-20 isn't used on WSUS01: the manifest neither lists nor excludes the family \"Windows 10/11\". Add the family to \"wsus.sensorUpdate.releases\", or to \"leaveOut\" if your servers don't need it. [NEWER_UPDATE_PASSED_OVER GAR-0559]");
  }

  @Test
  void aFamilyThatIsLeftOutSaysNothing() {
    assertThat(beside(made(OTHER_FAMILY, "2026-11-20"), new Family("Windows 10/11"))).isEmpty();
  }

  @Test
  void whatIsWithdrawnOrAPartOfAnotherSaysNothing() {
    assertThat(beside(made(RENAMED, "2026-11-20", Publication.EXPIRED, false))).isEmpty();
    assertThat(beside(made(RENAMED, "2026-11-20", Publication.PUBLISHED, true))).isEmpty();
  }

  @Test
  void oneUpdateOnSeveralServersIsOneWarning() {
    Optional<Update> current = Optional.of(made(CURRENT, "2026-11-01"));
    Update renamed = made(RENAMED, "2026-11-20");

    assertThat(
            warnings(
                section(Set.of(), AGENT),
                server("WSUS02", current, renamed),
                server("WSUS01", current, renamed)))
        .singleElement()
        .asString()
        .contains(" on WSUS01, WSUS02: ");
  }

  @Test
  void whatIsCurrentForMoreThanSixtyDaysIsNamed() {
    SensorUpdateSection section = section(Set.of(), AGENT);

    assertThat(warnings(section, server("WSUS01", Optional.of(made(CURRENT, "2026-09-28")))))
        .containsExactly(
            "unified agent, no channel: 10.8760.27617.1006, the newest update on WSUS01, was released on 2026-09-28, more than 60 days ago. Check the WSUS console for a newer update of KB5005292 with another title. If there is none, run \"garrison wsus sync\". [CURRENT_UPDATE_IS_OLD GAR-0999]");
    assertThat(warnings(section, server("WSUS01", Optional.of(made(CURRENT, "2026-09-30")))))
        .isEmpty();
  }

  @Test
  void twoTitlesAreTwoWarnings() {
    Optional<Update> current = Optional.of(made(CURRENT, "2026-11-01"));
    assertThat(
            warnings(
                section(Set.of(), AGENT),
                server(
                    "WSUS01",
                    current,
                    made(RENAMED, "2026-11-20"),
                    made("Another " + RENAMED, "2026-11-20"))))
        .hasSize(2);
  }
}
