package dev.garrison.mecm.collection;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.json.JsonForm;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A device collection as journals hold it; the rules by their names. */
record RecordedDeviceCollection(
    String name,
    String comment,
    String limitedTo,
    List<Query> queries,
    Set<String> includes,
    Set<String> excludes,
    List<Direct> members,
    int refreshType)
    implements RecordedState<DeviceCollection> {
  static final StateForm<DeviceCollection> FORM =
      StateForm.of(
          DeviceCollection.class, RecordedDeviceCollection.class, RecordedDeviceCollection::of);

  /** A query rule; the expression is WQL. */
  record Query(String name, String expression) implements JsonForm {
    private static final Comparator<QueryRule> ORDER =
        Comparator.comparing(QueryRule::name).thenComparing(QueryRule::expression);

    static Query of(QueryRule rule) {
      return new Query(rule.name(), rule.expression());
    }

    QueryRule rule() {
      return new QueryRule(name, expression);
    }
  }

  /** A direct rule. */
  record Direct(String name, long resourceId) implements JsonForm {
    private static final Comparator<DirectRule> ORDER =
        Comparator.comparing(DirectRule::name).thenComparingLong(DirectRule::resourceId);

    static Direct of(DirectRule rule) {
      return new Direct(rule.name(), rule.resourceId());
    }

    DirectRule rule() {
      return new DirectRule(name, resourceId);
    }
  }

  static RecordedDeviceCollection of(DeviceCollection collection) {
    return new RecordedDeviceCollection(
        collection.name(),
        collection.comment(),
        collection.limitedTo(),
        collection.queries().stream().sorted(Query.ORDER).map(Query::of).toList(),
        collection.includes(),
        collection.excludes(),
        collection.members().stream().sorted(Direct.ORDER).map(Direct::of).toList(),
        collection.refreshType());
  }

  @Override
  public DeviceCollection state() {
    return new DeviceCollection(
        name,
        comment,
        limitedTo,
        queries.stream().map(Query::rule).collect(Collectors.toSet()),
        includes,
        excludes,
        members.stream().map(Direct::rule).collect(Collectors.toSet()),
        refreshType);
  }
}
