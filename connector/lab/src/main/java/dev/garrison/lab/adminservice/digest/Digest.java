package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.device.Detection;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.Platform;
import dev.garrison.lab.device.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an application digest that the lab interprets.
 *
 * @param logicalName unique in its scope
 * @param version the revision
 * @param text the digest as the site keeps it
 */
public record Digest(
    String scopeId,
    String logicalName,
    int version,
    String title,
    String description,
    String publisher,
    String softwareVersion,
    List<Kind> kinds,
    String text) {
  public Digest {
    kinds = List.copyOf(kinds);
  }

  /** ModelName: scope and logical name. */
  public String modelName() {
    return scopeId + "/" + logicalName;
  }

  /**
   * A deployment type.
   *
   * @param needs dependencies; each can be met in one of several ways
   * @param supersedes the deployment types that it supersedes
   * @param exitCodes class by exit code
   * @param minutes maximum run time
   * @param text the complete content, to detect a change without a new version
   */
  public record Kind(
      String logicalName,
      int version,
      String title,
      String description,
      String technology,
      Requirements requirements,
      List<List<Relation>> needs,
      List<Relation> supersedes,
      Optional<Content> content,
      Detection detection,
      String installCommand,
      Map<Integer, String> exitCodes,
      int minutes,
      String text) {
    public Kind {
      needs = needs.stream().map(List::copyOf).toList();
      supersedes = List.copyOf(supersedes);
      exitCodes = Map.copyOf(exitCodes);
    }
  }

  /**
   * Requirements of a deployment type.
   *
   * @param ruleIds operating systems of which one must fit; none means every system
   * @param others whether there are rules of another kind, which the lab's devices cannot decide
   */
  public record Requirements(List<String> ruleIds, boolean others) {
    public Requirements {
      ruleIds = List.copyOf(ruleIds);
    }

    /**
     * Checks a system; the result is unknown if it depends on a rule that the lab does not know.
     */
    public Verdict fit(OperatingSystem system) {
      List<Platform> known = ruleIds.stream().flatMap(id -> Platform.of(id).stream()).toList();
      if (ruleIds.isEmpty() || known.stream().anyMatch(platform -> platform.includes(system))) {
        return others ? Verdict.UNKNOWN : Verdict.YES;
      }
      return known.size() < ruleIds.size() ? Verdict.UNKNOWN : Verdict.NO;
    }
  }

  /**
   * A reference to a deployment type of another application.
   *
   * @param automatic whether clients install or uninstall it automatically
   */
  public record Relation(String modelName, String kind, boolean automatic) {}

  /**
   * Content of a deployment type.
   *
   * @param location a UNC path, where the site server can read it
   * @param files size in bytes by name
   */
  public record Content(String id, String location, Map<String, Long> files) {
    public Content {
      files = Map.copyOf(files);
    }
  }
}
