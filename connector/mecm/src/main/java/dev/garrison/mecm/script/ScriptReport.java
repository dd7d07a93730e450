package dev.garrison.mecm.script;

import java.util.OptionalLong;

/**
 * Report of a client about a script (class SMS_ScriptsExecutionStatus).
 *
 * @param state ScriptExecutionState: 1 succeeded, 2 failed; other values have not been observed
 * @param exitCode ScriptExitCode, which is 0 for every code that the script ends with, unless it
 *     threw
 * @param output ScriptOutput: JSON, cut after 4000 characters
 */
public record ScriptReport(long state, OptionalLong exitCode, String output) {
  private static final long SUCCEEDED = 1;

  /** Whether the client ran the script to its end. */
  public boolean succeeded() {
    return state == SUCCEEDED;
  }
}
