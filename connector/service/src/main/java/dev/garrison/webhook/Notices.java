package dev.garrison.webhook;

import dev.garrison.history.History;
import dev.garrison.history.Outbox;
import dev.garrison.history.ProblemHistory;
import dev.garrison.history.RunHistory;
import dev.garrison.job.JobRun;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.notice.Message;
import dev.garrison.notice.NoticeItem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Sends notifications about the problems that runs found to webhooks. It uses its own threads, so
 * that jobs never wait for it. The news is determined from the history alone, so that nothing is
 * lost when the service ends in between.
 */
public final class Notices implements AutoCloseable {
  private static final long LOOK_SECONDS = 2;

  /** Longest wait for the threads to end; a canceled request ends at once. */
  private static final long ENDING_SECONDS = 3;

  private final List<Webhook> webhooks;
  private final RunHistory runs;
  private final ProblemHistory book;
  private final Outbox outbox;
  private final NoticeText text;
  private final WebhookPost post;
  private final NoticeListener listener;
  private final InstantSource clock;
  private final Set<NoticeKind> heard = EnumSet.noneOf(NoticeKind.class);
  private final List<RepeatedTask> tasks = new CopyOnWriteArrayList<>();
  private Optional<ScheduledExecutorService> threads = Optional.empty();

  public Notices(
      Manifest manifest,
      History history,
      WebhookPost post,
      NoticeListener listener,
      InstantSource clock) {
    this.webhooks = manifest.notifications();
    this.runs = history.runs();
    this.book = history.facts();
    this.outbox = history.outbox();
    this.text = new NoticeText(manifest.name(), manifest.site().code());
    this.post = post;
    this.listener = listener;
    this.clock = clock;
    webhooks.forEach(webhook -> heard.addAll(webhook.on()));
  }

  /** Starts the notifications. */
  public void start() {
    outbox.disown(
        webhooks.stream().map(Webhook::name).collect(Collectors.toSet()), clock.instant());
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("garrison-notices-", 0).factory();
    ScheduledExecutorService executor =
        Executors.newScheduledThreadPool(webhooks.size() + 1, daemons);
    threads = Optional.of(executor);
    every(executor, RepeatedTask.ofIntake(this::takeIn, listener));
    couriers()
        .forEach(courier ->
            every(executor, RepeatedTask.ofSending(courier.name(), courier::round, listener)));
  }

  private void every(ScheduledExecutorService executor, RepeatedTask repeated) {
    tasks.add(repeated);
    ScheduledFuture<?> _ =
        executor.scheduleWithFixedDelay(repeated, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Problems of the notifications, in words without confidential details. */
  public List<String> problems() {
    return tasks.stream().anyMatch(RepeatedTask::isDead)
        ? List.of(Text.of("service-problem.webhook").toString())
        : List.of();
  }

  /** Selects the news and posts once, as happens automatically after the start. */
  public void round() {
    takeIn();
    couriers().forEach(WebhookSender::round);
  }

  /** Creates one sender for each webhook. */
  List<WebhookSender> couriers() {
    return webhooks.stream()
        .map(webhook -> new WebhookSender(webhook, outbox, text, post, listener, clock))
        .toList();
  }

  /** Selects the news of the runs that have ended. */
  void takeIn() {
    for (Optional<JobRun> run = runs.untold(); run.isPresent(); run = runs.untold()) {
      takeIn(run.get());
    }
  }

  private void takeIn(JobRun run) {
    Instant now = clock.instant();
    boolean old = run.ended().orElse(now).isBefore(now.minus(WebhookSender.LIFETIME));
    book.takeIn(run, old ? Set.of() : heard, told -> old ? List.of() : messages(run, told), now);
  }

  private List<Message> messages(JobRun run, List<NoticeItem> told) {
    return webhooks.stream().flatMap(webhook -> text.ofRun(webhook, run, told).stream()).toList();
  }

  /** Ends within seconds. Messages under way are sent again after the next start. */
  @Override
  public void close() {
    // Not interrupted: that would close the database's file.
    threads.ifPresent(ScheduledExecutorService::shutdown);
    post.close();
    try {
      if (threads.isPresent()
          && !threads.get().awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
        post.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
