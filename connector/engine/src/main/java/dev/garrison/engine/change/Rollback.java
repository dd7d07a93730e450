package dev.garrison.engine.change;

/**
 * What taking a change back does to one kind of object, and what it cannot, in whole sentences for
 * a change board.
 *
 * @param created of an object that was made
 * @param changed of an object that was changed
 * @param deleted of an object that was deleted
 */
public record Rollback(String created, String changed, String deleted) {
  private static final String NOTHING = "Nothing is written, so there is nothing to take back.";

  /** The same of every object, whatever was done to it. */
  public static Rollback always(String what) {
    return new Rollback(what, what, what);
  }

  /** What it means for a change of this action. */
  public String of(Action action) {
    return switch (action) {
      case CREATE -> created;
      case UPDATE -> changed;
      case REPLACE -> changed;
      case DELETE -> deleted;
      case MANUAL ->
          "A person does this step. Undo does not take it back: reverse it in the console.";
      case NO_OP, WAIT -> NOTHING;
    };
  }
}
