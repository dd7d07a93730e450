package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Antivirus of the servers at the last look, a page at a time: those in danger first. */
public final class AntivirusPages {
  private final HistoryDatabase database;
  private final Json json;

  AntivirusPages(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Filters and limits of a page.
   *
   * @param prefix beginning of the names, in upper or lower case
   * @param only a danger or a protection
   * @param after the last place of the previous page
   */
  public record Wish(
      Optional<String> prefix,
      Optional<String> ring,
      Optional<Worded> only,
      Optional<Place> after,
      int most) {
    private Optional<Danger> danger() {
      return only.filter(Danger.class::isInstance).map(Danger.class::cast);
    }

    private Optional<Worded> protector() {
      return only.filter(one -> danger().isEmpty());
    }

    /** Beginnings of the places that a page may show, in order; an empty one is any. */
    List<String> beginnings() {
      Stream<String> urgencies =
          danger()
              .map(danger -> Stream.of(String.valueOf(AntivirusHistory.urgency(danger))))
              .orElseGet(() ->
                  prefix.isPresent()
                      ? IntStream.rangeClosed(0, AntivirusHistory.LEAST_URGENT)
                          .mapToObj(String::valueOf)
                      : Stream.of(""));
      return urgencies.map(urgency -> urgency + prefix.orElse("")).toList();
    }
  }

  /**
   * A server.
   *
   * @param place of which the key begins with the urgency
   */
  public record Row(String name, AntivirusFacts facts, Place place) {}

  /** Reads a page of servers. A server that is in two rings appears twice. */
  public List<Row> page(Wish wish) {
    return database.with(handle -> {
      List<Row> rows = new ArrayList<>();
      for (String beginning : wish.beginnings()) {
        if (rows.size() < wish.most()) {
          rows.addAll(
              query(handle, "", wish, beginning, wish.most() - rows.size())
                  .map((row, _) -> row(row))
                  .list());
        }
      }
      return rows;
    });
  }

  /**
   * The query of a page; each order begins with the columns of an index, so that nothing is sorted.
   *
   * @param beginning of the places, so that a name's beginning needs an index only once
   */
  static Query query(Handle handle, String before, Wish wish, String beginning, int most) {
    Optional<Worded> protector = wish.protector();
    StringBuilder sql =
        new StringBuilder(before)
            .append("select server, ring, device, facts, place from server_antivirus where 1 = 1");
    if (!beginning.isEmpty()) {
      sql.append(" and place like :beginning escape '!'");
    }
    wish.ring().ifPresent(_ -> sql.append(" and ring = :ring"));
    protector.ifPresent(_ -> sql.append(" and protector = :protector"));
    wish.after()
        .ifPresent(_ ->
            sql.append(
                " and place >= :key and (place > :key or ring > :afterRing or (ring = :afterRing and device > :device))"));
    String order =
        protector.isPresent()
            ? "protector, place, ring, device"
            : wish.ring().isPresent() ? "ring, place, device" : "place, ring, device";
    Query query =
        handle.createQuery(
            sql.append(" order by ").append(order).append(" limit :most").toString());
    if (!beginning.isEmpty()) {
      query.bind("beginning", StandingPages.pattern(beginning));
    }
    wish.ring().ifPresent(ring -> query.bind("ring", ring));
    protector.ifPresent(one -> query.bind("protector", one.word()));
    wish.after()
        .ifPresent(place ->
            query
                .bind("key", place.key())
                .bind("afterRing", place.ring())
                .bind("device", place.device()));
    return query.bind("most", most);
  }

  private Row row(ResultSet rows) throws SQLException {
    String server = rows.getString("server");
    return new Row(
        server,
        KeptAntivirus.facts(json, server, rows.getString("facts")),
        new Place(rows.getString("place"), rows.getString("ring"), rows.getLong("device")));
  }
}
