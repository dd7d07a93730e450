package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Category;
import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.state.SyncEvent;
import dev.garrison.lab.wsus.state.WsusHoldings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Synchronizes a server with its upstream, according to its subscription. */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "jeremiaspala/ADeep, src/main/wsus; PoshWSUS Libraries (enumerations)",
    says =
        "WSUS: a synchronization is requested (2), runs (3), and ends (1) or fails"
            + " (4), and writes events 382, then 384 or 386. Starting one while another runs"
            + " does nothing (inferred).")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (messages and enumerations of Microsoft's assemblies)",
    says =
        "WSUS: a subscription is not saved while a synchronization runs, while the"
            + " last save is processed (the lab: 5 seconds), or on a downstream server.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "CaddyGlow/wsus-rs, docs/wsus-protocol-inventory.md",
    says =
        "WSUS: an update is synchronized if both its product and its classification"
            + " are in the subscription, even if it is expired. That only its newest revision"
            + " is synchronized is inferred.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "support.microsoft.com KB5070881 (October 2025)",
    says =
        "WSUS: servers patched since October 2025 do not report why a synchronization" + " failed.")
public final class Synchronisation {
  private static final Duration BEFORE_WORK = Duration.ofSeconds(10);
  private static final Duration SAVING = Duration.ofSeconds(5);
  private static final int STEPS = 4;
  private static final String ADMINISTRATOR = "LAB\\Administrator";
  private static final String FAILURE = "Synchronization failed.";
  private static final String REASON = "Reason=WebException: The operation has timed out";
  private final ServerState server;
  private final Feed feed;
  private final Approving approving;
  private final Arrivals arrivals;
  private SyncState state = SyncState.NOT_RUNNING;
  private Ending usual = Ending.SUCCESS;
  private Ending next = usual;
  private int done;
  private Instant saving = Instant.MIN;

  /** Outcome of a synchronization. */
  public enum Ending {
    /** The synchronization succeeds. */
    SUCCESS,
    /** The synchronization fails with an error. */
    FAILURE,
    /** The synchronization does not end until the service is restarted. */
    HANG,
    /** The synchronization succeeds, but without an event. */
    NO_EVENT,
    /** An administrator cancels the synchronization. */
    CANCELLED
  }

  /** Progress of a synchronization as rows show it. */
  public record Progress(int phase, int total, int processed) {}

  /** Creates the synchronizations of a server. */
  public Synchronisation(ServerState server, Feed feed, Approving approving) {
    this.server = server;
    this.feed = feed;
    this.approving = approving;
    this.arrivals = new Arrivals(server, approving);
  }

  /** Sets the outcome of the next synchronization. */
  public void next(Ending ending) {
    next = ending;
  }

  /** Sets the outcome of every synchronization from now on. */
  public void fromNowOn(Ending ending) {
    usual = ending;
    next = ending;
  }

  /** Current state. */
  public SyncState state() {
    return state;
  }

  /** Whether a synchronization runs, or was requested. */
  public boolean isRunning() {
    return state == SyncState.RUN_REQUESTED || state == SyncState.WORKING;
  }

  /** Current progress. */
  public Progress progress() {
    return state == SyncState.WORKING ? new Progress(1, STEPS, done) : new Progress(0, 0, 0);
  }

  /** Starts a synchronization manually; does nothing while one runs. */
  public void start() {
    start(
        SyncEvent.STARTED_BY_HAND,
        "Synchronization was manually started by %1.",
        "Administrator=" + ADMINISTRATOR);
  }

  /** Starts a synchronization by the schedule; does nothing while one runs. */
  public void startBySchedule() {
    start(SyncEvent.STARTED_BY_SCHEDULE, "Synchronization was started.");
  }

  private void start(int event, String text, String... replacements) {
    if (isRunning()) {
      return;
    }
    state = SyncState.RUN_REQUESTED;
    server.happened(event, 4, text, replacements);
    server.timeline().after(BEFORE_WORK, this::work);
  }

  private void work() {
    state = SyncState.WORKING;
    done = 0;
    Ending ending = next;
    next = usual;
    Duration step = server.settings().syncTime().dividedBy(STEPS);
    for (int i = 1; i < STEPS; i++) {
      server.timeline().after(step.multipliedBy(i), () -> done++);
    }
    if (ending != Ending.HANG) {
      server.timeline().after(server.settings().syncTime(), () -> end(ending));
    }
  }

  /** Restarts a service that hangs, as an administrator does. */
  public void restartService() {
    if (isRunning()) {
      end(Ending.FAILURE);
      state = SyncState.NOT_RUNNING;
    }
  }

  private void end(Ending ending) {
    if (!isRunning()) {
      return;
    }
    if (ending == Ending.CANCELLED) {
      state = SyncState.NOT_RUNNING;
      server.happened(
          SyncEvent.CANCELLED,
          4,
          "Synchronization was cancelled by %1.",
          "Administrator=" + ADMINISTRATOR);
      return;
    }
    if (ending == Ending.FAILURE) {
      state = SyncState.FAILED;
      if (server.quirks().is(Variant.NO_FAILURE_TEXTS)) {
        server.happened(SyncEvent.FAILED, 1, FAILURE);
      } else {
        server.happened(SyncEvent.FAILED, 1, FAILURE + " Reason: %1.", REASON);
      }
      return;
    }
    receive();
    state = SyncState.NOT_RUNNING;
    if (ending != Ending.NO_EVENT) {
      server.happened(SyncEvent.SUCCEEDED, 4, "Synchronization completed successfully.");
    }
  }

  /** Receives categories and updates immediately. */
  public void receive() {
    categories().forEach(category -> server.holdings().keep(category, server.now()));
    List<UUID> came = arrivals.take(offered().stream().filter(this::isSubscribed).toList());
    if (server.replica()) {
      server.upstream().ifPresent(above -> new Replication(above, server, approving).repeat());
    } else {
      arrivals.runRules(came);
    }
    String anchor = "%d,%s".formatted(server.holdings().updates().size(), server.now());
    server.subscription(server.subscription().synced(server.now(), anchor));
  }

  private List<Category> categories() {
    return server
        .upstream()
        .map(above ->
            above.holdings().categories().stream()
                .map(WsusHoldings.KeptCategory::category)
                .toList())
        .orElseGet(feed::categories);
  }

  private List<Revision> offered() {
    return server
        .upstream()
        .map(above ->
            above.holdings().updates().stream().map(update -> update.latest().revision()).toList())
        .orElseGet(feed::latest);
  }

  private boolean isSubscribed(Revision revision) {
    if (server.replica()) {
      return true;
    }
    Subscription wanted = server.subscription();
    return wanted.classifications().contains(revision.relations().classification())
        && revision.relations().products().stream()
            .anyMatch(own ->
                wanted.products().stream()
                    .anyMatch(product -> server.holdings().isWithin(own, product)));
  }

  /** Saves a subscription, and replaces both lists. */
  public void save(Subscription wanted) {
    if (server.upstream().isPresent()) {
      throw ServerFault.invalidOperation(server.says(Message.UPSTREAM_CATEGORIES));
    }
    if (isRunning()) {
      throw ServerFault.invalidOperation(server.says(Message.SYNC_RUNNING));
    }
    if (server.now().isBefore(saving)) {
      throw ServerFault.invalidOperation(server.says(Message.SAVE_RUNNING));
    }
    checkKnown(wanted.products(), false);
    checkKnown(wanted.classifications(), true);
    server.subscription(wanted);
    saving = server.now().plus(SAVING);
    server.happened(
        SyncEvent.SUBSCRIPTION_MODIFIED,
        4,
        "The synchronization settings were modified by %1.",
        "Administrator=" + wanted.modifiedBy());
  }

  private void checkKnown(List<UUID> ids, boolean classifications) {
    for (UUID id : ids) {
      if (server
          .holdings()
          .category(id)
          .filter(kept -> kept.category().isClassification() == classifications)
          .isEmpty()) {
        throw ServerFault.notFound(server.says(Message.NO_ITEM));
      }
    }
  }
}
