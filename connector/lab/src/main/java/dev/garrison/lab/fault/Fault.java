package dev.garrison.lab.fault;

import java.time.Duration;

/** A fault that one request gets instead of the usual answer. */
public sealed interface Fault {
  /** Answers with an error; the request has no effect. */
  record Status(int code) implements Fault {}

  /** Answers with an error although the request takes effect. */
  record StatusAfterEffect(int code) implements Fault {}

  /** Closes the connection; the request has no effect. */
  record CutBeforeEffect() implements Fault {}

  /** Closes the connection without an answer after the request takes effect. */
  record CutAfterEffect() implements Fault {}

  /**
   * Runs an action after the request takes effect, then closes the connection without an answer.
   * The client waits while the action runs.
   */
  record ActAfterEffect(Runnable action) implements Fault {}

  /** Runs an action after the request takes effect, then answers as usual. */
  record ActBeforeAnswer(Runnable action) implements Fault {}

  /** Sends the body in small pieces with pauses. */
  record SlowBody(Duration pause) implements Fault {}

  /** Ends the body in the middle. */
  record TruncatedBody() implements Fault {}

  /** Removes a property from the JSON of the body, in all places. */
  record WithoutProperty(String name) implements Fault {}

  /** Answers with a list without rows, as for an account that is not allowed to see them. */
  record NoRows() implements Fault {}

  /** Answers with a proxy's HTML page and status 200; the request has no effect. */
  record Html() implements Fault {}

  /** Answers 404 with a special text, as for an account without WMI rights. */
  record WmiDenied() implements Fault {}
}
