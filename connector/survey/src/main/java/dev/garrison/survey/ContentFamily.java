package dev.garrison.survey;

import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.share.SharePath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Servers that get the same files, with the folder of all versions of these files.
 *
 * @param folder its name on the content share
 */
public record ContentFamily(String folder) {
  private static final Pattern VERSION = Pattern.compile("[0-9a-f]{12}");
  private static final Pattern LOCATION =
      Pattern.compile(".*[\\\\/]([^\\\\/]+)[\\\\/]+([0-9a-f]{12})[\\\\/]*");

  /** Family that sets an antivirus mode, the same for every system and either mode. */
  public static ContentFamily antivirusMode() {
    return new ContentFamily("mde-antivirus");
  }

  /** Family that writes sample sharing and proxies, the same for every system. */
  public static ContentFamily settings() {
    return new ContentFamily("mde-settings");
  }

  /** Family that offboards servers, the same for every entry. */
  public static ContentFamily offboarding() {
    return new ContentFamily("mde-offboarding");
  }

  /** Family of an operating system. */
  public static ContentFamily of(OperatingSystem system) {
    return new ContentFamily(
        system.needsInstaller()
            ? "mde-" + system.word().toLowerCase(Locale.ROOT)
            : "mde-onboarding");
  }

  /** Folders of all families. */
  static Set<String> folders() {
    Set<String> folders = new TreeSet<>();
    Arrays.stream(OperatingSystem.values()).forEach(system -> folders.add(of(system).folder()));
    folders.add(antivirusMode().folder());
    folders.add(settings().folder());
    folders.add(offboarding().folder());
    return folders;
  }

  /** Checks whether a folder may be a version: its name starts the digest of its content. */
  static boolean isVersion(String name) {
    return VERSION.matcher(name).matches();
  }

  /**
   * Version in a content location, from its last two names. The host before them changes with a
   * server or a DFS name, and the version's name is a digest, so only these are compared.
   */
  public static Optional<SharePath> version(String location) {
    Matcher names = LOCATION.matcher(location.toLowerCase(Locale.ROOT));
    return names.matches() && folders().contains(names.group(1))
        ? Optional.of(new SharePath(List.of(names.group(1), names.group(2))))
        : Optional.empty();
  }
}
