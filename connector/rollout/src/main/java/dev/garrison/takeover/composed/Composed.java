package dev.garrison.takeover.composed;

import dev.garrison.language.Text;
import dev.garrison.takeover.draft.Draft;
import dev.garrison.takeover.judged.Finding;
import java.util.List;

/**
 * A draft with its findings and remarks.
 *
 * @param findings every object that has to do with onboarding
 * @param left facts that the manifest cannot express, with the reason
 * @param twoOwners deployments that reach servers which the manifest's deployments reach too
 * @param adopt addresses of objects that belong to the manifest and lost its mark
 */
public record Composed(
    Draft draft,
    List<Finding> findings,
    List<Text> left,
    List<Text> twoOwners,
    List<String> adopt) {
  public Composed {
    findings = List.copyOf(findings);
    left = List.copyOf(left);
    twoOwners = List.copyOf(twoOwners);
    adopt = List.copyOf(adopt);
  }
}
