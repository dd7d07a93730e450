package dev.garrison.takeover.judged;

import dev.garrison.language.Text;
import java.util.List;

/**
 * One object of the site and its place in the manifest.
 *
 * @param address kind and name, as in plans
 * @param what description in a few words
 * @param why the evidence for it
 * @param became its place in the manifest, or the reason why it is not there
 * @param carried whether it is there
 */
public record Finding(
    String address, Text what, Confidence sureness, List<Text> why, Text became, boolean carried) {
  public Finding {
    why = List.copyOf(why);
  }
}
