package dev.garrison.server.page.frame;

import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A CSV file that the server offers to signed-in users.
 *
 * @param path ends with the name of the file
 * @param open refuses a request before anything is written
 */
public record Download(String path, Function<PageRequest, Consumer<PrintWriter>> open) {
  /** Name under which a browser stores it. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
