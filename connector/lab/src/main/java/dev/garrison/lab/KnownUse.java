package dev.garrison.lab;

import dev.garrison.lab.adminservice.application.ApplicationUse;
import dev.garrison.lab.adminservice.console.Scopes;
import dev.garrison.lab.adminservice.content.Distribution;
import dev.garrison.lab.adminservice.deployment.Assignments;
import java.util.List;

/** Use of an application: its deployments, its content package, and its security scopes. */
record KnownUse(Assignments assignments, Distribution distribution, Scopes scopes)
    implements ApplicationUse {
  @Override
  public List<String> scopes(String modelName) {
    return scopes.namesOf(modelName);
  }

  @Override
  public int deployments(String modelName) {
    return assignments.of(modelName);
  }

  @Override
  public String packageId(String modelName) {
    return distribution.packageId(modelName);
  }
}
