package dev.garrison.lab.adminservice.application;

import java.util.List;

/** Information about an application from other parts of the site. */
public interface ApplicationUse {
  /** Number of deployments. */
  int deployments(String modelName);

  /** Content package; empty if there is none yet. */
  String packageId(String modelName);

  /** Path of the console folder that contains it. */
  String folder(String modelName);

  /** Names of the security scopes that contain it. */
  List<String> scopes(String modelName);
}
