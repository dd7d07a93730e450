package dev.garrison.lab.adminservice.application;

import java.util.List;

/** What other parts of the site know of an application. */
public interface ApplicationUse {
  /** How many deployments it has. */
  int deployments(String modelName);

  /** Its content package, empty when it has none yet. */
  String packageId(String modelName);

  /** The names of the security scopes that it is in. */
  List<String> scopes(String modelName);
}
