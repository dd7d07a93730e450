package dev.garrison.lab.wsus.site;

import dev.garrison.lab.wsus.soap.WireStyle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The update servers of a site as its file describes them. A list that the file lacks is empty.
 *
 * @param servers upstream servers first
 * @param sensors what Microsoft published for the sensor, line by line
 * @param others what else it published
 */
public record WsusFile(
    List<Server> servers, List<Line> sensors, List<Other> others, @Nullable Generated generated) {
  public WsusFile {
    servers = List.copyOf(servers);
    sensors = copy(sensors);
    others = copy(others);
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * An update server.
   *
   * @param upstream the name of the server it synchronises from; absent for Microsoft Update
   * @param softwareUpdatePoint whether Configuration Manager runs it: no schedule of its own, its
   *     subscription last changed by the site server's account
   * @param language in which it speaks; English unless named
   * @param languages whose titles it has; its own and English unless named
   * @param initialized whether its first configuration was finished
   * @param products titles of what it subscribes to
   * @param classifications titles of what it subscribes to
   */
  public record Server(
      String name,
      UUID id,
      String version,
      @Nullable String upstream,
      boolean replica,
      boolean softwareUpdatePoint,
      @Nullable String language,
      List<String> languages,
      @Nullable Boolean initialized,
      List<String> products,
      List<String> classifications,
      List<Group> groups,
      List<Rule> rules,
      List<Approved> approvals,
      List<Machine> computers,
      @Nullable Differences differences) {
    public Server {
      languages = copy(languages);
      products = copy(products);
      classifications = copy(classifications);
      groups = copy(groups);
      rules = copy(rules);
      approvals = copy(approvals);
      computers = copy(computers);
    }
  }

  /**
   * How a server differs from the usual.
   *
   * @param prefixes how xsi:type names its namespace
   * @param extraColumns so many columns more than published at the end of each row
   * @param zonedTimes whether times of rows end with Z
   * @param upperCaseGuids whether update XML has GUIDs in upper case
   * @param refusesCategories whether a scope with categories is refused
   * @param silentFailures whether a failed synchronisation does not say why
   * @param staleApprovals whether approvals do not follow to new revisions
   * @param reporter whether the account may read only
   */
  public record Differences(
      WireStyle.@Nullable Prefixes prefixes,
      int extraColumns,
      boolean zonedTimes,
      boolean upperCaseGuids,
      boolean refusesCategories,
      boolean silentFailures,
      boolean staleApprovals,
      boolean reporter) {}

  /** A target group; below All Computers unless a parent is named. */
  public record Group(String name, @Nullable UUID id, @Nullable String parent) {}

  /** An approval rule: titles of categories, names of groups. */
  public record Rule(
      String name,
      boolean enabled,
      List<String> products,
      List<String> classifications,
      List<String> groups) {
    public Rule {
      products = copy(products);
      classifications = copy(classifications);
      groups = List.copyOf(groups);
    }
  }

  /** An approval for install that somebody made. */
  public record Approved(
      String family, String version, String channel, String group, String admin) {}

  /**
   * A computer.
   *
   * @param sensor the version of its sensor; absent without the agent
   * @param silent whether it stopped reporting before this site began
   */
  public record Machine(
      String name, String os, String group, @Nullable String sensor, boolean silent) {}

  /** Versions of one family and channel, oldest first, a month apart, the newest a week old. */
  public record Line(String family, String channel, List<String> versions) {
    public Line {
      versions = List.copyOf(versions);
    }
  }

  /**
   * Another update.
   *
   * @param age in days
   */
  public record Other(
      String title, String article, String product, String classification, int age) {}

  /**
   * A large catalogue from a seed.
   *
   * @param computers so many more on each server, spread over its groups, every tenth without
   *     sensor
   */
  public record Generated(int updates, long seed, int computers) {}
}
