package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.device.Detection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lab understands of an application digest.
 *
 * @param logicalName {@code Application_<guid>}
 * @param version the revision
 */
public record Digest(
    String scopeId,
    String logicalName,
    int version,
    String title,
    String description,
    String publisher,
    String softwareVersion,
    List<Kind> kinds) {
  public Digest {
    kinds = List.copyOf(kinds);
  }

  /** Scope and logical name. */
  public String modelName() {
    return scopeId + "/" + logicalName;
  }

  /**
   * One deployment type.
   *
   * @param needs what has to be on a device first, each in one of several ways
   * @param platforms RuleIds of which one must fit; none means every system
   * @param exitCodes class by exit code
   * @param minutes maximum run time
   * @param text everything in it, to see whether it changed without a new version
   */
  public record Kind(
      String logicalName,
      int version,
      String title,
      String description,
      String technology,
      List<String> platforms,
      List<List<Dependency>> needs,
      Optional<Content> content,
      Detection detection,
      String installCommand,
      Map<Integer, String> exitCodes,
      int minutes,
      String text) {
    public Kind {
      platforms = List.copyOf(platforms);
      needs = needs.stream().map(List::copyOf).toList();
      exitCodes = Map.copyOf(exitCodes);
    }
  }

  /**
   * A deployment type of another application that may meet a need.
   *
   * @param automatic whether clients install it by themselves
   */
  public record Dependency(String modelName, String kind, boolean automatic) {}

  /**
   * The files of a deployment type.
   *
   * @param location UNC path with a trailing backslash
   * @param files size in bytes by name
   */
  public record Content(String id, String location, Map<String, Long> files) {
    public Content {
      files = Map.copyOf(files);
    }
  }
}
