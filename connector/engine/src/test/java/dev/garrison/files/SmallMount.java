package dev.garrison.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory, mounted over a folder while this is open. */
public final class SmallMount implements AutoCloseable {
  private final Path folder;

  private SmallMount(Path folder) {
    this.folder = folder;
  }

  /** Skips the test, loudly, where this machine does not let the user mount. */
  public static SmallMount at(Path folder, String options)
      throws IOException, InterruptedException {
    int exit = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    Assumptions.assumeTrue(
        exit == 0, "NOT TESTED: a full or read-only share, because mounting a tmpfs needs root.");
    return new SmallMount(folder);
  }

  public Path folder() {
    return folder;
  }

  /** Changes its options; for {@code ro}, no file may be open for writing there. */
  public void remount(String options) {
    if (command("mount", "-o", "remount," + options, folder.toString()) != 0) {
      throw new AssertionError(folder + " cannot be mounted again with " + options);
    }
  }

  @Override
  public void close() {
    command("umount", "--lazy", folder.toString());
  }

  private static int command(String... words) {
    try {
      return run(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
