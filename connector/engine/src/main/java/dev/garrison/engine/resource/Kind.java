package dev.garrison.engine.resource;

import dev.garrison.engine.change.Rollback;

/**
 * What the engine must know of a kind of object before it reads one.
 *
 * @param name the kind in addresses and plans, for example {@code collection}
 * @param form how journals hold the state
 * @param rollback what taking back such changes does, and what it cannot
 * @param <S> the state, a record of all that Garrison models of such an object
 */
public record Kind<S extends Record>(
    String name, StateForm<S> form, Rollback rollback, Lifetime lifetime) {
  /** A kind of objects that last. */
  public Kind(String name, StateForm<S> form, Rollback rollback) {
    this(name, form, rollback, Lifetime.LASTING);
  }
}
