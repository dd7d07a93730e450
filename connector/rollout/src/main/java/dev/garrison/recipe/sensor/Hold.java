package dev.garrison.recipe.sensor;

import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Message;
import java.util.Optional;

/**
 * Reason not to write an object now.
 *
 * @param reason a clause for people
 * @param blocked why it does not end without a person; empty where time or another server ends it
 */
record Hold(String reason, Optional<Blockage> blocked) {
  /** A hold that ends without a person. */
  static Hold waiting(String reason) {
    return new Hold(reason, Optional.empty());
  }

  /** A hold that stays until a person acts as the message says. */
  static Hold blocked(String reason, Message message) {
    return new Hold(
        reason, Optional.of(new Blockage(message.problem().toString(), message.fix().toString())));
  }

  /** The object, held. */
  <S extends Record> Wanted<S> of(Wanted<S> wanted) {
    return wanted.heldBecause(reason).blockedBy(blocked);
  }
}
