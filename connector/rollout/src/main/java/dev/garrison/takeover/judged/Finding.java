package dev.garrison.takeover.judged;

import java.util.List;

/**
 * One object of the site and what became of it.
 *
 * @param address kind and name, as in plans
 * @param what it is, in a few words
 * @param why how that was seen
 * @param became what it is in the manifest, or why it is not there
 * @param carried whether it is there
 */
public record Finding(
    String address,
    String what,
    Confidence sureness,
    List<String> why,
    String became,
    boolean carried) {
  public Finding {
    why = List.copyOf(why);
  }
}
