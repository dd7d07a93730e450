package dev.garrison.session;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.EngineCode;
import java.util.concurrent.atomic.AtomicReference;

/** A complete lease in memory. */
final class OneWriter implements Lease {
  private final AtomicReference<String> holder = new AtomicReference<>("");

  @Override
  public Held take(String newHolder) {
    if (!holder.compareAndSet("", newHolder)) {
      throw new RefusalException(
          Diagnostic.error(EngineCode.PLAN_STALE, "Held by " + holder.get() + ".", "Wait."));
    }
    return new Held() {
      @Override
      public void renew() {
        if (!holder.get().equals(newHolder)) {
          throw new RefusalException(
              Diagnostic.error(EngineCode.PLAN_STALE, "The lease is lost.", "Run again."));
        }
      }

      @Override
      public void close() {
        holder.compareAndSet(newHolder, "");
      }
    };
  }

  /** Somebody else has it now, whoever had it. */
  void lose() {
    holder.set("somebody else");
  }
}
