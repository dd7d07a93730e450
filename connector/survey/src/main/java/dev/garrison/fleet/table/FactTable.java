package dev.garrison.fleet.table;

import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.readiness.Update;
import dev.garrison.fleet.readiness.Windows;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Facts about the servers of a {@link Fleet} that their readiness depends on, from any source. A
 * later source may add to a row or replace its values.
 */
public final class FactTable {
  private final Rows rows;
  private final TextPool texts;

  FactTable(Rows rows, TextPool texts) {
    this.rows = rows;
    this.texts = texts;
  }

  /** Records a general maintenance window in minutes; the longest is kept. */
  public void generalWindow(int row, int minutes) {
    rows.set(Column.WINDOW, row, Math.max(rows.get(Column.WINDOW, row), minutes));
  }

  /** Records a maintenance window that is not for applications. */
  public void otherWindow(int row) {
    rows.mark(RowFlags.OTHER_WINDOWS, row, true);
  }

  /** Maintenance windows of a server, none where none were recorded. */
  public Windows windows(int row) {
    return new Windows(rows.get(Column.WINDOW, row), rows.is(RowFlags.OTHER_WINDOWS, row));
  }

  /** Records that inventory sent services, so that a service without a row is missing. */
  public void servicesTold(int row) {
    rows.mark(RowFlags.SERVICES, row, true);
  }

  /** Records a service. */
  public void service(int row, Service service, boolean disabled) {
    set(Column.SERVICES, row, service.bit());
    if (disabled) {
      set(Column.DISABLED_SERVICES, row, service.bit());
    }
  }

  /** Records the state of one service, as the server itself reports it. */
  public void service(int row, Service service, LiveService now) {
    clear(Column.SERVICES, row, service.bit());
    clear(Column.DISABLED_SERVICES, row, service.bit());
    if (now != LiveService.MISSING) {
      service(row, service, now == LiveService.DISABLED);
    }
  }

  private void clear(Column column, int row, int bit) {
    rows.set(column, row, rows.get(column, row) & ~bit);
  }

  /** Records an antivirus of another maker; the first is kept. */
  public void otherAntivirus(int row, String product) {
    if (rows.get(Column.ANTIVIRUS, row) == 0) {
      rows.set(Column.ANTIVIRUS, row, texts.place(product));
    }
  }

  /** Records an update. */
  public void update(int row, Update update) {
    rows.mark(RowFlags.UPDATES, row, true);
    set(Column.UPDATES, row, update.bit());
  }

  /** Records the free space on a server's drive C:. */
  public void freeMegabytes(int row, long megabytes) {
    rows.mark(RowFlags.FREE_MEGABYTES, row, true);
    rows.set(Column.FREE_MEGABYTES, row, Math.clamp(megabytes, 0, Integer.MAX_VALUE));
  }

  /** Records the last part of a server's build number. */
  public void revision(int row, int revision) {
    rows.mark(RowFlags.REVISION, row, true);
    rows.set(Column.REVISION, row, revision);
  }

  /** Records whether a server waits for a restart. */
  public void restart(int row, boolean pending) {
    rows.mark(RowFlags.RESTART, row, true);
    rows.mark(RowFlags.RESTART_PENDING, row, pending);
  }

  private void set(Column column, int row, int bit) {
    rows.set(column, row, rows.get(column, row) | bit);
  }

  /** All facts about one server. */
  public ServerFacts at(int row) {
    return new ServerFacts(
        windows(row),
        rows.is(RowFlags.SERVICES, row) ? Optional.of(services(row)) : Optional.empty(),
        rows.is(RowFlags.UPDATES, row)
            ? Optional.of(among(Update.values(), Update::bit, rows.get(Column.UPDATES, row)))
            : Optional.empty(),
        rows.is(RowFlags.FREE_MEGABYTES, row)
            ? OptionalLong.of(rows.get(Column.FREE_MEGABYTES, row))
            : OptionalLong.empty(),
        rows.is(RowFlags.REVISION, row)
            ? OptionalInt.of(rows.get(Column.REVISION, row))
            : OptionalInt.empty(),
        rows.is(RowFlags.RESTART, row)
            ? Optional.of(rows.is(RowFlags.RESTART_PENDING, row))
            : Optional.empty());
  }

  private Services services(int row) {
    return new Services(
        among(Service.values(), Service::bit, rows.get(Column.SERVICES, row)),
        among(Service.values(), Service::bit, rows.get(Column.DISABLED_SERVICES, row)),
        Optional.of(texts.at(rows.get(Column.ANTIVIRUS, row))).filter(text -> !text.isEmpty()));
  }

  private static <E> Set<E> among(E[] all, ToIntFunction<E> bit, int bits) {
    return Arrays.stream(all)
        .filter(one -> (bits & bit.applyAsInt(one)) != 0)
        .collect(Collectors.toUnmodifiableSet());
  }
}
