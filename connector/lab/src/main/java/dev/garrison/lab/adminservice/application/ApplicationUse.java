package dev.garrison.lab.adminservice.application;

import java.util.List;

/** Information about an application from other parts of the site. */
public interface ApplicationUse {
  /** How many deployments it has. */
  int deployments(String modelName);

  /** Its content package, empty when it has none yet. */
  String packageId(String modelName);

  /** The names of the security scopes that it is in. */
  List<String> scopes(String modelName);
}
