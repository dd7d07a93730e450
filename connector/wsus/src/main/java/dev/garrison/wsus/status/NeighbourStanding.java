package dev.garrison.wsus.status;

import dev.garrison.catalog.Update;
import java.util.List;
import java.util.Optional;

/**
 * An update that Garrison shows and never touches: those of Microsoft Defender Antivirus, without
 * which the sensor is half of the protection.
 *
 * @param article of the Knowledge Base
 * @param what it is
 * @param newest the newest that is in force; empty where the server has none
 * @param approved for which groups it is approved for installation
 */
public record NeighbourStanding(
    String article, String what, Optional<Update> newest, List<String> approved) {
  public NeighbourStanding {
    approved = List.copyOf(approved);
  }
}
