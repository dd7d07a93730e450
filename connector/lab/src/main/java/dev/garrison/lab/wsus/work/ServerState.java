package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.wsus.catalogue.Texts;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.Approvals;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.state.ServerIdentity;
import dev.garrison.lab.wsus.state.Settings;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.state.SyncEvent;
import dev.garrison.lab.wsus.state.WsusHoldings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An update server and its complete state. Guarded by the servers' lock. */
public final class ServerState {
  private static final long THREE_IN_THE_MORNING = 10_800;
  private final ServerIdentity identity;
  private final Optional<ServerState> upstream;
  private boolean replica;
  private final Timeline timeline;
  private final Settings settings = new Settings();
  private final Quirks quirks = new Quirks();
  private final WsusHoldings holdings = new WsusHoldings();
  private final Groups groups;
  private final Approvals approvals = new Approvals();
  private final Map<String, Computer> computers = new LinkedHashMap<>();
  private final List<ApprovalRule> rules = new ArrayList<>();
  private final List<SyncEvent> history = new ArrayList<>();
  private final List<ServerState> downstreams = new ArrayList<>();
  private Subscription subscription;

  /**
   * Creates a server.
   *
   * @param upstream the server from which it synchronizes; empty for Microsoft Update
   * @param replica whether it copies the decisions of its upstream
   */
  public ServerState(
      ServerIdentity identity, Optional<ServerState> upstream, boolean replica, Timeline timeline) {
    this.identity = identity;
    this.upstream = upstream;
    this.replica = replica;
    this.timeline = timeline;
    this.groups = new Groups(identity.language());
    this.subscription =
        new Subscription(
            THREE_IN_THE_MORNING,
            "LAB\\Administrator",
            timeline.now(),
            Subscription.NEVER,
            true,
            Optional.empty(),
            Optional.empty(),
            1,
            false,
            List.of(),
            List.of());
    upstream.ifPresent(above -> above.downstreams.add(this));
  }

  /** Fixed properties of the server. */
  public ServerIdentity identity() {
    return identity;
  }

  /** Server from which it synchronizes, unless that is Microsoft Update. */
  public Optional<ServerState> upstream() {
    return upstream;
  }

  /** Whether it copies the decisions of its upstream. */
  public boolean replica() {
    return replica;
  }

  /**
   * Lets a replica make its own decisions, as an administrator does. Its state stays. It is
   * inferred that it continues with the products and classifications of its upstream.
   */
  public void promote() {
    replica = false;
    upstream
        .map(ServerState::subscription)
        .ifPresent(above ->
            subscription(subscription().choosing(above.products(), above.classifications())));
  }

  /** Servers that synchronize from it. */
  public List<ServerState> downstreams() {
    return List.copyOf(downstreams);
  }

  /** Schedule of future events. */
  public Timeline timeline() {
    return timeline;
  }

  /** Current time. */
  public Instant now() {
    return timeline.now();
  }

  /** Settings of the server. */
  public Settings settings() {
    return settings;
  }

  /** Deviations from the usual behavior. */
  public Quirks quirks() {
    return quirks;
  }

  /** Updates and categories. */
  public WsusHoldings holdings() {
    return holdings;
  }

  /** Computer groups. */
  public Groups groups() {
    return groups;
  }

  /** Approvals. */
  public Approvals approvals() {
    return approvals;
  }

  /** Computers by id. */
  public Map<String, Computer> computers() {
    return computers;
  }

  /** Automatic approval rules. */
  public List<ApprovalRule> rules() {
    return rules;
  }

  /** Events in the history, oldest first. */
  public List<SyncEvent> history() {
    return history;
  }

  /** Products and classifications that it synchronizes, and the schedule. */
  public Subscription subscription() {
    return subscription;
  }

  /** Changes the subscription. */
  public void subscription(Subscription value) {
    subscription = value;
  }

  /**
   * Adds an event to the history.
   *
   * @param replacements values for the text, each as {@code Key=value}
   */
  public void happened(int number, int severity, String text, String... replacements) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (identity.id() + "/" + history.size()).getBytes(StandardCharsets.UTF_8));
    history.add(new SyncEvent(id, number, now(), severity, text, List.of(replacements)));
  }

  /** Title in the requested language if the server has it, otherwise in the server's own. */
  public String title(Texts texts, String culture) {
    Optional<String> asked =
        identity.languages().contains(culture) ? texts.title(culture) : Optional.empty();
    return asked.or(() -> texts.title(identity.language())).orElseGet(texts::english);
  }

  /** Message in the server's language. */
  public String says(Message message) {
    return message.in(identity.language());
  }

  /** Refuses if this server copies the decisions of its upstream. */
  public void refuseOnReplica() {
    if (replica) {
      throw ServerFault.invalidOperation(says(Message.REPLICA));
    }
  }
}
