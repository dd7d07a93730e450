package dev.garrison.history;

import dev.garrison.history.change.HistoryPart;
import dev.garrison.notice.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Messages to webhooks, posted and still to be posted. */
public final class Outbox {
  private static final String WAITING = "waiting";
  private static final String TAKEN = "taken";
  private static final String GIVEN_UP = "given up";
  private static final String SUMMED = "summed";

  /** Longest time until the next try. */
  public static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** Most by which a clock is adjusted backwards; by more, it is corrected. */
  private static final Duration MOST_ADJUSTED = Duration.ofMinutes(5);

  private static final int LONGEST_ANSWER = 400;

  private final HistoryDatabase database;

  public Outbox(HistoryDatabase database) {
    this.database = database;
  }

  /**
   * A message that waits to be posted.
   *
   * @param held whether it exceeded the limit of its hour
   * @param tries number of attempts
   * @param answer result of the last attempt; empty before
   */
  public record Waiting(
      long id, Message message, Instant created, boolean held, int tries, String answer) {}

  /**
   * Numbers of messages that one webhook has not accepted.
   *
   * @param waiting messages that were tried without success and are tried again
   * @param givenUp messages that were given up since the given time
   * @param answer result of the last attempt of these; empty where there are none
   */
  public record Tally(String webhook, int waiting, int givenUp, String answer) {}

  static int add(Handle handle, Message message, Instant now) {
    return handle
        .createUpdate(
            """
            insert into notice_message (webhook, kinds, findings, body, created, state, held, tries, next_try, answer)
            values (:webhook, :kinds, :findings, :body, :now, 'waiting', false, 0, :now, '')
            """)
        .bind("webhook", message.webhook())
        .bind("kinds", message.kinds())
        .bind("findings", message.findings())
        .bind("body", message.body())
        .bind("now", now)
        .execute();
  }

  /**
   * Messages of a webhook that are due, oldest first. A later time than any pause allows was stored
   * before the clock was corrected backwards; an adjustment by a few minutes ends no pause.
   */
  public List<Waiting> due(String webhook, Instant now) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from notice_message where webhook = :webhook and state = 'waiting' and (next_try <= :now or next_try > :latest) order by id limit 100")
            .bind("webhook", webhook)
            .bind("now", now)
            .bind("latest", latest(now))
            .map(Outbox::waiting)
            .list());
  }

  /** Latest time until which a message can have been put off, if the clock was right. */
  private static Instant latest(Instant now) {
    return now.plus(LONGEST_PAUSE).plus(MOST_ADJUSTED);
  }

  private static Waiting waiting(ResultSet rows, StatementContext context) throws SQLException {
    return new Waiting(
        rows.getLong("id"),
        new Message(
            rows.getString("webhook"),
            rows.getString("kinds"),
            rows.getInt("findings"),
            rows.getString("body")),
        Times.read(rows, "created"),
        rows.getBoolean("held"),
        rows.getInt("tries"),
        rows.getString("answer"));
  }

  /** Number of messages that a webhook has accepted in the last hour. */
  public int taken(String webhook, Instant now) {
    return database.with(handle ->
        handle
            .createQuery(
                "select count(*) from notice_message where webhook = :webhook and state = 'taken' and ended > :since and ended <= :latest")
            .bind("webhook", webhook)
            .bind("since", now.minus(Duration.ofHours(1)))
            .bind("latest", now.plus(MOST_ADJUSTED))
            .mapTo(Integer.class)
            .one());
  }

  /** Records that a message was accepted. */
  public void take(long id, Instant now, String answer) {
    end(id, TAKEN, now, answer);
  }

  /** Records that a message is given up. */
  public void giveUp(long id, Instant now, String answer) {
    end(id, GIVEN_UP, now, answer);
  }

  private void end(long id, String state, Instant now, String answer) {
    database.change(
        EnumSet.of(HistoryPart.HEALTH),
        handle ->
            handle
                .createUpdate(
                    "update notice_message set state = :state, ended = :now, tries = tries + 1, answer = :answer where id = :id")
                .bind("state", state)
                .bind("now", now)
                .bind("answer", shortened(answer))
                .bind("id", id)
                .execute());
  }

  /** Records a failed attempt and the time of the next one. */
  public void putOff(long id, Instant next, String answer) {
    database.change(
        EnumSet.of(HistoryPart.HEALTH),
        handle ->
            handle
                .createUpdate(
                    "update notice_message set tries = tries + 1, next_try = :next, answer = :answer where id = :id")
                .bind("next", next)
                .bind("answer", shortened(answer))
                .bind("id", id)
                .execute());
  }

  /** Postpones all waiting messages of a webhook to this time at least. */
  public void putOff(String webhook, Instant now, Instant next) {
    database.with(handle ->
        handle
            .createUpdate(
                "update notice_message set next_try = :next where webhook = :webhook and state = 'waiting' and (next_try < :next or next_try > :latest)")
            .bind("next", next)
            .bind("latest", latest(now))
            .bind("webhook", webhook)
            .execute());
  }

  /** Marks messages as held, because they exceeded the limit of their hour. */
  public void hold(List<Waiting> messages) {
    database.change(handle ->
        messages.stream()
            .mapToInt(each ->
                handle
                    .createUpdate("update notice_message set held = true where id = :id")
                    .bind("id", each.id())
                    .execute())
            .sum());
  }

  /** Replaces held messages with one summary message. */
  public void sum(List<Waiting> held, Message summary, Instant now) {
    database.change(handle -> {
      held.forEach(each ->
          handle
              .createUpdate("update notice_message set state = :state, ended = :now where id = :id")
              .bind("state", SUMMED)
              .bind("now", now)
              .bind("id", each.id())
              .execute());
      return add(handle, summary, now);
    });
  }

  /** Gives up the waiting messages of webhooks that no longer exist. */
  public void disown(Set<String> webhooks, Instant now) {
    database.change(handle ->
        handle
            .createQuery("select distinct webhook from notice_message where state = 'waiting'")
            .mapTo(String.class)
            .list()
            .stream()
            .filter(each -> !webhooks.contains(each))
            .mapToInt(each ->
                handle
                    .createUpdate(
                        "update notice_message set state = :state, ended = :now, answer = :answer where webhook = :webhook and state = 'waiting'")
                    .bind("state", GIVEN_UP)
                    .bind("now", now)
                    .bind("answer", "the manifest has no webhook of this name any more")
                    .bind("webhook", each)
                    .execute())
            .sum());
  }

  /** Webhooks with failed messages. */
  public List<Tally> amiss(Instant since) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select m.webhook, t.still, t.given, m.answer
                from notice_message m join (
                  select max(id) as latest,
                    sum(case when state = :waiting then 1 else 0 end) as still,
                    sum(case when state = :given then 1 else 0 end) as given
                  from notice_message
                  where (state = :waiting and tries > 0) or (state = :given and ended >= :since)
                  group by webhook) t on t.latest = m.id
                order by m.webhook
                """)
            .bind("waiting", WAITING)
            .bind("given", GIVEN_UP)
            .bind("since", since)
            .map((rows, _) ->
                new Tally(
                    rows.getString("webhook"),
                    rows.getInt("still"),
                    rows.getInt("given"),
                    rows.getString("answer")))
            .list());
  }

  /** Deletes messages that are no longer waiting and were created before a time. */
  public int forget(Instant before) {
    return database.with(handle ->
        handle
            .createUpdate(
                "delete from notice_message where created < :before and state <> 'waiting'")
            .bind("before", before)
            .execute());
  }

  private static String shortened(String answer) {
    return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
  }
}
