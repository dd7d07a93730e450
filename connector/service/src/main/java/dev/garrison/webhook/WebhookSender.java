package dev.garrison.webhook;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.history.Outbox;
import dev.garrison.history.Outbox.Waiting;
import dev.garrison.language.Message;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.notice.NoticeCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sends one webhook its messages. */
final class WebhookSender {
  /** Most messages in an hour; more are summarized in one. */
  static final int MOST_AN_HOUR = 12;

  /** Time for which a message is tried. */
  static final Duration LIFETIME = Duration.ofHours(24);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private final Webhook webhook;
  private final Outbox outbox;
  private final NoticeText text;
  private final WebhookPost post;
  private final NoticeListener listener;
  private final InstantSource clock;

  WebhookSender(
      Webhook webhook,
      Outbox outbox,
      NoticeText text,
      WebhookPost post,
      NoticeListener listener,
      InstantSource clock) {
    this.webhook = webhook;
    this.outbox = outbox;
    this.text = text;
    this.post = post;
    this.listener = listener;
    this.clock = clock;
  }

  /** Name of the webhook. */
  String name() {
    return webhook.name();
  }

  /** Posts the messages that are due, up to the hourly limit. */
  void round() {
    Instant now = clock.instant();
    int room = MOST_AN_HOUR - outbox.taken(webhook.name(), now);
    List<Waiting> due = outbox.due(webhook.name(), now);
    if (room > 0) {
      due = summed(due, now);
    }
    for (int index = 0; index < due.size(); index++) {
      if (room <= 0) {
        outbox.hold(due.subList(index, due.size()).stream().filter(each -> !each.held()).toList());
        return;
      }
      DeliveryResult posted = post.post(webhook, due.get(index).message().body());
      if (post.isClosed() && !(posted instanceof DeliveryResult.Taken)) {
        return; // after the next start it is tried as if it had not been
      }
      switch (posted) {
        case DeliveryResult.Taken taken -> {
          outbox.take(due.get(index).id(), clock.instant(), taken.words());
          room--;
        }
        case DeliveryResult.Refused refused -> {
          Instant _ = notTaken(due.get(index), refused.words(), Optional.empty());
          giveUp(due.subList(index, index + 1), refused.words());
        }
        case DeliveryResult.Failed failed -> {
          outbox.putOff(
              webhook.name(), now, notTaken(due.get(index), failed.words(), failed.after()));
          giveUp(due.subList(index, due.size()), failed.words());
          return;
        }
      }
    }
  }

  /** Summarizes held messages in one; a single held message is sent as it is. */
  private List<Waiting> summed(List<Waiting> due, Instant now) {
    List<Waiting> held = due.stream().filter(Waiting::held).toList();
    if (held.size() < 2) {
      return due;
    }
    outbox.sum(
        held,
        text.ofMany(
            webhook,
            held.stream().map(Waiting::message).toList(),
            held.getFirst().id(),
            held.getFirst().created(),
            now),
        now);
    return outbox.due(webhook.name(), now);
  }

  /** Records a failed attempt, and returns the time of the next one. */
  private Instant notTaken(Waiting waiting, String words, Optional<Duration> asked) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(waiting.tries(), MOST_DOUBLINGS));
    Duration wait = asked.filter(each -> each.compareTo(pause) > 0).orElse(pause);
    Instant next =
        clock
            .instant()
            .plus(wait.compareTo(Outbox.LONGEST_PAUSE) > 0 ? Outbox.LONGEST_PAUSE : wait);
    outbox.putOff(waiting.id(), next, words);
    if (waiting.tries() == 0 && !isOver(waiting)) {
      listener.told(
          Diagnostic.warning(
              NoticeCode.NOTICE_NOT_TAKEN,
              Message.of(
                  "webhook.not-taken",
                  "webhook",
                  webhook.name(),
                  "kinds",
                  waiting.message().kinds(),
                  "reason",
                  words)));
    }
    return next;
  }

  private boolean isOver(Waiting waiting) {
    return !clock.instant().isBefore(waiting.created().plus(LIFETIME));
  }

  /** Gives up the messages whose time is over. */
  private void giveUp(List<Waiting> messages, String words) {
    List<Waiting> over = messages.stream().filter(this::isOver).toList();
    if (over.isEmpty()) {
      return;
    }
    over.forEach(each -> outbox.giveUp(each.id(), clock.instant(), words));
    listener.told(
        Diagnostic.error(
            NoticeCode.NOTICE_GIVEN_UP,
            over.size() == 1
                ? Message.of(
                    "webhook.given-up",
                    "webhook",
                    webhook.name(),
                    "kinds",
                    over.getFirst().message().kinds(),
                    "reason",
                    words)
                : Message.of(
                    "webhook.several-given-up",
                    "count",
                    over.size(),
                    "webhook",
                    webhook.name(),
                    "reason",
                    words)));
  }
}
