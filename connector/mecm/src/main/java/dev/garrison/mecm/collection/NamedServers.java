package dev.garrison.mecm.collection;

import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Servers that one query rule names by ResourceID. A direct rule needs one request for each server,
 * and {@code AddMembershipRules}, which accepts many, fails over the administration service: so
 * many servers are named by a few such rules.
 *
 * @param ids of class SMS_R_System, sorted; at least one and at most {@link #MOST}
 */
public record NamedServers(List<Long> ids) {
  /** Most servers that one rule names; the maximum length of a query is not documented. */
  public static final int MOST = 100;

  private static final String OR = " or ";
  private static final Pattern ONE = Pattern.compile("SMS_R_System\\.ResourceID = ([0-9]{1,10})");

  public NamedServers {
    ids = List.copyOf(new TreeSet<>(ids));
    if (ids.isEmpty() || ids.size() > MOST) {
      throw new IllegalArgumentException("one rule names 1 to " + MOST + " servers");
    }
  }

  /**
   * The servers that a rule names; empty if the rule contains anything else.
   *
   * @param rule as the site has it
   */
  public static Optional<NamedServers> in(QueryRule rule) {
    TreeSet<Long> ids = new TreeSet<>();
    Matcher matcher = ONE.matcher(rule.expression());
    while (matcher.find()) {
      ids.add(Long.parseLong(matcher.group(1)));
    }
    return ids.isEmpty() || ids.size() > MOST
        ? Optional.empty()
        : Optional.of(new NamedServers(List.copyOf(ids)))
            .filter(servers -> servers.rule(rule.name()).equals(rule));
  }

  /** The rule, under this name. */
  public QueryRule rule(String name) {
    return new QueryRule(
        name,
        QueryRule.SELECT
            + " where "
            + ids.stream()
                .map(id -> "SMS_R_System.ResourceID = " + id)
                .collect(Collectors.joining(OR)));
  }
}
