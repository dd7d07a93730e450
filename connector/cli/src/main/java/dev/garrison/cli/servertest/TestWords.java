package dev.garrison.cli.servertest;

import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import java.util.List;
import java.util.Optional;

/** How one test is spoken of. */
interface TestWords {
  /** What it is, to begin a sentence. */
  String title();

  /** The name of its script's file. */
  String file();

  /** What is shown of the script itself: lines that are not wrapped. */
  List<String> script(TestPlan plan);

  /** What a person should know before agreeing: paragraphs. */
  List<String> notes();

  /**
   * What a program gets.
   *
   * @param report empty where nothing was run
   */
  TestAnswer answer(TestPlan plan, Optional<Report> report);

  /** How many of all it went well on, in words. */
  String summary(long well, String servers);

  /** What to do now; empty where nothing is. */
  List<String> next(List<TestResult> results);
}
