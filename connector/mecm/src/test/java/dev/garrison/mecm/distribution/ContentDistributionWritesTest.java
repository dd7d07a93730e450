package dev.garrison.mecm.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Observation;
import dev.garrison.json.Json;
import dev.garrison.mecm.distribution.ContentDistributionResource.Rules;
import org.junit.jupiter.api.Test;

/** The requests that send content and take it off, and what stands before them. */
final class ContentDistributionWritesTest {
  private static final String NO_GROUP =
      "The site has no distribution point group named \"Z\". Correct \"distribution.groups\" in the manifest, or create the group in the console. [GROUP_MISSING GAR-0261]";
  private static final Outcome NOT_MADE =
      new Outcome.Pending(
          "the site hasn't created the content package yet; this takes some seconds");

  private final Distributed there = new Distributed();

  private static String add(String groups) {
    return "invoke SMS_ContentPackage('PS100020').AddDistributionPointGroup {\"DistributionPointGroup\":[%s]}"
        .formatted(groups);
  }

  private static String remove(String group) {
    return "invoke SMS_DistributionPointGroup('{%s}').RemovePackages {\"PackageIDs\":[\"PS100020\"]}"
        .formatted(group);
  }

  @Test
  void theSiteIsToldToSendToAllGroupsOnceTheContentIsProvenWhole() {
    there.packaged(2);
    assertThat(there.carryOut(Action.CREATE, Distributed.to("A", "C")))
        .isEqualTo(new Outcome.Pending("the site is sending to A, C"));
    assertThat(there.site.writes()).containsExactly(add("\"{A}\",\"{C}\""));
    assertThat(there.proven).containsExactly(Distributed.MODEL + " after 0");
  }

  @Test
  void contentThatIsNotWholeIsNotSent() {
    there.packaged(2);
    ContentDistributionResource resource =
        new ContentDistributionResource(
            there.site,
            new Json(),
            Distributed.MARK,
            new Rules(100, "application"),
            model -> {
              throw new RefusalException(
                  Diagnostic.error(
                      DistributionCode.GROUP_MISSING, model + " is not whole.", "Stage it."));
            });
    assertThatThrownBy(() ->
            resource.carryOut(
                new Change<>(Action.CREATE, Distributed.to("A"), new Observation.Missing<>()),
                there.ids,
                Progress.silent()))
        .hasMessageStartingWith(Distributed.MODEL + " is not whole. Stage it.");
    assertThat(there.site.writes()).isEmpty();
  }

  @Test
  void withoutAContentPackageNothingIsSentOrProven() {
    assertThat(there.carryOut(Action.CREATE, Distributed.to("A"))).isEqualTo(NOT_MADE);
    assertThat(there.site.writes()).isEmpty();
    assertThat(there.proven).isEmpty();
  }

  @Test
  void theContentPackageOfAnotherApplicationDoesNotCount() {
    there.packaged(2);
    there.site.clear("SMS_ContentPackage");
    there.site.add(
        "SMS_ContentPackage", "PackageID", "PS100099", "SecurityKey", Distributed.MODEL + "2");
    assertThat(there.carryOut(Action.CREATE, Distributed.to("A"))).isEqualTo(NOT_MADE);
  }

  @Test
  void nothingIsSentWhereOneGroupIsNotThere() {
    there.packaged(2);
    assertThatThrownBy(() -> there.carryOut(Action.CREATE, Distributed.to("A", "Z")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(NO_GROUP);
    assertThat(there.site.writes()).isEmpty();
  }

  @Test
  void onlyGroupsThatLackItAreSentToAndNoneLosesItYet() {
    there.packaged(2).on("A").on("B");
    assertThat(there.carryOut(Action.UPDATE, Distributed.to("A", "C")))
        .isEqualTo(new Outcome.Pending("the site is sending to C"));
    assertThat(there.site.writes()).containsExactly(add("\"{C}\""));
  }

  @Test
  void whenAllHaveItGroupsThatAreNotWantedLoseItOneByOne() {
    there.packaged(2).on("A").on("B").on("C");
    assertThat(there.carryOut(Action.UPDATE, Distributed.to("A")))
        .isEqualTo(new Outcome.Pending("the site is removing the content from B, C"));
    assertThat(there.site.writes()).containsExactly(remove("B"), remove("C"));
    assertThat(there.proven).isEmpty();
  }

  @Test
  void allGroupsLoseOneThatIsDeleted() {
    there.packaged(2).on("A").on("B");
    assertThat(there.carryOut(Action.DELETE, Distributed.gone()))
        .isEqualTo(new Outcome.Pending("the site is removing the content from A, B"));
    assertThat(there.site.writes()).containsExactly(remove("A"), remove("B"));
  }

  @Test
  void nothingIsTakenOffWhereOneGroupIsNotThere() {
    there.packaged(2).on("A");
    there.group("{Z}", "Z", 1);
    there.assigned("Z").point("Z", 1, 2);
    Change<ContentDistribution> change =
        new Change<>(Action.DELETE, Distributed.gone(), there.seen(Distributed.gone()));
    there.site.clear("SMS_DistributionPointGroup");
    there.group("{A}", "A", 1);
    assertThatThrownBy(() -> there.resource().carryOut(change, there.ids, Progress.silent()))
        .hasMessage(NO_GROUP);
    assertThat(there.site.writes()).isEmpty();
  }

  @Test
  void withoutAContentPackageNothingIsTakenOff() {
    there.packaged(2).on("A");
    Change<ContentDistribution> change =
        new Change<>(Action.DELETE, Distributed.gone(), there.seen(Distributed.gone()));
    there.site.clear("SMS_ContentPackage");
    assertThat(there.resource().carryOut(change, there.ids, Progress.silent()))
        .isEqualTo(new Outcome.Pending("the site is removing the content from A"));
    assertThat(there.site.writes()).isEmpty();
  }

  @Test
  void aDistributionIsNeverReplaced() {
    there.packaged(2).on("A");
    assertThatThrownBy(() -> there.carryOut(Action.REPLACE, Distributed.to("A")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("distributions are never carried out as REPLACE");
  }
}
