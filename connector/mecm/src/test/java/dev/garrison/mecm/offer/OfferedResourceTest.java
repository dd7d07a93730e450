package dev.garrison.mecm.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.placement.ConsoleFolder;
import dev.garrison.mecm.placement.ConsoleFolderResource;
import dev.garrison.mecm.placement.ConsoleObject;
import dev.garrison.mecm.placement.FolderPlacement;
import dev.garrison.mecm.placement.FolderPlacementResource;
import org.junit.jupiter.api.Test;

/** What a step of a plan is where the site does not offer what it takes. */
final class OfferedResourceTest {
  private static final Address APPLICATION = new Address("application", "Defender");
  private static final String[] FOLDER = {
    "SMS_ObjectContainerNode.Name",
    "SMS_ObjectContainerNode.ObjectType",
    "SMS_ObjectContainerNode.ParentContainerNodeID"
  };

  private final FakeAdminService site = new FakeAdminService();

  private Proposal folder() {
    return new Step<>(
            new ConsoleFolderResource(site, new Json()),
            Wanted.present(
                ConsoleFolder.address(ConsoleObject.APPLICATION, "Security"),
                new ConsoleFolder(ConsoleObject.APPLICATION, "Security")),
            new Observation.Missing<>())
        .propose(new Observation.Missing<>());
  }

  private Proposal placement(Desired<FolderPlacement> desired) {
    return new Step<>(
            new FolderPlacementResource(site, new Json()),
            new Wanted<>(FolderPlacement.address(APPLICATION), desired),
            new Observation.Missing<>())
        .propose(new Observation.Missing<>());
  }

  @Test
  void whatTheSiteOffersIsWritten() {
    site.offer(FOLDER);
    assertThat(folder())
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            proposed -> assertThat(proposed.action()).isEqualTo(Action.CREATE));
  }

  @Test
  void whatItDoesNotOfferIsRefused() {
    site.offer(FOLDER).withhold(FOLDER[1]);
    assertThat(folder())
        .isInstanceOfSatisfying(
            Proposal.Refused.class,
            refused ->
                assertThat(refused.diagnostic().problem())
                    .isEqualTo(
                        "\"folder/application/Security\" can't be created: this site doesn't offer SMS_ObjectContainerNode.ObjectType."));
  }

  @Test
  void whatItDoesNotOfferAPersonDoesWhereThereIsAWay() {
    assertThat(placement(new Desired.Present<>(new FolderPlacement(APPLICATION, "Security"))))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            proposed -> {
              assertThat(proposed.action()).isEqualTo(Action.MANUAL);
              assertThat(proposed.summary())
                  .isEqualTo(
                      "into folder \"Security\"; this site offers no method for this change");
              assertThat(proposed.step()).isPresent();
            });
  }

  @Test
  void whatWritesNothingNeedsNothing() {
    assertThat(placement(new Desired.Absent<>("it goes")))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            proposed -> assertThat(proposed.action()).isEqualTo(Action.NO_OP));
  }
}
