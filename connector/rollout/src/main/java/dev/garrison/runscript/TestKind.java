package dev.garrison.runscript;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.mecm.script.ScriptReport;
import java.util.List;
import java.util.Optional;

/** What is tested on servers, by which script, and what their answers mean. */
public interface TestKind {
  /** The command that runs it, as the site's approval names it. */
  String command();

  /** Why a person should name few servers at once. */
  String burden();

  /**
   * The script for these servers.
   *
   * @throws dev.garrison.diagnostic.RefusalException when there is none for them
   */
  TestScript script(List<TestServer> servers);

  /** What is known of a server beforehand, in words; empty where the test would show nothing. */
  Optional<String> standing(Server server, Verdict verdict);

  /** What a server's report means. */
  TestResult result(TestServer server, long operation, ScriptReport report);
}
