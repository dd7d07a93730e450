package dev.garrison.lab.adminservice.pivot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A CMPivot query, as a client runs it over its own rows. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/core/servers/manage/cmpivot.md",
    says =
        "CMPivot knows entities, where, project and join on the device; what the lab does not know of it answers 400.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "microsoft/configmgr-hub, objects/CMPivotQuery",
    says =
        "A row has the columns that project names and no others; a left outer join leaves the columns of the right side null.")
record PivotQuery(
    PivotEntity entity,
    String argument,
    Predicate<ObjectNode> condition,
    Optional<List<String>> columns,
    Optional<PivotQuery> joined) {
  /** Runs the query on the rows of one client. */
  List<ObjectNode> run(Function<PivotQuery, Stream<ObjectNode>> rows) {
    return rows.apply(this)
        .flatMap(row -> beside(row, rows))
        .filter(condition)
        .map(this::projected)
        .toList();
  }

  private Stream<ObjectNode> beside(ObjectNode row, Function<PivotQuery, Stream<ObjectNode>> rows) {
    if (joined.isEmpty()) {
      return Stream.of(row);
    }
    PivotQuery right = joined.get();
    List<ObjectNode> others = right.run(rows);
    if (others.isEmpty()) {
      ObjectNode alone = row.deepCopy();
      right.names().stream().filter(name -> !alone.has(name)).forEach(alone::putNull);
      return Stream.of(alone);
    }
    return others.stream()
        .map(other -> {
          ObjectNode both = row.deepCopy();
          other.properties().forEach(column -> both.set(column.getKey(), column.getValue()));
          return both;
        });
  }

  private ObjectNode projected(ObjectNode row) {
    if (columns.isEmpty()) {
      return row;
    }
    ObjectNode some = row.deepCopy();
    some.retain(columns.get());
    return some;
  }

  /** This query and those that it joins: one for each entity that is read. */
  List<PivotQuery> sources() {
    List<PivotQuery> sources = new ArrayList<>(List.of(this));
    joined.ifPresent(right -> sources.addAll(right.sources()));
    return sources;
  }

  /** Columns of its rows. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(columns.orElse(entity.columns()));
    joined.filter(_ -> columns.isEmpty()).ifPresent(other -> names.addAll(other.names()));
    return names;
  }

  /** Names in a condition or a projection that are not columns. */
  List<String> unknown(Set<String> used) {
    Set<String> known = new HashSet<>(entity.columns());
    joined.ifPresent(other -> known.addAll(other.names()));
    List<String> unknown = new ArrayList<>(used);
    unknown.removeAll(known);
    return unknown;
  }
}
