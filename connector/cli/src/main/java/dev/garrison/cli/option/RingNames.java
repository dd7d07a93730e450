package dev.garrison.cli.option;

import java.util.Collections;
import java.util.Iterator;

/**
 * Completion candidates of an argument that is a ring's name.
 *
 * <p>The manifest has the names, so this has none: a completion script asks for them when it runs.
 */
public final class RingNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Collections.emptyIterator();
  }
}
