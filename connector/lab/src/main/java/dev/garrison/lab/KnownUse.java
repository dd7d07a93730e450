package dev.garrison.lab;

import dev.garrison.lab.adminservice.application.ApplicationUse;
import dev.garrison.lab.adminservice.console.Folders;
import dev.garrison.lab.adminservice.console.Scopes;
import dev.garrison.lab.adminservice.content.Distribution;
import dev.garrison.lab.adminservice.deployment.Assignments;
import java.util.List;

/** Use of an application: its deployments, its content package, and its security scopes. */
record KnownUse(Assignments assignments, Distribution distribution, Scopes scopes, Folders folders)
    implements ApplicationUse {
  @Override
  public List<String> scopes(String modelName) {
    return scopes.namesOf(modelName);
  }

  @Override
  public String folder(String modelName) {
    return folders.pathOf(Folders.APPLICATIONS, modelName);
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
