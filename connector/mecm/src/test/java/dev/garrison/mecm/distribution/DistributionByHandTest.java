package dev.garrison.mecm.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DistributionByHandTest {
  private static Observation<ContentDistribution> on(String... groups) {
    return new Observation.Found<>(
        ContentDistribution.to(Distributed.MODEL, List.of(groups)),
        new Owner.Ours(),
        Distributed.MODEL,
        "");
  }

  @Test
  void aPersonSendsToWhatLacksItAndTakesItOffWhatIsNotWanted() {
    assertThat(DistributionByHand.step(Distributed.to("A", "O'Neill"), on("A", "B"), Action.UPDATE))
        .contains(
            new ManualStep(
                "Software Library > Application Management > Applications > Defender > Distribute"
                    + " Content",
                "Start-CMContentDistribution -ApplicationName 'Defender'"
                    + " -DistributionPointGroupName 'O''Neill'; Remove-CMContentDistribution"
                    + " -ApplicationName 'Defender' -DistributionPointGroupName 'B' -Force"));
  }

  @Test
  void onePlaceOfTheConsoleMakesAndAnotherDeletes() {
    assertThat(
            DistributionByHand.step(
                Distributed.to("A"), new Observation.Missing<>(), Action.CREATE))
        .contains(
            new ManualStep(
                "Software Library > Application Management > Applications > Defender > Distribute"
                    + " Content",
                "Start-CMContentDistribution -ApplicationName 'Defender'"
                    + " -DistributionPointGroupName 'A'"));
    assertThat(DistributionByHand.step(Distributed.gone(), on("A"), Action.DELETE))
        .contains(
            new ManualStep(
                "Software Library > Application Management > Applications > Defender > Properties >"
                    + " Content Locations",
                "Remove-CMContentDistribution -ApplicationName 'Defender'"
                    + " -DistributionPointGroupName 'A' -Force"));
  }
}
