package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.digest.Sha256;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.row.ColumnText;
import dev.garrison.history.row.ServerRows;
import dev.garrison.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Antivirus of the servers at the last look by the job 'status'. */
public final class AntivirusHistory {
  /** The places of dangers, which are stored. */
  private static final List<Danger> WORST_FIRST =
      List.of(Danger.NOTHING_PROTECTS, Danger.TWO_FIGHT, Danger.PASSIVE_WITHOUT_OTHER);

  /** Urgency of servers of which it is not known whether they are in danger. */
  private static final int UNCERTAIN = WORST_FIRST.size();

  /** Urgency of servers that are known to be in no danger. */
  static final int LEAST_URGENT = UNCERTAIN + 1;

  private static final ServerRows ROWS =
      new ServerRows(
          "server_antivirus",
          "insert into server_antivirus (ring, device, server, urgency, place, protector, digest, facts) values (:ring, :device, :server, :urgency, :urgency || upper(:server), :protector, :digest, :facts)",
          "update server_antivirus set server = :server, urgency = :urgency, place = :urgency || upper(:server), protector = :protector, digest = :digest, facts = :facts where ring = :ring and device = :device");

  private final HistoryDatabase database;
  private final Json json;

  public AntivirusHistory(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A look at all servers.
   *
   * @param tellsMode whether the site's inventory has the running mode
   * @param notes facts that the site does not report
   */
  public record Look(Instant at, boolean tellsMode, List<String> notes) {
    public Look {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Number of servers with one protection.
   *
   * @param danger empty where none is known
   * @param isUncertain whether it is not known whether there is one
   */
  public record Count(
      String ring, String protector, Optional<Danger> danger, boolean isUncertain, int servers) {}

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

    private boolean isUncertain() {
      return only.filter(Protector.UNKNOWN::equals).isPresent();
    }

    private Optional<Worded> protector() {
      return only.filter(one -> danger().isEmpty() && !isUncertain());
    }

    /** Beginnings of the places that a page may show, in order; an empty one is any. */
    List<String> beginnings() {
      Stream<String> urgencies =
          danger()
              .map(AntivirusHistory::urgency)
              .or(() -> isUncertain() ? Optional.of(UNCERTAIN) : Optional.empty())
              .map(urgency -> Stream.of(String.valueOf(urgency)))
              .orElseGet(() ->
                  prefix.isPresent()
                      ? IntStream.rangeClosed(0, LEAST_URGENT).mapToObj(String::valueOf)
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

  private record Key(String ring, long device) {}

  /**
   * Stores a look in place of the previous one.
   *
   * @param run of the job that looked
   * @param source passes each server to its consumer exactly once
   */
  public void keep(long run, Look look, Consumer<BiConsumer<Server, ServerAntivirus>> source) {
    database.change(handle -> {
      write(handle, source);
      handle.execute("delete from antivirus_look");
      return handle
          .createUpdate("insert into antivirus_look (run, body) values (:run, :body)")
          .bind("run", run)
          .bind("body", KeptAntivirus.text(json, look))
          .execute();
    });
  }

  private void write(Handle handle, Consumer<BiConsumer<Server, ServerAntivirus>> source) {
    ROWS.replace(
        handle,
        rows ->
            source.accept((server, antivirus) -> {
              int urgency = urgency(antivirus.today());
              String facts = KeptAntivirus.text(json, antivirus.facts());
              rows.take(
                  server.ring(),
                  server.id(),
                  Sha256.of("%s\n%d\n%s".formatted(server.name(), urgency, facts)).hex(),
                  row ->
                      row.bind("server", ColumnText.fit(server.name(), ColumnText.NAME))
                          .bind("urgency", urgency)
                          .bind("protector", antivirus.today().protector().word())
                          .bind("facts", facts));
            }));
  }

  private static int urgency(AntivirusState today) {
    return today
        .danger()
        .map(AntivirusHistory::urgency)
        .orElse(today.isUncertain() ? UNCERTAIN : LEAST_URGENT);
  }

  /** Place of a danger in the order of rows. */
  static int urgency(Danger danger) {
    return WORST_FIRST.indexOf(danger);
  }

  private static Optional<Danger> danger(int urgency) {
    return urgency < WORST_FIRST.size() ? Optional.of(WORST_FIRST.get(urgency)) : Optional.empty();
  }

  /** The last look; empty where no run of this version has looked. */
  public Optional<Look> look() {
    return database
        .with(handle ->
            handle.createQuery("select body from antivirus_look").mapTo(String.class).findOne())
        .map(body -> KeptAntivirus.look(json, body));
  }

  /** Numbers of servers at the last look. */
  public List<Count> counts() {
    return database.with(handle ->
        handle
            .createQuery(
                "select ring, protector, urgency, count(*) as servers from server_antivirus group by ring, protector, urgency order by ring, protector, urgency")
            .map((rows, _) ->
                new Count(
                    rows.getString("ring"),
                    rows.getString("protector"),
                    danger(rows.getInt("urgency")),
                    rows.getInt("urgency") == UNCERTAIN,
                    rows.getInt("servers")))
            .list());
  }

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
      query.bind("beginning", StandingPages.beginning(beginning));
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

  /** Antivirus of these servers; those of which nothing is stored are left out. */
  public Map<Place, AntivirusFacts> of(Collection<Place> servers) {
    if (servers.isEmpty()) {
      return Map.of();
    }
    Map<Key, Place> places = new HashMap<>();
    servers.forEach(place -> places.put(new Key(place.ring(), place.device()), place));
    return database.with(handle ->
        query(handle, "", servers)
            .map((rows, _) ->
                Map.entry(
                    places.get(new Key(rows.getString("ring"), rows.getLong("device"))),
                    KeptAntivirus.facts(json, rows.getString("server"), rows.getString("facts"))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The query of some servers, at least one. */
  static Query query(Handle handle, String before, Collection<Place> servers) {
    return handle
        .createQuery(
            before
                + "select ring, device, server, facts from server_antivirus where (ring, device) in (<servers>)")
        .bindMethodsList("servers", servers, List.of("ring", "device"));
  }

  private Row row(ResultSet rows) throws SQLException {
    String server = rows.getString("server");
    return new Row(
        server,
        KeptAntivirus.facts(json, server, rows.getString("facts")),
        new Place(rows.getString("place"), rows.getString("ring"), rows.getLong("device")));
  }
}
