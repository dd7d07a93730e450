package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Base of the kinds of object for actions on an update that cannot be undone. If the action is
 * done, or not wanted, there is nothing to do.
 */
public abstract class OneWayResource<S extends Record> implements Writable<S> {
  private final UpdateServerPool pool;
  private final Kind<S> kind;
  private final Words words;

  /**
   * Texts for plans.
   *
   * @param summary the action, in a few words
   * @param done the state after it
   * @param notDone the state before it
   * @param forGood a warning to read before approving it
   */
  public record Words(String summary, String done, String notDone, String forGood) {}

  protected OneWayResource(UpdateServerPool pool, String name, StateForm<S> form, Words words) {
    this.pool = pool;
    this.kind = new Kind<>(name, form, Rollback.always(words.forGood));
    this.words = words;
  }

  /** Name of the server on which the action is done. */
  protected abstract String server(S state);

  /** Checks whether the action is done. */
  protected abstract boolean isDone(S state);

  /**
   * Reads the current state.
   *
   * @throws RefusalException when the server cannot be read
   */
  protected abstract Observation<S> standing(WsusServer named, S wanted);

  /**
   * Carries out the action.
   *
   * @throws RefusalException if a check before it fails
   */
  protected abstract void write(WsusServer named, S state);

  @Override
  public final Kind<S> kind() {
    return kind;
  }

  @Override
  public final Observations<S> observe(List<Wanted<S>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<S>> seen = new LinkedHashMap<>();
    for (Wanted<S> each : wanted) {
      seen.put(
          each.address(),
          each.desired().wantedState().map(this::observation).orElseGet(Observation.Missing::new));
    }
    return new Observations<>(seen);
  }

  private Observation<S> observation(S wanted) {
    Optional<WsusServer> named = pool.named(server(wanted));
    if (named.isEmpty()) {
      return new Observation.Unreadable<>(Text.of("one-way.server-unnamed").toString());
    }
    try {
      return standing(named.get(), wanted);
    } catch (RefusalException refusal) {
      return new Observation.Unreadable<>(refusal.diagnostics().getFirst().problem());
    }
  }

  @Override
  public final Proposal propose(Wanted<S> wanted, Observation<S> seen) {
    Optional<S> toDo = wanted.desired().wantedState().filter(this::isDone);
    return switch (seen) {
      case Observation.Found<S> found when isDone(found.state()) ->
          new Proposal.Proposed(Action.NO_OP, words.done);
      case Observation.Found<S> found when toDo.isPresent() ->
          new Proposal.Proposed(
              Action.UPDATE,
              words.summary,
              Facts.between(Facts.of(found.state()), Facts.of(toDo.get())),
              List.of(words.forGood),
              Optional.empty());
      case Observation.Found<S> _ -> new Proposal.Proposed(Action.NO_OP, words.notDone);
      case Observation.Missing<S> _ ->
          new Proposal.Proposed(Action.NO_OP, Text.of("one-way.gone").toString());
      case Observation.Ambiguous<S> _ ->
          new Proposal.Proposed(Action.WAIT, Text.of("one-way.several").toString());
      case Observation.Unreadable<S>(String why, _) -> new Proposal.Proposed(Action.WAIT, why);
    };
  }

  @Override
  public final Outcome carryOut(Change<S> change, Resolved ids, Progress progress) {
    S state = change.state();
    write(
        pool.named(server(state))
            .orElseThrow(() -> new IllegalStateException(state + " is on no server")),
        state);
    return new Outcome.Done();
  }
}
