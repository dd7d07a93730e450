package dev.garrison.share.transfer;

import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;

/** What the failures of one library mean. */
public interface FailureWords {
  /** Whether an unchecked exception is a failure of the share, and not a mistake of ours. */
  boolean concerns(RuntimeException failure);

  /**
   * What the share did.
   *
   * @param reached whether the share has answered before: then silence means that it went away
   */
  Kind kind(Exception failure, boolean reached);

  /** The innermost cause in the words of the user. */
  String detail(Throwable innermost);

  /** Whether only the connection was lost, which the library does not take up again itself. */
  boolean connectionLost(ContentShareException failure);

  /** Nothing that was under way when this happened may still come in. */
  void abandon(Exception failure);
}
