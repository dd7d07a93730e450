package dev.garrison.history;

import dev.garrison.history.change.HistoryPart;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.notice.FoundProblems;
import dev.garrison.notice.Message;
import dev.garrison.notice.NoticeItem;
import dev.garrison.notice.ProblemUpdate;
import dev.garrison.notice.ProblemUpdate.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Current problems, and the runs that were already checked for notifications. */
public final class ProblemHistory {
  private final HistoryDatabase database;
  private final Json json = new Json();

  public ProblemHistory(HistoryDatabase database) {
    this.database = database;
  }

  /**
   * Records the problems of a run and the messages that follow, all or nothing.
   *
   * @param heard the kinds of problem that at least one webhook wants
   * @param wording makes the messages
   */
  public void takeIn(
      JobRun run,
      Set<NoticeKind> heard,
      Function<List<NoticeItem>, List<Message>> wording,
      Instant now) {
    FoundProblems look = FoundProblems.of(run);
    Instant at = run.ended().orElse(now);
    database.change(
        EnumSet.of(HistoryPart.FINDINGS),
        handle -> {
          ProblemUpdate noting = ProblemUpdate.of(known(handle, look), look, at, heard);
          noting.gone().forEach(key -> forget(handle, key));
          noting.known().forEach(known -> keep(handle, known));
          wording.apply(noting.told()).forEach(message -> Outbox.add(handle, message, now));
          return handle.execute("insert into notice_run (run) values (?)", run.id());
        });
  }

  /** Current problems that have lasted as long as their kind requires, oldest first. */
  public List<Known> present(Instant now) {
    return database.with(handle ->
        handle
            .createQuery("select fact, detail, since, told from notice_fact order by since, fact")
            .map((rows, _) -> read(rows))
            .stream()
            .filter(known -> !now.isBefore(known.since().plus(known.fact().patience())))
            .toList());
  }

  /** Known problems that the run decided about or solved. */
  private List<Known> known(Handle handle, FoundProblems look) {
    return handle
        .createQuery("select fact, detail, since, told from notice_fact order by since, fact")
        .map((rows, _) -> read(rows))
        .stream()
        .filter(known ->
            look.families().contains(known.fact().family())
                || look.solved().contains(known.fact().key()))
        .toList();
  }

  private static void forget(Handle handle, String key) {
    handle.createUpdate("delete from notice_fact where fact = :fact").bind("fact", key).execute();
  }

  private void keep(Handle handle, Known known) {
    forget(handle, known.fact().key());
    handle
        .createUpdate(
            "insert into notice_fact (fact, family, detail, since, told) values (:fact, :family, :detail, :since, :told)")
        .bind("fact", known.fact().key())
        .bind("family", known.fact().family())
        .bind("detail", json.canonical(KeptFact.of(known.fact())))
        .bind("since", known.since())
        .bind("told", known.told().orElse(null))
        .execute();
  }

  private Known read(ResultSet rows) throws SQLException {
    return new Known(
        KeptFact.read(json, rows.getString("fact"), rows.getString("detail")),
        Times.read(rows, "since"),
        Times.readable(rows, "told"));
  }
}
