package dev.garrison.lab.fault;

import java.time.Duration;

/** What happens to one request instead of the usual. */
public sealed interface Fault {
  /** An error answer; the request has no effect. */
  record Status(int code) implements Fault {}

  /** The effect happens, and the answer is an error all the same. */
  record StatusAfterEffect(int code) implements Fault {}

  /** The connection is closed; the request has no effect. */
  record CutBeforeEffect() implements Fault {}

  /** The effect happens and the connection is closed without an answer. */
  record CutAfterEffect() implements Fault {}

  /**
   * The effect happens, then the action runs while the client waits, and the connection is closed
   * without an answer.
   */
  record ActAfterEffect(Runnable action) implements Fault {}

  /** The effect happens, then the action runs, and the request is answered as usual. */
  record ActBeforeAnswer(Runnable action) implements Fault {}

  /** The body comes in small pieces with pauses. */
  record SlowBody(Duration pause) implements Fault {}

  /** The body ends in the middle. */
  record TruncatedBody() implements Fault {}

  /** The JSON of the body lacks this property wherever it stands. */
  record WithoutProperty(String name) implements Fault {}

  /** The list has no rows, as for an account that may not see them. */
  record NoRows() implements Fault {}

  /** A proxy's HTML page comes with status 200; the request has no effect. */
  record Html() implements Fault {}

  /** The account lacks WMI rights: 404 with a text of its own. */
  record WmiDenied() implements Fault {}
}
