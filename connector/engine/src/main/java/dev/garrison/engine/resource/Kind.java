package dev.garrison.engine.resource;

import dev.garrison.engine.change.Rollback;

/**
 * Properties of a kind of object that the engine must know before it reads one.
 *
 * @param name the kind in addresses and plans, for example {@code collection}
 * @param form the form of the state in journals
 * @param rollback effects and limits of an undo of such changes
 * @param <S> the state, a record of everything that Garrison models of such an object
 */
public record Kind<S extends Record>(
    String name, StateForm<S> form, Rollback rollback, Lifetime lifetime) {
  /** A kind whose objects last. */
  public Kind(String name, StateForm<S> form, Rollback rollback) {
    this(name, form, rollback, Lifetime.LASTING);
  }
}
