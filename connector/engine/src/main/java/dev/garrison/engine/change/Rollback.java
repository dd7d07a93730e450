package dev.garrison.engine.change;

import dev.garrison.language.Text;

/**
 * Effects and limits of an undo for one kind of object, in full sentences for a change board.
 *
 * @param created the text for an object that was created
 * @param changed the text for an object that was changed
 * @param deleted the text for an object that was deleted
 */
public record Rollback(String created, String changed, String deleted) {
  /** The same text for every object, regardless of the change. */
  public static Rollback always(String what) {
    return new Rollback(what, what, what);
  }

  /** The text for a change with this action. */
  public String of(Action action) {
    return switch (action) {
      case CREATE -> created;
      case UPDATE -> changed;
      case REPLACE -> changed;
      case DELETE -> deleted;
      case MANUAL -> Text.of("rollback.manual").toString();
      case NO_OP, WAIT -> Text.of("rollback.nothing").toString();
    };
  }
}
