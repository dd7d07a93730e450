package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.Update;
import java.util.List;

/** Updates in force that name another, or one that supersedes it, as superseded. */
@FunctionalInterface
interface Replacing {
  List<Update> replacing(Update older);
}
