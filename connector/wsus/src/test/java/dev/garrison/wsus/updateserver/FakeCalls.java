package dev.garrison.wsus.updateserver;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a {@link FakeUpdateServer} was asked, in order, and what becomes of the next calls. */
public final class FakeCalls {
  private static final Set<String> WRITES =
      Set.of(
          "approve",
          "removeApproval",
          "decline",
          "acceptLicense",
          "subscribe",
          "startSynchronization");

  private final String server;
  private final List<String> made = new ArrayList<>();
  private final Map<String, RuntimeException> faults = new HashMap<>();
  private final Map<String, Runnable> before = new HashMap<>();
  private boolean closed;

  FakeCalls(String server) {
    this.server = server;
  }

  /** All calls, such as {@code role} or {@code count ALL}. */
  public synchronized List<String> all() {
    return List.copyOf(made);
  }

  /** The calls that write. */
  public List<String> writes() {
    return all().stream().filter(call -> WRITES.contains(call.split(" ", 2)[0])).toList();
  }

  /** Every call of this method fails so from now on. */
  public void fail(String method, FailureKind kind, String detail) {
    faults.put(method, failure(kind, detail));
  }

  /** Every call of this method ends with this. */
  public void fail(String method, RuntimeException failure) {
    faults.put(method, failure);
  }

  /** No call of this method fails any more. */
  public void heal(String method) {
    faults.remove(method);
  }

  /** What happens just before each call of this method, as if somebody else were at work. */
  public void before(String method, Runnable work) {
    before.put(method, work);
  }

  /** Whether somebody has ended its connections. */
  public boolean isClosed() {
    return closed;
  }

  void open() {
    closed = false;
  }

  void close() {
    closed = true;
  }

  UpdateServerException failure(FailureKind kind, String detail) {
    return new UpdateServerException(
        server,
        "wsus.servers[0]",
        "a call",
        ServerFailure.lasting(kind, Text.verbatim(detail), null));
  }

  synchronized void made(String method, Object... arguments) {
    String words = Arrays.stream(arguments).map(Object::toString).collect(Collectors.joining(" "));
    made.add(words.isEmpty() ? method : method + " " + words);
    Runnable work = before.get(method);
    if (work != null) {
      work.run();
    }
    RuntimeException fault = faults.get(method);
    if (fault != null) {
      throw fault;
    }
    if (closed) {
      throw new IllegalStateException(server + " was closed before " + method);
    }
  }
}
