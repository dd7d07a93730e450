package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.ServerClock;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The administration service (AdminService) of one site, on the route of the SMS Provider's
 * classes. JSON in, JSON out, with the service's own property names.
 *
 * <p>Every failure is an {@link AdminServiceException}. Reads may be repeated by the
 * implementation; a write is sent once, and after {@link FailureKind#LOST_ANSWER} only a new read
 * shows whether it took effect. Writes may use another account than reads. Nothing here waits for
 * Configuration Manager: membership, content and summaries follow a write later.
 */
public interface AdminService {
  /** Most rows that are kept at once: more than a site of 300,000 devices has of any class. */
  int MOST_KEPT_ROWS = 400_000;

  /**
   * Reads a list and hands over each row as it arrives, in the order of the service. Lazy
   * properties are null or missing. If the answer breaks off, some rows have been handed over
   * already: keep them separate until this method returns. The row belongs to the consumer, which
   * must not call the service. A list of more rows than the query allows fails with {@link
   * FailureKind#BROKEN_ANSWER}.
   */
  void query(ODataQuery query, Consumer<ObjectNode> row);

  /** Reads a list that is known to be short: at most {@link #MOST_KEPT_ROWS}. */
  default List<ObjectNode> list(ODataQuery query) {
    List<ObjectNode> rows = new ArrayList<>();
    query(query.mostRows(Math.min(query.mostRows(), MOST_KEPT_ROWS)), rows::add);
    return List.copyOf(rows);
  }

  /** Reads one object with its lazy properties; empty if no object has this key. */
  Optional<ObjectNode> get(String className, ObjectKey key);

  /**
   * Creates an object. Not idempotent: first search for the object by its natural key.
   *
   * @return the object as the service created it, with its key; empty if the service sent no body
   */
  ObjectNode create(String className, ObjectNode body);

  /** Replaces an object; required properties are repeated in the body. Idempotent. */
  void put(String className, ObjectKey key, ObjectNode body);

  /**
   * Writes a new revision of an object; applications need this. Not idempotent.
   *
   * @return the object as the service created it; empty if the service sent no body
   */
  ObjectNode post(String className, ObjectKey key, ObjectNode body);

  /**
   * Deletes an object; an object that no longer exists fails with {@link FailureKind#NOT_FOUND}.
   */
  void delete(String className, ObjectKey key);

  /**
   * Calls a method of an object. Counts as a write.
   *
   * @return the method's out parameters
   */
  ObjectNode invoke(String className, ObjectKey key, String method, ObjectNode arguments);

  /**
   * Calls a method of a class. Counts as a write.
   *
   * @return the method's out parameters
   */
  ObjectNode invokeStatic(String className, String method, ObjectNode arguments);

  /**
   * Calls a static method that has no parameters and changes nothing. For example {@code
   * SMS_Identification.GetSiteID}.
   *
   * @return the method's out parameters
   */
  ObjectNode readStatic(String className, String method);

  /**
   * Does the same as the account that writes, if that is another one. Only that account can ask the
   * service who it is.
   */
  default ObjectNode readStaticAsWriter(String className, String method) {
    return readStatic(className, method);
  }

  /**
   * Clock of the server that is written to, as its last answer showed it. Garrison does not write
   * to a server whose clock differs too much from the clock of this machine.
   */
  ServerClock clock();

  /** Classes, properties and methods that this site offers; read once. */
  Capabilities capabilities();
}
