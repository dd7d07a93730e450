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
   * A server.
   *
   * @param upstream the server it synchronises from; empty for Microsoft Update
   * @param replica whether it repeats what its upstream decides
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

  /** What does not change. */
  public ServerIdentity identity() {
    return identity;
  }

  /** Where it synchronises from, unless that is Microsoft Update. */
  public Optional<ServerState> upstream() {
    return upstream;
  }

  /** Whether it repeats what its upstream decides. */
  public boolean replica() {
    return replica;
  }

  /**
   * An administrator lets a replica decide for itself. What it has stays, and that it goes on with
   * the products and classifications of its upstream is inferred.
   */
  public void promote() {
    replica = false;
    upstream
        .map(ServerState::subscription)
        .ifPresent(above ->
            subscription(subscription().choosing(above.products(), above.classifications())));
  }

  /** Servers that synchronise from it. */
  public List<ServerState> downstreams() {
    return List.copyOf(downstreams);
  }

  /** What happens later. */
  public Timeline timeline() {
    return timeline;
  }

  /** The time. */
  public Instant now() {
    return timeline.now();
  }

  /** What an administrator set up. */
  public Settings settings() {
    return settings;
  }

  /** How it differs. */
  public Quirks quirks() {
    return quirks;
  }

  /** Updates and categories. */
  public WsusHoldings holdings() {
    return holdings;
  }

  /** Target groups. */
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

  /** The history, oldest first. */
  public List<SyncEvent> history() {
    return history;
  }

  /** What it synchronises. */
  public Subscription subscription() {
    return subscription;
  }

  /** Changes what it synchronises. */
  public void subscription(Subscription value) {
    subscription = value;
  }

  /**
   * Writes a line of history.
   *
   * @param replacements what its text speaks of, each as {@code Key=value}
   */
  public void happened(int number, int severity, String text, String... replacements) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (identity.id() + "/" + history.size()).getBytes(StandardCharsets.UTF_8));
    history.add(new SyncEvent(id, number, now(), severity, text, List.of(replacements)));
  }

  /** A title for who asks in a language: theirs where the server has it, else the server's own. */
  public String title(Texts texts, String culture) {
    Optional<String> asked =
        identity.languages().contains(culture) ? texts.title(culture) : Optional.empty();
    return asked.or(() -> texts.title(identity.language())).orElseGet(texts::english);
  }

  /** A message in the server's language. */
  public String says(Message message) {
    return message.in(identity.language());
  }

  /** Refuses when this server repeats what its upstream decides. */
  public void refuseOnReplica() {
    if (replica) {
      throw ServerFault.invalidOperation(says(Message.REPLICA));
    }
  }
}
