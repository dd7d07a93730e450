package dev.garrison.cli.servertest;

import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import java.util.List;
import java.util.Map;

/** How one test is spoken of. */
interface TestWords {
  /** Name and version of the JSON document. */
  String format();

  /** What it is, to begin a sentence. */
  String title();

  /** The name of its script's file. */
  String file();

  /** What is shown of the script itself: lines that are not wrapped. */
  List<String> script(TestPlan plan);

  /** What a person should know before agreeing: paragraphs. */
  List<String> notes();

  /** What a program gets of it besides. */
  Map<String, Object> fields(TestPlan plan);

  /** How many of all it went well on, in words. */
  String summary(long well, String servers);

  /** What to do now; empty where nothing is. */
  List<String> next(List<TestResult> results);
}
