package dev.garrison.wiring;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.connection.Pause;
import dev.garrison.session.Operator;
import dev.garrison.trial.TrialSite;
import dev.garrison.trial.TrialUpdates;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One command line of the real program, in this process, against a trial's site.
 *
 * @param exit the exit code
 * @param out what it printed
 * @param err the same of its problems
 */
record OwnRun(int exit, String out, String err) {
  /** Between words; a blank in quotes belongs to its word. */
  private static final Pattern BETWEEN = Pattern.compile(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  /**
   * A trial, whichever it is.
   *
   * @param pause lets its site work for a while
   */
  record Trial(Path folder, Path manifest, Clock clock, Pause pause) {
    static Trial of(TrialSite site) {
      return new Trial(site.folder(), site.manifest().file(), site.tempo().clock(), site::pass);
    }

    static Trial of(TrialUpdates updates, Path folder) {
      return new Trial(folder, updates.manifest(), updates.lab().clock(), updates::pass);
    }
  }

  /**
   * Runs a command line.
   *
   * @param language its tag
   * @param line without the program's name; {@code MANIFEST} and {@code FOLDER} stand for the
   *     trial's
   */
  static OwnRun of(Trial trial, String language, String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    Commands commands =
        new Commands(
            console,
            Map.of(),
            trial.clock(),
            trial.pause(),
            () -> new Operator("anna", "adm01", 1, "0.1.0"));
    String[] words =
        BETWEEN
            .splitAsStream("--lang " + language + " " + line)
            .map(word -> word.replace("\"", ""))
            .map(word -> word.replace("MANIFEST", trial.manifest().toString()))
            .map(word -> word.replace("FOLDER", trial.folder().toString()))
            .toArray(String[]::new);
    int exit =
        CommandLineProgram.of(console, "0.1.0", CommandLineDefaults.none(), commands.all())
            .run(words);
    console.out().flush();
    return new OwnRun(exit, out.toString(), err.toString());
  }
}
