package dev.garrison.wiring;

import dev.garrison.trial.TrialSite;

/**
 * A mistake that administrators make.
 *
 * @param name the name of its file of expected messages
 * @param making makes the mistake at a trial that is otherwise ready
 * @param line the command line that meets it, without the program's name; {@code MANIFEST} and
 *     {@code FOLDER} stand for the trial's
 */
record TypicalMistake(String name, Making making, String line) {
  /** The mistake itself. */
  @FunctionalInterface
  interface Making {
    void at(TrialSite site) throws Exception;
  }

  /** One that shows in the plan. */
  static TypicalMistake planned(String name, Making making) {
    return new TypicalMistake(name, making, "plan --manifest MANIFEST");
  }

  /** A passage of the manifest that is written wrongly, which each command says. */
  static TypicalMistake written(String name, String passage, String by) {
    return planned(name, site -> site.manifest().replace(passage, by));
  }

  @Override
  public String toString() {
    return name;
  }
}
