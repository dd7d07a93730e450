package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ServerFault;

/** Reads UpdateRevisionId parameters. */
final class Keys {
  private Keys() {}

  /** Reads a parameter that must be present. */
  static RevisionKey required(Arguments given, String name) {
    Arguments key =
        given
            .nested(name)
            .orElseThrow(() ->
                ServerFault.argument(
                    "ArgumentNullException", "Value cannot be null. Parameter name: " + name));
    return new RevisionKey(key.guid("UpdateId"), key.integer("RevisionNumber"));
  }
}
