package dev.garrison.cli.lab;

import dev.garrison.lab.Lab;
import java.util.Iterator;

/** Completion candidates of an argument that is the name of a simulated site. */
final class LabSites implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Lab.siteNames().iterator();
  }
}
