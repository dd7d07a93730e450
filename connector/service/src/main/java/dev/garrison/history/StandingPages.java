package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.row.AnyOf;
import dev.garrison.history.row.RowOrder;
import dev.garrison.history.row.RowOrder.After;
import dev.garrison.history.row.Span;
import dev.garrison.job.JobOutcome;
import dev.garrison.manifest.job.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** States of the servers at the last observation, a page at a time. */
public final class StandingPages {
  private static final String COLUMNS =
      "select server, ring, os, standing, since, name_key, device, why, antivirus_mode, contact, contact_by";

  private final HistoryDatabase database;

  StandingPages(HistoryDatabase database) {
    this.database = database;
  }

  /**
   * Filters of the servers; an empty one lets all pass.
   *
   * @param names pattern of the names: {@link #exactly}, {@link #beginning} or {@link #containing}
   * @param system empty text for servers whose inventory names none
   * @param states any of these, as of the causes; no server passes where there are none
   * @param mode empty text for servers whose mode is not known
   * @param contact last contact; no server without a known one passes
   */
  public record Filter(
      Optional<String> names,
      Optional<String> ring,
      Optional<String> system,
      Optional<Set<String>> states,
      Optional<Set<String>> causes,
      Optional<String> mode,
      Optional<Span> since,
      Optional<Span> contact) {
    /** Lets every server pass. */
    public static final Filter NONE =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Creates a filter of names, rings, systems, and states. */
    public Filter(
        Optional<String> names,
        Optional<String> ring,
        Optional<String> system,
        Optional<Set<String>> states) {
      this(
          names,
          ring,
          system,
          states,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private String sql() {
      StringBuilder sql = new StringBuilder(" from server_standing where until_time is null");
      names.ifPresent(_ -> sql.append(" and name_key like :names escape '!'"));
      ring.ifPresent(_ -> sql.append(" and ring = :ring"));
      system.ifPresent(_ -> sql.append(" and os = :system"));
      states.ifPresent(any -> sql.append(new AnyOf("standing", any).sql()));
      causes.ifPresent(any -> sql.append(new AnyOf("why", any).sql()));
      mode.ifPresent(_ -> sql.append(" and antivirus_mode = :mode"));
      since.ifPresent(span -> sql.append(" and since").append(span.sql("since")));
      contact.ifPresent(
          span -> sql.append(" and contact > :never and contact").append(span.sql("contact")));
      return sql.toString();
    }

    private void bind(Query query) {
      names.ifPresent(pattern -> query.bind("names", pattern));
      ring.ifPresent(name -> query.bind("ring", name));
      system.ifPresent(name -> query.bind("system", name));
      states.ifPresent(any -> new AnyOf("standing", any).bind(query));
      causes.ifPresent(any -> new AnyOf("why", any).bind(query));
      mode.ifPresent(word -> query.bind("mode", word));
      since.ifPresent(span -> query.bind("since", span.limit()));
      contact.ifPresent(span -> query.bind("never", Contact.NEVER).bind("contact", span.limit()));
    }
  }

  /** A column by which a list is ordered; equal values are ordered by name. */
  public enum Column implements Worded {
    NAME("name_key ring device"),
    STATE("standing name_key ring device"),
    RING("ring name_key device"),
    SYSTEM("os name_key ring device"),
    CAUSE("why name_key ring device"),
    MODE("antivirus_mode name_key ring device"),
    CONTACT("contact name_key ring device"),
    SINCE("since name_key ring device");

    /** The columns of an index after until_time, so that nothing is sorted. */
    private final String columns;

    Column(String columns) {
      this.columns = columns;
    }

    private RowOrder order(boolean isDescending) {
      return new RowOrder(List.of(columns.split(" ")), isDescending);
    }
  }

  /**
   * Part of an ordered list.
   *
   * @param skipped number of servers before it
   */
  public record Section(
      Filter filter, Column column, boolean isDescending, int skipped, int most) {}

  /**
   * Filters and limits of a page of servers by name.
   *
   * @param after the last place of the previous page
   */
  public record Wish(Filter filter, Optional<Place> after, int most) {}

  /**
   * The next servers of an ordered list.
   *
   * @param after the last server before them
   */
  public record Part(
      Filter filter, Column column, boolean isDescending, Optional<Row> after, int most) {
    /** Ranges of its rows, in order. */
    List<After> ranges() {
      return after
          .map(row -> column.order(isDescending).after(row::value))
          .orElse(List.of(After.NONE));
    }
  }

  /** A place in the order of names. */
  public record Place(String key, String ring, long device) {}

  /**
   * A server, and its place in the order of names.
   *
   * @param why cause of its state; empty where none is known or needed
   * @param mode running mode of Microsoft Defender Antivirus; empty where it is not known
   */
  public record Row(
      String name,
      String ring,
      String system,
      String state,
      Instant since,
      String why,
      String mode,
      Optional<Contact> contact,
      Place place) {
    private Object value(String column) {
      return switch (column) {
        case "name_key" -> place.key();
        case "ring" -> ring;
        case "device" -> place.device();
        case "standing" -> state;
        case "os" -> system;
        case "why" -> why;
        case "antivirus_mode" -> mode;
        case "contact" -> contact.map(Contact::at).orElse(Contact.NEVER);
        case "since" -> since;
        default -> throw new IllegalArgumentException(column);
      };
    }
  }

  /**
   * A successful observation of all servers.
   *
   * @param run the run that observed
   */
  public record Look(long run, Instant at) {}

  /** The last successful observation. */
  public Optional<Look> look() {
    return database.with(handle ->
        handle
            .createQuery(
                "select id, started from job_run where job = :job and outcome in (:done, :findings) order by id desc limit 1")
            .bind("job", JobKind.STATUS.word())
            .bind("done", JobOutcome.DONE.word())
            .bind("findings", JobOutcome.FINDINGS.word())
            .map((rows, _) -> new Look(rows.getLong("id"), Times.read(rows, "started")))
            .findOne());
  }

  /** Time of the last successful observation of the servers. */
  public Optional<Instant> observed() {
    return look().map(Look::at);
  }

  /**
   * Servers that are in one state for one cause.
   *
   * @param why empty where it is not known
   * @param since the time at which the first of them came into the state
   * @param names the first names
   */
  public record Cause(String state, String why, int servers, Instant since, List<String> names) {}

  /**
   * Causes of these states, most servers first.
   *
   * @param states at least one
   * @param most causes
   * @param names most names of a cause
   */
  public List<Cause> causes(Set<String> states, int most, int names) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select standing, why, count(distinct name_key) as servers, min(since) as since
                from server_standing where until_time is null and standing in (<states>)
                group by standing, why order by servers desc, standing, why limit :most
                """)
            .bindList("states", List.copyOf(states))
            .bind("most", most)
            .map((rows, _) ->
                new Cause(
                    rows.getString("standing"),
                    rows.getString("why"),
                    rows.getInt("servers"),
                    Times.read(rows, "since"),
                    names(handle, rows.getString("standing"), rows.getString("why"), names)))
            .list());
  }

  /** Causes of all states; an empty one where none is known or needed. */
  public List<String> causes() {
    return database.with(handle ->
        handle
            .createQuery(
                "select distinct why from server_standing where until_time is null order by why")
            .mapTo(String.class)
            .list());
  }

  private static List<String> names(Handle handle, String state, String why, int most) {
    return handle
        .createQuery(
            "select distinct name_key, server from server_standing where until_time is null and standing = :state and why = :why order by name_key limit :most")
        .bind("state", state)
        .bind("why", why)
        .bind("most", most)
        .map((rows, _) -> rows.getString("server"))
        .list();
  }

  /** Numbers of servers in each state at the last observation. */
  public List<Count> counts() {
    return look().map(each -> StandingHistory.of(database, List.of(each.run()))).orElse(List.of());
  }

  /** Number of servers that pass. A server that is in two rings counts twice. */
  public int count(Filter filter) {
    return database.with(handle -> {
      Query query = handle.createQuery("select count(*)" + filter.sql());
      filter.bind(query);
      return query.mapTo(Integer.class).one();
    });
  }

  /** Reads part of an ordered list. A server that is in two rings appears twice. */
  public List<Row> section(Section section) {
    return database.with(handle -> query(handle, "", section).map((rows, _) -> row(rows)).list());
  }

  /** Reads the next part of an ordered list. A server that is in two rings appears twice. */
  public List<Row> part(Part part) {
    return database.with(handle -> {
      List<Row> rows = new ArrayList<>();
      for (After after : part.ranges()) {
        if (rows.size() < part.most()) {
          Query query = query(handle, "", part, after);
          query
              .bind("most", part.most() - rows.size())
              .map((row, _) -> row(row))
              .forEach(rows::add);
        }
      }
      return rows;
    });
  }

  /** The query of a next part without its limit; each order is that of an index. */
  static Query query(Handle handle, String before, Part part, After after) {
    Query query =
        handle.createQuery(
            before
                + COLUMNS
                + part.filter().sql()
                + after.sql()
                + " order by "
                + part.column().order(part.isDescending()).sql()
                + " limit :most");
    part.filter().bind(query);
    return query.bindMap(after.values());
  }

  /** The query of a part of a list; each order is that of an index. */
  static Query query(Handle handle, String before, Section section) {
    Query query =
        handle.createQuery(
            before
                + COLUMNS
                + section.filter().sql()
                + " order by "
                + section.column().order(section.isDescending()).sql()
                + " limit :most offset :skipped");
    section.filter().bind(query);
    return query.bind("most", section.most()).bind("skipped", section.skipped());
  }

  /** Reads a page of servers by name. A server that is in two rings appears twice. */
  public List<Row> page(Wish wish) {
    return database.with(handle -> query(handle, "", wish).map((rows, _) -> row(rows)).list());
  }

  /**
   * The query of a page; each order begins with the columns of an index, so that nothing is sorted.
   */
  static Query query(Handle handle, String before, Wish wish) {
    Filter filter = wish.filter();
    String after =
        wish.after().isPresent()
            ? " and name_key >= :key and (name_key > :key or ring > :afterRing or (ring = :afterRing and device > :device))"
            : "";
    Column column =
        filter.states().filter(any -> any.size() == 1).isPresent()
            ? Column.STATE
            : filter.ring().isPresent() ? Column.RING : Column.NAME;
    Query query =
        handle.createQuery(
            before
                + COLUMNS
                + filter.sql()
                + after
                + " order by "
                + column.order(false).sql()
                + " limit :most");
    filter.bind(query);
    wish.after()
        .ifPresent(place ->
            query
                .bind("key", place.key())
                .bind("afterRing", place.ring())
                .bind("device", place.device()));
    return query.bind("most", wish.most());
  }

  /** Pattern of this name, in upper or lower case. */
  public static String exactly(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
  }

  /** Pattern of the names that begin so, in upper or lower case. */
  public static String beginning(String prefix) {
    return exactly(prefix) + "%";
  }

  /** Pattern of the names that have this anywhere, in upper or lower case. */
  public static String containing(String part) {
    return "%" + beginning(part);
  }

  private static Row row(ResultSet rows) throws SQLException {
    String ring = rows.getString("ring");
    return new Row(
        rows.getString("server"),
        ring,
        rows.getString("os"),
        rows.getString("standing"),
        Times.read(rows, "since"),
        rows.getString("why"),
        rows.getString("antivirus_mode"),
        Contact.read(rows),
        new Place(rows.getString("name_key"), ring, rows.getLong("device")));
  }
}
