package dev.garrison.takeover.composed;

import dev.garrison.engine.resource.Mark;
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
  private final List<String> why;

  OwnFindings(Mark mark) {
    this.why = List.of("the mark " + mark.text());
  }

  List<Finding> of(
      List<SeenApplication> applications, List<SeenDeployment> deployments, List<OwnRing> rings) {
    List<Finding> findings = new ArrayList<>();
    applications.forEach(each ->
        findings.add(
            ours(
                Application.KIND + "/" + each.title(),
                "an application of this manifest",
                "tenant, operatingSystems, content and the rings' antivirus")));
    for (OwnRing ring : rings) {
      findings.add(
          ours(
              DeviceCollection.address(ring.whole().name()).toString(),
              "the collection of a ring",
              "ring " + ring.name()));
      ring.parts()
          .forEach((system, part) ->
              findings.add(
                  ours(
                      DeviceCollection.address(part.name()).toString(),
                      "the part of a ring for " + system.title(),
                      "ring " + ring.name())));
    }
    deployments.forEach(each ->
        findings.add(
            ours(
                each.kind() + "/" + each.name(),
                "a deployment of this manifest",
                "its ring's deadline")));
    return findings;
  }

  private Finding ours(String address, String what, String became) {
    return new Finding(address, what, Confidence.CERTAIN, why, became, true);
  }
}
