package dev.garrison.wsus.approval;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Markable;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Restorable;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.servers.UpdateServerPool;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Approvals of the sensor's updates, as a kind of object. Those that Garrison manages carry its
 * mark in the approver's name that WSUS stores. Approvals, blocks, and declines by others are read
 * and reported, and never changed: after administrators have removed two approvals by Garrison,
 * there is no third.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">MS-WSUSAR</a>
 */
public final class SensorApprovalResource
    implements Writable<SensorApproval>, Markable<SensorApproval>, Restorable<SensorApproval> {
  private static final int MOST_REVERTS = 2;

  private final UpdateServerPool pool;
  private final ApprovalReading reading;
  private final ApprovalWriting writing;
  private final ApprovalHistory history;

  /**
   * @param reading reads the approval decisions
   * @param writing carries out the changes
   */
  public SensorApprovalResource(
      UpdateServerPool pool,
      ApprovalReading reading,
      ApprovalWriting writing,
      ApprovalHistory history) {
    this.pool = pool;
    this.reading = reading;
    this.writing = writing;
    this.history = history;
  }

  @Override
  public Kind<SensorApproval> kind() {
    return new Kind<>(
        SensorApproval.KIND,
        RecordedSensorApproval.FORM,
        new Rollback(
            Text.of("wsus-approval.undo-created").toString(),
            Text.of("wsus-approval.undo-changed").toString(),
            Text.of("wsus-approval.undo-deleted").toString()));
  }

  @Override
  public Observations<SensorApproval> observe(
      List<Wanted<SensorApproval>> wanted, Resolved ids, Scope scope) {
    Map<String, List<Address>> byServer =
        wanted.stream()
            .map(Wanted::address)
            .collect(
                Collectors.groupingBy(
                    SensorApproval::serverIn, LinkedHashMap::new, Collectors.toList()));
    List<WsusServer> asked =
        pool.servers().stream()
            .filter(server ->
                (scope == Scope.WANTED_AND_ORPHANS && server.writes().isPresent())
                    || byServer.containsKey(server.name()))
            .toList();
    Map<WsusServer, ApprovalReading.Seen> seen = pool.each(asked, reading::read);
    Map<Address, Observation<SensorApproval>> found = new LinkedHashMap<>();
    wanted.forEach(each -> found.put(each.address(), new Observation.Missing<>()));
    Map<Address, Observation.Found<SensorApproval>> orphans = new HashMap<>();
    seen.forEach((server, answer) -> {
      List<Address> mine = byServer.getOrDefault(server.name(), List.of());
      mine.forEach(address -> found.put(address, answer.of(address)));
      if (scope == Scope.WANTED_AND_ORPHANS) {
        orphans.putAll(answer.strays(Set.copyOf(mine)));
      }
    });
    return new Observations<>(found, orphans);
  }

  @Override
  public Proposal propose(Wanted<SensorApproval> wanted, Observation<SensorApproval> seen) {
    return switch (seen) {
      case Observation.Unreadable<SensorApproval>(String why, Optional<Blockage> blocked) ->
          Proposal.Proposed.waiting(why, blocked);
      case Observation.Found<SensorApproval> found -> found(wanted, found);
      case Observation.Missing<SensorApproval> _ -> missing(wanted, seen);
      case Observation.Ambiguous<SensorApproval> _ ->
          StandardProposal.of(wanted, seen, summary(wanted));
    };
  }

  private Proposal missing(Wanted<SensorApproval> wanted, Observation<SensorApproval> seen) {
    if (wanted.desired() instanceof Desired.Present
        && history.of(wanted.address()).approvals() >= MOST_REVERTS) {
      return blocked(
          Text.of("wsus-approval.removed-twice"),
          Message.of("wsus-approval.blocked-removed", "approval", wanted.address().name()));
    }
    return StandardProposal.of(wanted, seen, summary(wanted));
  }

  private static Proposal found(
      Wanted<SensorApproval> wanted, Observation.Found<SensorApproval> found) {
    SensorApproval state = found.state();
    boolean isWanted = wanted.desired() instanceof Desired.Present;
    if (isWanted && !state.installs()) {
      return blocked(
          Text.of("wsus-approval.kept-action", "account", by(state), "action", state.action()),
          Message.of(
              "wsus-approval.blocked-action",
              "account",
              by(state),
              "action",
              state.action(),
              "approval",
              wanted.address().name()));
    }
    if (isWanted && !(found.owner() instanceof Owner.Ours)) {
      return new Proposal.Proposed(
          Action.NO_OP, Text.of("wsus-approval.approved-by", "account", by(state)).toString());
    }
    return StandardProposal.of(wanted, found, summary(wanted));
  }

  /** A decision of a person, which only a person takes back. */
  private static Proposal blocked(Text why, Message message) {
    return Proposal.Proposed.waiting(
        why.toString(),
        Optional.of(new Blockage(message.problem().toString(), message.fix().toString())));
  }

  private static Text by(SensorApproval state) {
    return state.approvedBy().isBlank()
        ? Text.of("wsus-approval.unknown-account")
        : Text.verbatim(state.approvedBy());
  }

  private static String summary(Wanted<SensorApproval> wanted) {
    return switch (wanted.desired()) {
      case Desired.Present<SensorApproval>(SensorApproval state) ->
          state
              .deadline()
              .map(time -> Text.of("wsus-approval.deadline", "deadline", time).toString())
              .orElse("install");
      case Desired.Absent<SensorApproval>(String reason) -> reason;
    };
  }

  /** Ignores the revision, because the server moves approvals to new revisions. */
  @Override
  public SensorApproval lasting(SensorApproval state) {
    return new SensorApproval(
        state.server(),
        state.update(),
        state.group(),
        state.action(),
        state.deadline(),
        state.approvedBy(),
        true);
  }

  @Override
  public Optional<String> lost(SensorApproval state) {
    return state.installs()
        ? Optional.empty()
        : Optional.of(Text.of("wsus-approval.install-only").toString());
  }

  @Override
  public SensorApproval marked(SensorApproval state, Mark mark) {
    return new SensorApproval(
        state.server(),
        state.update(),
        state.group(),
        state.action(),
        state.deadline(),
        mark.after(state.approvedBy()),
        state.ofLatestRevision());
  }

  @Override
  public Outcome carryOut(Change<SensorApproval> change, Resolved ids, Progress progress) {
    WsusServer server =
        pool.named(SensorApproval.serverIn(change.wanted().address()))
            .orElseThrow(
                () -> new IllegalStateException(change.wanted().address() + " is on no server"));
    try {
      return switch (change.action()) {
        case CREATE, UPDATE, REPLACE -> writing.approve(server, change.state());
        case DELETE -> writing.takeBack(server, change.found());
        case NO_OP, WAIT, MANUAL ->
            throw new IllegalStateException(change.action() + " writes nothing");
      };
    } catch (RefusalException refusal) {
      return new Outcome.Failed(refusal.diagnostics().getFirst());
    }
  }
}
