package dev.garrison.mecm.updaterule;

import dev.garrison.language.Text;
import dev.garrison.mecm.offer.PowerShellText;
import dev.garrison.mecm.softwareupdate.ServedRing;
import dev.garrison.mecm.softwareupdate.SiteCollection;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import java.util.ArrayList;
import java.util.List;

/**
 * Specification of the rule that the administrator must create for a ring. Its deployments are
 * enabled only if the titles on the site prove that it selects exactly the releases of the
 * manifest; otherwise a person checks each deployment.
 *
 * @param deploymentPackage the package into which it downloads
 * @param titles texts of which an update's title must contain one; empty if titles cannot select
 *     the wanted releases
 */
public record RuleOrder(ServedRing ring, String deploymentPackage, List<String> titles) {
  public RuleOrder {
    titles = List.copyOf(titles);
  }

  List<String> notes(SiteSighting sighting) {
    TitleReach reach = TitleReach.of(this, sighting);
    if (reach.isExact()) {
      return List.of(Text.of("update-rule.enabled").toString());
    }
    List<String> notes =
        new ArrayList<>(List.of(Text.of("update-rule.disabled-deployments").toString()));
    notes.addAll(reach.doubts());
    return notes;
  }

  /**
   * The command of Garrison's PowerShell module. It names the collection, as the module requires.
   */
  String command(SiteSighting sighting) {
    StringBuilder command =
        new StringBuilder(
                "New-GarrisonUpdateRule -Name %s".formatted(PowerShellText.quoted(ring.rule())))
            .append(" -CollectionName ")
            .append(PowerShellText.quoted(collection(sighting)))
            .append(" -PackageName ")
            .append(PowerShellText.quoted(deploymentPackage))
            .append(" -DeadlineDays ")
            .append(ring.deadlineDays());
    if (!titles.isEmpty()) {
      List<String> all = new ArrayList<>();
      titles.forEach(title -> all.add(PowerShellText.quoted(title)));
      command.append(" -Title ").append(String.join(", ", all));
    }
    return command
        .append(TitleReach.of(this, sighting).isExact() ? " -EnableDeployment" : "")
        .toString();
  }

  private String collection(SiteSighting sighting) {
    return sighting instanceof SiteSighting.Seen(var updates)
        ? updates.collections().getOrDefault(ring.collection(), List.of()).stream()
            .map(SiteCollection::name)
            .findFirst()
            .orElse(ring.collection())
        : ring.collection();
  }
}
