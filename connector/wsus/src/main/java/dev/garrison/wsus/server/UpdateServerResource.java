package dev.garrison.wsus.server;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.updateserver.UpdateServer;
import dev.garrison.wsus.updateserver.UpdateServerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Update servers, as a kind of object that Garrison never changes. A missing prerequisite becomes a
 * manual step. A server that cannot be reached is waited for, and one whose clock is wrong or that
 * lets nobody in is blocked, so that it delays only its own objects.
 */
public final class UpdateServerResource implements ResourceType<UpdateServerState> {
  /** Problems of a server that is not the one meant; others, such as of a sign-in, may pass. */
  private static final Set<DiagnosticCode> WRONG_SERVER =
      Set.of(WsusCode.OTHER_UPDATE_SERVER, WsusCode.SERVER_BELOW_REFUSED);

  private final UpdateServerPool pool;

  public UpdateServerResource(UpdateServerPool pool) {
    this.pool = pool;
  }

  @Override
  public Kind<UpdateServerState> kind() {
    return new Kind<>(
        UpdateServerState.KIND,
        RecordedUpdateServerState.FORM,
        Rollback.always(Text.of("wsus-server.undo").toString()));
  }

  @Override
  public Observations<UpdateServerState> observe(
      List<Wanted<UpdateServerState>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<UpdateServerState>> seen = new LinkedHashMap<>();
    List<WsusServer> servers = new ArrayList<>();
    Map<Address, UpdateServerState> desired = new HashMap<>();
    for (Wanted<UpdateServerState> each : wanted) {
      Optional<RefusalException> unread = pool.unread(each.address().name());
      seen.put(
          each.address(),
          unread.map(UpdateServerResource::unreadable).orElseGet(Observation.Missing::new));
      if (unread.isEmpty()) {
        pool.named(each.address().name()).ifPresent(servers::add);
      }
      if (each.desired() instanceof Desired.Present<UpdateServerState>(UpdateServerState state)) {
        desired.put(each.address(), state);
      }
    }
    pool.each(
            servers,
            server ->
                observation(
                    server,
                    desired.getOrDefault(
                        UpdateServerState.address(server.name()), UpdateServerState.READY)))
        .forEach((server, observation) ->
            seen.put(UpdateServerState.address(server.name()), observation));
    return new Observations<>(seen);
  }

  private Observation<UpdateServerState> observation(WsusServer named, UpdateServerState desired) {
    try {
      UpdateServer server = pool.of(named);
      ServerConfiguration configuration = server.configuration();
      OtherServer.refuse(named, configuration);
      Optional<Diagnostic> hides = pool.hides(named);
      if (hides.isPresent()) {
        return new Observation.Unreadable<>(hides.get().problem());
      }
      Optional<Diagnostic> clock = server.clock().objection();
      if (named.writes().isPresent() && clock.isPresent()) {
        return blocked(Text.of("wsus-server.clock", "server", named.name()), clock.get());
      }
      return new Observation.Found<>(
          new UpdateServerState(
              configuration.isSetUp() || !desired.watched().isEmpty(),
              named.writes().isEmpty()
                  || !named.readerWrites()
                  || server.role() == UserRole.ADMINISTRATOR,
              desired.groups().isEmpty() ? Set.of() : present(desired.groups(), server.groups()),
              desired.watched()),
          new Owner.Ours(),
          configuration.serverId().toString(),
          "");
    } catch (RefusalException refusal) {
      return unreadable(refusal);
    }
  }

  /** Observation of a refusal, in words without times, because plans compare it. */
  private static Observation<UpdateServerState> unreadable(RefusalException refusal) {
    Diagnostic why = refusal.diagnostics().getFirst();
    if (refusal instanceof UpdateServerException failure) {
      return failure.kind().needsAPerson()
          ? blocked(failure.summary(), why)
          : new Observation.Unreadable<>(failure.summary().toString());
    }
    return WRONG_SERVER.contains(why.code())
        ? blocked(why.message().problem(), why)
        : new Observation.Unreadable<>(why.problem());
  }

  private static Observation<UpdateServerState> blocked(Text what, Diagnostic why) {
    String problem = what.toString();
    return new Observation.Unreadable<>(problem, Optional.of(new Blockage(problem, why.remedy())));
  }

  /** Wanted groups that the server has exactly once. */
  private static Set<String> present(Set<String> wanted, List<TargetGroup> groups) {
    return wanted.stream()
        .filter(name -> groups.stream().filter(group -> group.isCalled(name)).count() == 1)
        .collect(Collectors.toSet());
  }

  @Override
  public Proposal propose(Wanted<UpdateServerState> wanted, Observation<UpdateServerState> seen) {
    if (!(wanted.desired()
        instanceof Desired.Present<UpdateServerState>(UpdateServerState state))) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("change.not-in-manifest").toString());
    }
    return switch (seen) {
      case Observation.Found<UpdateServerState> found -> compared(wanted.address(), state, found);
      case Observation.Unreadable<UpdateServerState>(String why, Optional<Blockage> blocked) ->
          Proposal.Proposed.waiting(why, blocked);
      case Observation.Missing<UpdateServerState> _, Observation.Ambiguous<UpdateServerState> _ ->
          new Proposal.Proposed(Action.WAIT, Text.of("wsus-server.not-in-manifest").toString());
    };
  }

  private static Proposal compared(
      Address address, UpdateServerState wanted, Observation.Found<UpdateServerState> found) {
    UpdateServerState state = found.state();
    if (state.equals(wanted)) {
      return new Proposal.Proposed(
          Action.NO_OP,
          (wanted.watched().isEmpty()
                  ? Text.of("wsus-server.ready")
                  : Text.of("wsus-server.watched", "reason", wanted.watched()))
              .toString());
    }
    Step step = step(address.name(), wanted, state);
    return new Proposal.Proposed(
        Action.MANUAL,
        step.summary,
        Facts.between(Facts.of(state), Facts.of(wanted)),
        List.of(),
        Optional.of(step.step));
  }

  private record Step(String summary, ManualStep step) {}

  /** Manual step for the first prerequisite that is missing. */
  private static Step step(String server, UpdateServerState wanted, UpdateServerState state) {
    if (!state.isSetUp()) {
      return new Step(
          Text.of("wsus-server.not-set-up").toString(),
          new ManualStep(
              Text.of("wsus-server.set-up-step", "server", server).toString(),
              "& \"$env:ProgramFiles\\Update Services\\Tools\\wsusutil.exe\" postinstall"));
    }
    if (!state.isAdministrator()) {
      return new Step(
          Text.of("wsus-server.not-administrator").toString(),
          new ManualStep(
              Text.of("wsus-server.administrator-step", "server", server).toString(),
              "Add-LocalGroupMember -Group 'WSUS Administrators' -Member DOMAIN\\ACCOUNT"));
    }
    Set<String> missing = new TreeSet<>(wanted.groups());
    missing.removeAll(state.groups());
    return new Step(
        Text.of("wsus-server.groups-missing", "groups", List.copyOf(missing)).toString(),
        new ManualStep(
            Text.of("wsus-server.group-step", "server", server).toString(),
            "(Get-WsusServer).CreateComputerTargetGroup('%s')"
                .formatted(missing.iterator().next().replace("'", "''"))));
  }
}
