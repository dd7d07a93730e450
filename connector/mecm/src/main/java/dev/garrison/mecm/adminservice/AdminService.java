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
 * The administration service of one site, on the route of the SMS Provider's classes. JSON in, JSON
 * out, with the service's own property names.
 *
 * <p>Every failure is an {@link AdminServiceException}. Reads may be repeated by the
 * implementation; a write is sent once, and after {@link FailureKind#LOST_ANSWER} only a fresh read
 * tells whether it took effect. Another account may write than reads. Nothing here waits for
 * Configuration Manager: membership, content and summaries follow a write later.
 */
public interface AdminService {
  /** How many rows are kept at once: more than a site of 300,000 devices has of anything. */
  int MOST_KEPT_ROWS = 400_000;

  /**
   * Reads a list, handing over each row as it arrives, in the order of the service. Lazy properties
   * are null or missing. Rows of an answer that breaks off have been handed over by then: keep them
   * apart until this returns. The row belongs to the consumer, which must not call the service. A
   * list of more rows than the query allows fails with {@link FailureKind#BROKEN_ANSWER}.
   */
  void query(ODataQuery query, Consumer<ObjectNode> row);

  /** A list that is known to be short: at most {@link #MOST_KEPT_ROWS}. */
  default List<ObjectNode> list(ODataQuery query) {
    List<ObjectNode> rows = new ArrayList<>();
    query(query.mostRows(Math.min(query.mostRows(), MOST_KEPT_ROWS)), rows::add);
    return List.copyOf(rows);
  }

  /** One object with its lazy properties, or empty if there is none with this key. */
  Optional<ObjectNode> get(String className, ObjectKey key);

  /**
   * Creates an object. Not idempotent: look for the object by its natural key first.
   *
   * @return the object as the service made it, with its key; empty if the service sent no body
   */
  ObjectNode create(String className, ObjectNode body);

  /** Replaces an object; required properties are repeated in the body. Idempotent. */
  void put(String className, ObjectKey key, ObjectNode body);

  /**
   * Writes a new revision of an object, as applications need it. Not idempotent.
   *
   * @return the object as the service made it; empty if the service sent no body
   */
  ObjectNode post(String className, ObjectKey key, ObjectNode body);

  /** Deletes an object; one that is gone already fails with {@link FailureKind#NOT_FOUND}. */
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
   * Reads by a method of a class that takes nothing and changes nothing, such as {@code
   * SMS_Identification.GetSiteID}.
   *
   * @return the method's out parameters
   */
  ObjectNode readStatic(String className, String method);

  /** The same as the account that writes, where that is another one: who it is only it can ask. */
  default ObjectNode readStaticAsWriter(String className, String method) {
    return readStatic(className, method);
  }

  /**
   * The clock of the server that is written to, as its last answer showed it. Nothing is written to
   * a server whose clock and ours are too far apart.
   */
  ServerClock clock();

  /** What this site offers; read once. */
  Capabilities capabilities();
}
