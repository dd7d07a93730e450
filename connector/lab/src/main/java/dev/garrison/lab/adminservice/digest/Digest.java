package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.device.Detection;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.Platform;
import dev.garrison.lab.device.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lab understands of an application digest.
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

  /** Scope and logical name. */
  public String modelName() {
    return scopeId + "/" + logicalName;
  }

  /**
   * One deployment type.
   *
   * @param needs what has to be on a device first, each in one of several ways
   * @param supersedes what it takes the place of
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
   * What a device must be.
   *
   * @param ruleIds operating systems of which one must fit; none means every system
   * @param others whether there are rules of another kind, which the lab's devices cannot decide
   */
  public record Requirements(List<String> ruleIds, boolean others) {
    public Requirements {
      ruleIds = List.copyOf(ruleIds);
    }

    /** Whether a system fits; unknown where only a rule that the lab does not know could say so. */
    public Verdict fit(OperatingSystem system) {
      List<Platform> known = ruleIds.stream().flatMap(id -> Platform.of(id).stream()).toList();
      if (ruleIds.isEmpty() || known.stream().anyMatch(platform -> platform.includes(system))) {
        return others ? Verdict.UNKNOWN : Verdict.YES;
      }
      return known.size() < ruleIds.size() ? Verdict.UNKNOWN : Verdict.NO;
    }
  }

  /**
   * A deployment type of another application.
   *
   * @param automatic whether clients install it, or take it off, by themselves
   */
  public record Relation(String modelName, String kind, boolean automatic) {}

  /**
   * The files of a deployment type.
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
