package dev.garrison.lab.wsus.site;

import dev.garrison.lab.wsus.soap.WireStyle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Update servers of a site as described by its site file. A list that the file lacks is empty.
 *
 * @param servers upstream servers first
 * @param sensors sensor updates that Microsoft published, by family and channel
 * @param others other updates that Microsoft published
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
   * @param upstream the name of the server from which it synchronizes; absent for Microsoft Update
   * @param softwareUpdatePoint whether Configuration Manager runs it: no schedule of its own, its
   *     subscription last changed by the site server's account
   * @param language the language of its messages; English unless given
   * @param languages the languages of its titles; its own and English unless given
   * @param initialized whether its first configuration was finished
   * @param products titles of the products that it subscribes to
   * @param classifications titles of the classifications that it subscribes to
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
   * Deviations of a server from the usual behavior.
   *
   * @param prefixes namespace prefixes in xsi:type
   * @param extraColumns number of columns beyond the published ones, at the end of each row
   * @param zonedTimes whether times of rows end with Z
   * @param upperCaseGuids whether update XML has GUIDs in upper case
   * @param refusesCategories whether a scope with categories is refused
   * @param silentFailures whether a failed synchronization has no reason
   * @param staleApprovals whether approvals do not move to new revisions
   * @param reporter whether the account has read access only
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

  /** A computer group; below All Computers unless a parent is given. */
  public record Group(String name, @Nullable UUID id, @Nullable String parent) {}

  /** An approval rule, with titles of categories and names of groups. */
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

  /** An approval for install by an administrator. */
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

  /**
   * Sensor versions of one family and channel, oldest first. They are a month apart, and the newest
   * is a week old.
   */
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
   * A large catalog from a seed.
   *
   * @param computers number of additional computers on each server, spread over its groups, every
   *     tenth without a sensor
   */
  public record Generated(int updates, long seed, int computers) {}
}
