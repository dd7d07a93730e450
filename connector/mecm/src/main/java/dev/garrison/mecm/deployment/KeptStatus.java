package dev.garrison.mecm.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Keeps the site's status of a deployment's servers, which is lost with the deployment. */
@FunctionalInterface
interface KeptStatus {
  /**
   * Keeps all rows; when this returns they are on disk.
   *
   * @param deployment its AssignmentID
   * @param source hands each row to the consumer
   * @return the place where they are kept, for people
   */
  String keep(long deployment, Consumer<Consumer<ObjectNode>> source);
}
