package dev.garrison.takeover.composed;

import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.takeover.judged.Confidence;
import dev.garrison.takeover.judged.Finding;
import dev.garrison.takeover.seen.SeenApplication;
import dev.garrison.takeover.seen.SeenDeployment;
import java.util.ArrayList;
import java.util.List;

/** Describes the manifest's own objects, with the keys that they showed. */
final class OwnFindings {
  private final List<Text> why;

  OwnFindings(Mark mark) {
    this.why = List.of(Text.of("takeover-evidence.tag", "tag", mark.text()));
  }

  List<Finding> of(
      List<SeenApplication> applications, List<SeenDeployment> deployments, List<OwnRing> rings) {
    List<Finding> findings = new ArrayList<>();
    applications.forEach(each ->
        findings.add(
            ours(
                Application.KIND + "/" + each.title(),
                Text.of("takeover-own.application"),
                Text.of("takeover-became.application"))));
    for (OwnRing ring : rings) {
      findings.add(
          ours(
              DeviceCollection.address(ring.whole().name()).toString(),
              Text.of("takeover-own.ring"),
              Text.of("takeover-became.ring-own", "ring", ring.name())));
      ring.parts()
          .forEach((system, part) ->
              findings.add(
                  ours(
                      DeviceCollection.address(part.name()).toString(),
                      Text.of("takeover-own.part", "system", system.title()),
                      Text.of("takeover-became.ring-own", "ring", ring.name()))));
    }
    deployments.forEach(each ->
        findings.add(
            ours(
                each.kind() + "/" + each.name(),
                Text.of("takeover-own.deployment"),
                Text.of("takeover-became.deadline"))));
    return findings;
  }

  private Finding ours(String address, Text what, Text became) {
    return new Finding(address, what, Confidence.CERTAIN, why, became, true);
  }
}
