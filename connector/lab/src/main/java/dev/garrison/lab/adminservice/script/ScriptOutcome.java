package dev.garrison.lab.adminservice.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Outcome of a script on a client.
 *
 * @param failed whether it threw an exception
 * @param exitCode the exit code that the site receives
 * @param output the printed text, before the client writes it as JSON
 */
record ScriptOutcome(boolean failed, int exitCode, String output) {
  /** E_FAIL, as recorded for a script that threw an exception. */
  private static final int THREW = -2147467259;

  static ScriptOutcome printed(String output) {
    return new ScriptOutcome(false, 0, output);
  }

  static ScriptOutcome threw(String message) {
    return new ScriptOutcome(true, THREW, message);
  }

  /** Value of ScriptExecutionState. */
  int state() {
    return failed ? 2 : 1;
  }

  /** Output as the client sends it: JSON. */
  String json() {
    return JsonNodeFactory.instance.textNode(output).toString();
  }
}
