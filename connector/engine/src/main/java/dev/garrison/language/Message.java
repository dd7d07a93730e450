package dev.garrison.language;

/**
 * The two texts of a diagnostic: the problem, and its fix.
 *
 * @param problem one sentence that names the object and the value found
 * @param fix the steps to take, as one or more sentences
 */
public record Message(Text problem, Text fix) {
  /**
   * The message of a key, whose texts are {@code KEY.problem} and {@code KEY.fix}.
   *
   * @param places names and values in turn, for both texts
   */
  public static Message of(String key, Object... places) {
    return new Message(Text.of(key + ".problem", places), Text.of(key + ".fix", places));
  }
}
