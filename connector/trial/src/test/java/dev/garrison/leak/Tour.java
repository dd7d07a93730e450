package dev.garrison.leak;

import dev.garrison.trial.PackedProgram;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every command of the program, in an order in which each has something to do. A new command gets a
 * line in {@link #STEPS}.
 */
final class Tour {
  /** What the script for the shell has of each command: where its words begin. */
  private static final Pattern COMPLETED =
      Pattern.compile("(?m)^    'garrison (\\w[\\w-]*(?: \\w[\\w-]*)*)'\\) words=");

  /** Commands for scripts, which no shell completes. */
  private static final Set<String> HIDDEN = Set.of("man-pages", "ring-names");

  /**
   * One run of the program.
   *
   * @param command the command without its options
   * @param words the whole command line; {@code RUN} and {@code SAVED} stand for names that are
   *     known by then
   * @param exits the exit codes that say that it did its work
   */
  record Step(String command, List<String> words, Set<Integer> exits) {}

  /** Where the password of the signing key is found. */
  private static final String SIGNING_KEY = "env:GARRISON_TRIAL_signing_key";

  /** The command, then its options, then the exit codes. */
  private static final List<Step> STEPS =
      List.of(
          step("version", "", 0),
          step("completion", "", 0),
          step("completion", "zsh", 0),
          step("completion", "fish", 0),
          step("completion", "powershell", 0),
          step("ring-names", "", 0),
          step("man-pages", "manual", 0),
          step("help", "plan", 0),
          step("init", "--name x --provider https://cm.example/AdminService", 0, 1),
          step("import", "--provider https://cm.invalid/AdminService --out i.yaml", 1),
          step("probe", "--debug --report probe.json", 0, 1),
          step("probe", "--json", 0, 1),
          step("probe", "--debug -f wrong-site.yaml", 1),
          step("probe", "--debug -f wrong-share.yaml", 1),
          step("wsus probe", "--debug -f wsus.yaml --report wsus.json", 1),
          step("wsus status", "--debug -f wsus.yaml --report wsus.html", 1),
          step("wsus sync", "--debug --yes -f wsus.yaml", 1),
          step("catalog export", "-f wsus.yaml --server 127.0.0.1 --out c.jsonl.gz", 1),
          step("catalog compare", "garrison.yaml garrison.yaml", 1),
          step("plan", "--json", 2),
          step("plan", "--csv", 2),
          step("plan", "--out plan.json --report report.html --change CHG1", 2),
          step("plan", "--debug -f wrong-site.yaml", 1),
          step("plan", "--debug -f wrong-share.yaml", 1),
          step("apply", "--debug --yes -f wrong-site.yaml", 1),
          step("apply", "plan.json", 3),
          step("verify", "--debug", 2, 3),
          step("apply", "--yes", 0, 3),
          step("verify", "--devices --live --live-timeout 1s --json", 2, 3),
          step("antivirus", "--debug", 0, 2, 3),
          step("antivirus", "--json", 0, 2, 3),
          step("antivirus", "--live --live-timeout 1s", 0, 2, 3),
          step("antivirus", "--csv --report antivirus.html", 0, 2, 3),
          step("prerequisites", "--debug", 0, 2, 3),
          step("prerequisites", "--json", 0, 2, 3),
          step("prerequisites", "--live --live-timeout 1s", 0, 2, 3),
          step("prerequisites", "--csv --report prerequisites.html", 0, 2, 3),
          step("status", "--debug", 2, 3),
          step("status", "--json", 2, 3),
          step("status", "--csv --ring pilot", 2, 3),
          step("status", "--live --live-timeout 1s --json", 2, 3),
          step("test-detection", "--debug --json --server WEB02", 1, 2),
          step("test-detection", "--debug --yes --timeout 1s --server WEB02", 1, 3),
          step("test-connectivity", "--debug --json --server WEB02", 1, 2),
          step("test-connectivity", "--debug --yes --timeout 1s --server WEB02", 1, 3),
          step("rollout status", "--json", 2, 3),
          step("rollout halt", "--yes --reason CHG2 pilot", 0),
          step("rollout resume", "--yes pilot", 0),
          step("rollout skip", "--yes --reason CHG2 pilot", 0, 1),
          step("job list", "--json", 0),
          step("job run", "--debug --json rollout", 0, 1, 2, 3),
          step("job run", "--debug expiry", 0, 1),
          step("job enable", "status", 1),
          step("job pause", "status", 0),
          step("job history", "--csv", 0),
          step("job show", "--json 1", 0),
          step("job server", "WEB02", 0, 4),
          step("job counts", "", 0, 4),
          step("job plan", "--out job.json 1", 0, 1),
          step("notify test", "--debug -f hooks.yaml", 1),
          step("notify test", "--json -f hooks.yaml", 1),
          step("serve", "--debug", 1),
          step("serve", "--debug -f jobs.yaml --listen none --log-folder logs", 130),
          step(
              "serve",
              "--debug -f wrong-jobs.yaml --state wrong --listen none --log-folder wrong-logs",
              130),
          step("service install", "--debug --account LocalSystem -f jobs.yaml", 1),
          step("service show", "--debug", 1),
          step("service remove", "--debug", 1),
          step("support-bundle", "--debug --probe --out bundle.zip", 0),
          step("support-bundle", "--json -f wrong-site.yaml --probe --out wrong.zip", 0),
          step("token create", "--role approver --name tour", 0),
          step("token list", "--json", 0),
          step("token revoke", "tour", 0),
          step("offboard", "--reason CHG3 --out leavers.yaml NoSuchServers", 1),
          step("evidence", "--from 2026-01-01 --out evidence.json", 0),
          step("evidence", "--last-quarter --csv --report evidence.html", 0),
          step("adopt", "--yes application/none", 1),
          step("journal show", "", 0),
          step("journal show", "RUN", 0),
          step("journal verify", "", 0),
          step("undo", "--yes RUN", 0, 1, 3),
          step("package inspect", "-f garrison.yaml PACKAGES", 0, 1, 2),
          step("package inspect", "-f garrison.yaml --json PACKAGES", 0, 1, 2),
          step("package signer", "-f garrison.yaml -o c.cer packages/install.ps1", 0),
          step(
              "package signer",
              "-f garrison.yaml packages/WindowsDefenderATPOnboardingScript.cmd",
              0),
          step("package add", "-f intake.yaml PACKAGES", 0),
          step("package list", "-f intake.yaml --json", 0),
          step(
              "scripts sign",
              "--keystore packages/code.pfx --password " + SIGNING_KEY + " --out signed",
              0),
          step("share check", "--debug", 0, 1),
          step("share secure", "--debug", 0, 1, 2),
          step("share secure", "--debug --yes", 0, 1),
          step("share restore", "--debug SAVED", 0, 1),
          step("docs", "", 1, 130),
          step("demo", "--folder --json", 0),
          step("lab", "--port-file port", 130),
          step("lab", "--init learn", 0),
          step("lab status", "--dir learn", 1),
          step("lab advance", "--dir learn 1h", 1),
          step("lab upgrade", "--dir learn 2207", 1),
          step("lab fault", "--dir learn --clear", 1));

  private static final Set<String> SIGNING_IN =
      Set.of("probe", "wsus status", "plan", "apply", "verify", "share check");

  private Tour() {}

  private static Step step(String command, String options, Integer... exits) {
    List<String> words = Arrays.stream((command + " " + options).strip().split(" ")).toList();
    return new Step(command, words, Set.of(exits));
  }

  /** All steps. */
  static List<Step> steps() {
    return STEPS;
  }

  /**
   * Those that sign in to the site, an update server or the share, once for each way of doing so.
   */
  static List<Step> signingIn() {
    return STEPS.stream()
        .filter(step -> SIGNING_IN.contains(step.command()))
        .filter(step -> !step.words().contains("--json"))
        .toList();
  }

  /** The commands that have a step. */
  static Set<String> commands() {
    return STEPS.stream().map(Step::command).collect(toTreeSet());
  }

  /**
   * Every command that the program completes or hides; groups of commands are left out, except the
   * one that does something without a command below it.
   */
  static Set<String> commands(Path folder) throws InterruptedException {
    String script = PackedProgram.run(folder, "completion").out();
    Set<String> named =
        COMPLETED.matcher(script).results().map(found -> found.group(1)).collect(toTreeSet());
    return Stream.concat(named.stream(), HIDDEN.stream())
        .filter(command ->
            command.equals("lab")
                || named.stream().noneMatch(other -> other.startsWith(command + " ")))
        .collect(toTreeSet());
  }

  private static Collector<String, ?, Set<String>> toTreeSet() {
    return Collectors.toCollection(TreeSet::new);
  }
}
