package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.Update;
import java.util.List;

/** The updates in force that name another, or one that replaces it, as superseded. */
@FunctionalInterface
interface Replacing {
  List<Update> replacing(Update older);
}
