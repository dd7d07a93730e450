package dev.garrison.share.transfer;

import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;

/** Classifies and words the failures of one SMB library. */
public interface FailureWords {
  /** Whether an unchecked exception is a failure of the share, and not an error in Garrison. */
  boolean concerns(RuntimeException failure);

  /**
   * The kind of failure.
   *
   * @param reached whether the share has answered before: then silence means that it became
   *     unavailable
   */
  Kind kind(Exception failure, boolean reached);

  /** Describes the innermost cause for people. */
  Text detail(Throwable innermost);

  /** Whether only the connection was lost, and the library does not reconnect itself. */
  boolean connectionLost(ContentShareException failure);

  /** Ensures that no answer to an earlier request can arrive after this failure. */
  void abandon(Exception failure);
}
