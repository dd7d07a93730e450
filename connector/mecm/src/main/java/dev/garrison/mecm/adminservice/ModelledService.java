package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.ObjectKey;
import java.util.Optional;

/**
 * The route v1.0 of an administration service; only the calls that reach clients are here. Every
 * failure is a {@link dev.garrison.mecm.adminservice.AdminServiceException}. A question is sent as
 * the account that reads: it changes neither site nor client.
 *
 * @see <a href="https://learn.microsoft.com/intune/configmgr/develop/adminservice/usage">How to use
 *     the administration service</a>
 */
public interface ModelledService {
  /**
   * Starts an action of an object. It is sent once: after a lost answer it may run without a caller
   * that waits for it, which does no harm.
   *
   * @param entity such as {@code Device} or {@code Collections}
   * @return the complete answer
   */
  ObjectNode ask(String entity, ObjectKey key, String action, ObjectNode arguments);

  /**
   * Starts an action that changes something on a client, as the account that writes. It is sent
   * once: after a lost answer it is unknown whether it is in progress.
   *
   * @return the complete answer
   */
  ObjectNode act(String entity, ObjectKey key, String action, ObjectNode arguments);

  /**
   * Reads the results of an action so far, by a function that takes the action's number.
   *
   * @return empty while there are none; the service reports this with 404
   */
  Optional<ObjectNode> result(String entity, ObjectKey key, String function, long operation);
}
