package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.ObjectKey;
import java.util.Optional;

/**
 * The route v1.0 of an administration service, of which only that is here which clients hear of.
 * Every failure is a {@link dev.garrison.mecm.adminservice.AdminServiceException}. A question goes
 * as the account that reads: it changes neither site nor client.
 *
 * @see <a href="https://learn.microsoft.com/intune/configmgr/develop/adminservice/usage">How to use
 *     the administration service</a>
 */
public interface ModelledService {
  /**
   * Starts an action of an object. It is sent once: after a lost answer it may run without anybody
   * who waits for it, which does no harm.
   *
   * @param entity such as {@code Device} or {@code Collections}
   * @return the whole answer
   */
  ObjectNode ask(String entity, ObjectKey key, String action, ObjectNode arguments);

  /**
   * Starts an action of an object that does something on a client, as the account that writes. It
   * is sent once: after a lost answer nobody knows whether it is under way.
   *
   * @return the whole answer
   */
  ObjectNode act(String entity, ObjectKey key, String action, ObjectNode arguments);

  /**
   * Reads what an action has brought so far, by a function that takes the action's number.
   *
   * @return empty while there is nothing; the service says so with 404
   */
  Optional<ObjectNode> result(String entity, ObjectKey key, String function, long operation);
}
