package dev.garrison.mecm.distribution;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.mecm.offer.PowerShellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Manual steps for a distribution if the site has no method for it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/powershell/module/configurationmanager/start-cmcontentdistribution">Start-CMContentDistribution</a>
 */
final class DistributionByHand {
  private DistributionByHand() {}

  /** The step for the console and for PowerShell. */
  static Optional<ManualStep> step(
      Wanted<ContentDistribution> wanted, Observation<ContentDistribution> seen, Action action) {
    ContentDistribution nowhere = new ContentDistribution("", new TreeMap<>());
    ContentDistribution there =
        seen instanceof Observation.Found<ContentDistribution> found ? found.state() : nowhere;
    ContentDistribution state =
        wanted.desired() instanceof Desired.Present<ContentDistribution>(ContentDistribution wish)
            ? wish
            : nowhere;
    String name = wanted.address().name();
    List<String> commands = new ArrayList<>();
    state
        .without(there)
        .groups()
        .keySet()
        .forEach(group -> commands.add(command("Start-CMContentDistribution", name, group)));
    there
        .without(state)
        .groups()
        .keySet()
        .forEach(group ->
            commands.add(command("Remove-CMContentDistribution", name, group) + " -Force"));
    return Optional.of(
        new ManualStep(
            (action == Action.DELETE
                    ? Text.of("distribution.removal-step", "name", name)
                    : Text.of("distribution.step", "name", name))
                .toString(),
            String.join("; ", commands)));
  }

  private static String command(String cmdlet, String application, String group) {
    return "%s -ApplicationName %s -DistributionPointGroupName %s"
        .formatted(cmdlet, PowerShellText.quoted(application), PowerShellText.quoted(group));
  }
}
