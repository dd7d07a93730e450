package dev.garrison.mecm.application.model;

import dev.garrison.digest.NameBasedUuid;
import dev.garrison.digest.Sha256;

/**
 * The identifiers of one application, known before it exists (ADR 0008).
 *
 * @param manifest the manifest's name
 * @param key the application's key in the manifest
 * @param generation raised when an application must be created again under the same key
 */
public record Identifiers(String manifest, String key, int generation) {
  private static final int VERSION_OF_OURS = 8;

  /** Identifiers of an application that is created again under the same key. */
  Identifiers next() {
    return new Identifiers(manifest, key, generation + 1);
  }

  /** Logical name of the application: {@code Application_<guid>}. */
  public String application() {
    return "Application_" + uuid("application");
  }

  /** Logical name of the deployment type: {@code DeploymentType_<guid>}. */
  public String deploymentType() {
    return "DeploymentType_" + uuid("deploymentType");
  }

  /**
   * {@code Content_<guid>}: different for other bytes or another location.
   *
   * @param digest of the content's files with their names
   * @param location the UNC path that the digest will carry
   */
  public String content(Sha256 digest, String location) {
    return "Content_"
        + NameBasedUuid.of(
            "content", manifest, key, Integer.toString(generation), digest.hex(), location);
  }

  /** The name of a detection setting: the same while it reads the same registry value. */
  public static String setting(String deploymentType, RegistryClause clause) {
    return "RegSetting_"
        + NameBasedUuid.of(
            "setting",
            deploymentType,
            clause.key(),
            clause.valueName(),
            clause.dataType().name(),
            Boolean.toString(clause.is64Bit()));
  }

  /** The name of the deployment type's operating system rule. */
  public static String operatingSystemRule(String deploymentType) {
    return "Rule_" + NameBasedUuid.of("operatingSystemRule", deploymentType);
  }

  /** The name of the rule by which a deployment type depends on another. */
  public static String dependencyRule(String deploymentType, Dependency dependency) {
    return "DTRule_"
        + NameBasedUuid.of(
            "dependencyRule",
            deploymentType,
            dependency.application(),
            dependency.deploymentType());
  }

  /** Whether Garrison made this identifier: the console makes random ones, which are version 4. */
  public static boolean isOurs(String identifier) {
    String uuid = identifier.substring(identifier.indexOf('_') + 1);
    return uuid.matches("[0-9a-f]{8}-[0-9a-f]{4}-" + VERSION_OF_OURS + "[0-9a-f]{3}-[0-9a-f-]{17}");
  }

  private String uuid(String kind) {
    return NameBasedUuid.of(kind, manifest, key, Integer.toString(generation)).toString();
  }
}
