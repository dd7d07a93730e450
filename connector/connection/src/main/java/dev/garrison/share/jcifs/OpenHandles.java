package dev.garrison.share.jcifs;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Handles that are closed together, the last opened first; the first failure is thrown. */
final class OpenHandles implements Closeable {
  /** Closes one handle. */
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  private final Deque<Closing> handles = new ArrayDeque<>();

  void add(Closing handle) {
    handles.push(handle);
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    while (!handles.isEmpty()) {
      first = close(handles.pop(), first);
    }
    if (first != null) {
      throw first;
    }
  }

  private static @Nullable IOException close(Closing handle, @Nullable IOException first) {
    try {
      handle.close();
      return first;
    } catch (IOException e) {
      if (first == null) {
        return e;
      }
      first.addSuppressed(e);
      return first;
    }
  }
}
