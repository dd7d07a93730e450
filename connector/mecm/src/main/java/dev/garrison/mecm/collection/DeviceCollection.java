package dev.garrison.mecm.collection;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.StateForm;
import java.util.Set;
import java.util.TreeSet;

/**
 * A device collection as Garrison models it. Collections are referred to by name: names are unique
 * on a site, and the identifier of one that does not exist yet is not known.
 *
 * @param name at most 255 characters
 * @param comment ends with the mark
 * @param limitedTo the limiting collection's name
 * @param queries query rules
 * @param includes names of included collections
 * @param excludes names of excluded collections
 * @param members direct rules: single devices
 * @param refreshType 1 manual, 2 periodic, 4 continuous (SMS_Collection server WMI class,
 *     RefreshType)
 */
public record DeviceCollection(
    String name,
    String comment,
    String limitedTo,
    Set<QueryRule> queries,
    Set<String> includes,
    Set<String> excludes,
    Set<DirectRule> members,
    int refreshType) {
  /** The kind in addresses. */
  public static final String KIND = "collection";

  /**
   * Full evaluation by the site's default schedule. Not incremental (4): a hierarchy carries about
   * two hundred of those.
   */
  public static final int PERIODIC = 2;

  public DeviceCollection {
    queries = Set.copyOf(queries);
    includes = java.util.Collections.unmodifiableSet(new TreeSet<>(includes));
    excludes = java.util.Collections.unmodifiableSet(new TreeSet<>(excludes));
    members = Set.copyOf(members);
  }

  /**
   * A rule that selects devices with a WQL query.
   *
   * @param name the rule's name in the console
   * @param expression WQL, with white space folded: the console folds it too
   */
  public record QueryRule(String name, String expression) {
    /** Device properties that the console selects. */
    public static final String SELECT =
        "select SMS_R_System.ResourceID, SMS_R_System.ResourceType, SMS_R_System.Name,"
            + " SMS_R_System.SMSUniqueIdentifier, SMS_R_System.ResourceDomainORWorkgroup, SMS_R_System.Client"
            + " from SMS_R_System";

    public QueryRule {
      expression = expression.strip().replaceAll("\\s+", " ");
    }
  }

  /**
   * A rule that names one device (SMS_CollectionRuleDirect server WMI class).
   *
   * @param name the rule's name in the console, usually the device's
   * @param resourceId of class SMS_R_System
   */
  public record DirectRule(String name, long resourceId) {}

  /** The same collection with other rules. */
  DeviceCollection withRulesOf(DeviceCollection other) {
    return new DeviceCollection(
        name,
        comment,
        limitedTo,
        other.queries,
        other.includes,
        other.excludes,
        other.members,
        refreshType);
  }

  /** The same collection with another comment. */
  public DeviceCollection withComment(String other) {
    return new DeviceCollection(
        name, other, limitedTo, queries, includes, excludes, members, refreshType);
  }

  /** The same collection with other excluded collections. */
  public DeviceCollection withExcludes(Set<String> others) {
    return new DeviceCollection(
        name, comment, limitedTo, queries, includes, others, members, refreshType);
  }

  /** The form in which journals hold a collection. */
  public static StateForm<DeviceCollection> form() {
    return RecordedDeviceCollection.FORM;
  }

  /** The address of a collection. */
  public static Address address(String name) {
    return new Address(KIND, name);
  }
}
