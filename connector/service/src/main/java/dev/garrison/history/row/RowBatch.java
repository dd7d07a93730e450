package dev.garrison.history.row;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A statement for many rows, which is executed for 2000 of them at a time. */
public final class RowBatch implements AutoCloseable {
  private static final int SIZE = 2000;

  private final PreparedBatch batch;

  public RowBatch(Handle handle, String sql) {
    this.batch = handle.prepareBatch(sql);
  }

  /** Sets a value of the next row. */
  public RowBatch bind(String name, Object value) {
    batch.bind(name, value);
    return this;
  }

  /** Adds the row whose values are set. */
  public void add() {
    batch.add();
    if (batch.size() == SIZE) {
      batch.execute();
    }
  }

  /** Executes the statement for the rows that are left. */
  public void finish() {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Drops rows for which it was not executed. */
  @Override
  public void close() {
    batch.close();
  }
}
