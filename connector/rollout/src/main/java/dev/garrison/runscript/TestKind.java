package dev.garrison.runscript;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.language.Text;
import dev.garrison.mecm.script.ScriptReport;
import java.util.List;
import java.util.Optional;

/** Kind of test on servers: its script, and the meaning of their answers. */
public interface TestKind {
  /** The command that runs the test, as the site's approval names it. */
  String command();

  /** Reason why a person should name few servers at once. */
  Text burden();

  /**
   * The script for these servers.
   *
   * @throws dev.garrison.diagnostic.RefusalException when there is none for them
   */
  TestScript script(List<TestServer> servers);

  /** Status of a server before the test, in words; empty where the test would show nothing. */
  Optional<String> standing(Server server, Verdict verdict);

  /** Result for a server, from its report. */
  TestResult result(TestServer server, long operation, ScriptReport report);
}
