package dev.garrison.cli.servertest;

import dev.garrison.language.Text;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import java.util.List;
import java.util.Optional;

/** Texts for one kind of test. */
interface TestWords {
  /** Name of the test, for the beginning of a sentence. */
  Text title();

  /** File name of the test's script. */
  String file();

  /** Facts about the script, as lines that are not wrapped. */
  List<String> script(TestPlan plan);

  /** Notes that the user should read before agreeing: paragraphs. */
  List<Text> notes();

  /**
   * Answer of the test as JSON.
   *
   * @param report the report; empty if nothing was run
   */
  TestAnswer answer(TestPlan plan, Optional<Report> report);

  /** Sentence with the number of servers on which the test went well. */
  Text summary(long well, int servers);

  /** Next steps; empty if there are none. */
  List<Text> next(List<TestResult> results);
}
