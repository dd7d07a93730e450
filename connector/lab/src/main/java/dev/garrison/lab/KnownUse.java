package dev.garrison.lab;

import dev.garrison.lab.adminservice.application.ApplicationUse;
import dev.garrison.lab.adminservice.content.Distribution;
import dev.garrison.lab.adminservice.deployment.Assignments;

/** What deployments and distribution know of an application. */
record KnownUse(Assignments assignments, Distribution distribution) implements ApplicationUse {
  @Override
  public int deployments(String modelName) {
    return assignments.of(modelName);
  }

  @Override
  public String packageId(String modelName) {
    return distribution.packageId(modelName);
  }
}
