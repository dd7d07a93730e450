package dev.garrison.engine.resource;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems that the engine itself finds. */
public enum EngineCode implements DiagnosticCode {
  OBJECT_NOT_OURS(501),
  OBJECT_OF_ANOTHER_MANIFEST(502),
  OBJECT_AMBIGUOUS(503),
  OBJECT_UNREADABLE(504),
  REFERENCE_CYCLE(505),
  PLAN_STALE(506),
  READ_BACK_DIFFERS(507),
  OBJECT_CHANGED(508),
  PLAN_EXPIRED(510),
  UNDO_REFUSED(513),
  NOTHING_TO_ADOPT(514),
  RING_UNKNOWN(515),
  RING_ORDER_REFUSED(516),
  MARK_LOST(517),
  CARRIES_NO_MARK(518),
  ADOPTION_REFUSED(534);

  private final int number;

  EngineCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
