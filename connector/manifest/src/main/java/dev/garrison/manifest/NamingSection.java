package dev.garrison.manifest;

import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.Optional;

/**
 * Templates for the names of objects, with {@code {os}}, {@code {ring}} and {@code {name}}.
 *
 * <p>The manifest's reader makes sure that no two objects get the same name.
 */
public record NamingSection(String application, String collection, String deployment) {
  private static final String SETTINGS = "settings";

  /** Values used where the manifest sets none. */
  public static final NamingSection DEFAULT =
      new NamingSection("Defender for Endpoint {os}", "MDE {ring} - {os}", "MDE {ring} - {os}");

  /**
   * Name of the application for an operating system.
   *
   * @param variant a word that distinguishes it from another application for the same system
   */
  public String applicationFor(String manifest, OperatingSystem system, Optional<String> variant) {
    String what = system.title() + variant.map(word -> " (" + word + ")").orElse("");
    return fill(application, manifest, what, "");
  }

  /** Name of the application that sets an antivirus mode. */
  public String applicationFor(String manifest, Ring.Antivirus mode) {
    return fill(application, manifest, words(mode), "");
  }

  /** Name of an application that is neither for one operating system nor for an antivirus mode. */
  public String applicationFor(String manifest, String what) {
    return fill(application, manifest, what, "");
  }

  /** Name of a deployment that is not for one operating system. */
  public String deploymentFor(String manifest, String what, String ring) {
    return fill(deployment, manifest, what, ring);
  }

  /** Name of a ring's collection for an operating system. */
  public String collectionFor(String manifest, OperatingSystem system, String ring) {
    return fill(collection, manifest, system.title(), ring);
  }

  /** Name of a collection that is not for one operating system. */
  public String collectionFor(String manifest, String what, String ring) {
    return fill(collection, manifest, what, ring);
  }

  /** Name of a ring's deployment for an operating system. */
  public String deploymentFor(String manifest, OperatingSystem system, String ring) {
    return fill(deployment, manifest, system.title(), ring);
  }

  /** Name of a ring's deployment of an antivirus mode for an operating system. */
  public String deploymentFor(
      String manifest, OperatingSystem system, Ring.Antivirus mode, String ring) {
    return fill(deployment, manifest, system.title() + " " + words(mode), ring);
  }

  /** Name of a ring's deployment of its settings for an operating system. */
  public String settingsDeploymentFor(String manifest, OperatingSystem system, String ring) {
    return fill(deployment, manifest, system.title() + " " + SETTINGS, ring);
  }

  /**
   * Name of the application for the settings of rings.
   *
   * @param variant a word that distinguishes it from another one
   */
  public String settingsApplicationFor(String manifest, Optional<String> variant) {
    String what = SETTINGS + variant.map(word -> " (" + word + ")").orElse("");
    return fill(application, manifest, what, "");
  }

  private static String words(Ring.Antivirus mode) {
    return "antivirus " + mode.word();
  }

  /** Replaces the placeholders in one pass, so that a ring called "{os}" keeps its name. */
  private static String fill(String template, String manifest, String system, String ring) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      if (template.startsWith("{os}", at)) {
        name.append(system);
        at += "{os}".length();
      } else if (template.startsWith("{ring}", at)) {
        name.append(ring);
        at += "{ring}".length();
      } else if (template.startsWith("{name}", at)) {
        name.append(manifest);
        at += "{name}".length();
      } else {
        name.append(template.charAt(at));
        at++;
      }
    }
    return name.toString();
  }
}
