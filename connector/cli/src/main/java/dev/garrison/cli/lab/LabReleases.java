package dev.garrison.cli.lab;

import dev.garrison.lab.Lab;
import java.util.Iterator;

/** Completion candidates of an argument that is a release of Configuration Manager. */
final class LabReleases implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Lab.releases().iterator();
  }
}
