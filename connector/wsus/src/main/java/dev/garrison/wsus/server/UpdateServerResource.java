package dev.garrison.wsus.server;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
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
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.problem.OtherServer;
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
 * manual step. A server that cannot be reached, or whose clock is wrong, is waited for, so that it
 * delays only its own objects.
 */
public final class UpdateServerResource implements ResourceType<UpdateServerState> {
  private static final String NEVER = "Update servers themselves are set up by a person only.";

  private final UpdateServerPool pool;

  public UpdateServerResource(UpdateServerPool pool) {
    this.pool = pool;
  }

  @Override
  public Kind<UpdateServerState> kind() {
    return new Kind<>(
        UpdateServerState.KIND, RecordedUpdateServerState.FORM, Rollback.always(NEVER));
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
          unread
              .<Observation<UpdateServerState>>map(why -> new Observation.Unreadable<>(said(why)))
              .orElseGet(Observation.Missing::new));
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
      if (named.writes().isPresent() && server.clock().objection().isPresent()) {
        return new Observation.Unreadable<>(
            named.name() + ": its clock and this computer's are more than five minutes apart");
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
      return new Observation.Unreadable<>(said(refusal));
    }
  }

  /** Text of a refusal without times, because plans compare it. */
  private static String said(RefusalException refusal) {
    return refusal instanceof UpdateServerException failure
        ? failure.summary()
        : refusal.diagnostics().getFirst().problem();
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
      return new Proposal.Proposed(Action.NO_OP, "not in the manifest any more");
    }
    return switch (seen) {
      case Observation.Found<UpdateServerState> found -> compared(wanted.address(), state, found);
      case Observation.Unreadable<UpdateServerState>(String why) ->
          new Proposal.Proposed(Action.WAIT, why);
      case Observation.Missing<UpdateServerState> _, Observation.Ambiguous<UpdateServerState> _ ->
          new Proposal.Proposed(Action.WAIT, "the manifest does not name it any more");
    };
  }

  private static Proposal compared(
      Address address, UpdateServerState wanted, Observation.Found<UpdateServerState> found) {
    UpdateServerState state = found.state();
    if (state.equals(wanted)) {
      return new Proposal.Proposed(
          Action.NO_OP, wanted.watched().isEmpty() ? "ready" : wanted.watched() + ": only watched");
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
          "nobody has gone through its first configuration",
          new ManualStep(
              "Update Services > " + server + " > WSUS Server Configuration Wizard",
              "& \"$env:ProgramFiles\\Update Services\\Tools\\wsusutil.exe\" postinstall"));
    }
    if (!state.isAdministrator()) {
      return new Step(
          "the account that writes is not in WSUS Administrators",
          new ManualStep(
              "on "
                  + server
                  + ": Computer Management > Local Users and Groups > WSUS Administrators",
              "Add-LocalGroupMember -Group 'WSUS Administrators' -Member DOMAIN\\ACCOUNT"));
    }
    Set<String> missing = new TreeSet<>(wanted.groups());
    missing.removeAll(state.groups());
    return new Step(
        "it has no computer group '%s'".formatted(String.join("', '", missing)),
        new ManualStep(
            "Update Services > " + server + " > Computers > All Computers > Add Computer Group",
            "(Get-WsusServer).CreateComputerTargetGroup('%s')"
                .formatted(missing.iterator().next().replace("'", "''"))));
  }
}
