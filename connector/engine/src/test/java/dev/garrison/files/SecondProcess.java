package dev.garrison.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Another process, which tries to lock a file. */
public final class SecondProcess {
  private static final int HELD = 3;

  private SecondProcess() {}

  /** Whether another process gets a lock on this file. */
  public static boolean gets(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SecondProcess.class.getName(),
                    file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = process.waitFor();
    if (code != 0 && code != HELD) {
      throw new IOException("the second process ended with " + code);
    }
    return code == 0;
  }

  /** Tries it; the exit code tells. */
  static void main(String[] words) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(words[0]), StandardOpenOption.WRITE)) {
      System.exit(channel.tryLock() == null ? HELD : 0);
    }
  }
}
