package dev.garrison.mecm.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Keeps what the site knows of a deployment's servers, which goes with the deployment. */
@FunctionalInterface
public interface KeptStatus {
  /**
   * Keeps all rows; when this returns they are on disk.
   *
   * @param deployment its AssignmentID
   * @param source hands each row to the consumer
   * @return where they are kept, for people
   */
  String keep(long deployment, Consumer<Consumer<ObjectNode>> source);
}
