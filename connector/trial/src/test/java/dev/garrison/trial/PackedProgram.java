package dev.garrison.trial;

import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.JavaProcess.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as it is packed, in a process of its own. */
public final class PackedProgram {
  private static final Path TARGET =
      Path.of(System.getProperty("repository.root"), "connector/cli/target");
  private static final ClassCache CACHE =
      new ClassCache(TARGET.resolve("garrison/lib"), TARGET.resolve("tested.aot"));

  private PackedProgram() {}

  /** Runs one command line to its end. */
  public static Result run(Path folder, String... words) throws InterruptedException {
    return start(folder, words).await();
  }

  /** Starts one command line in a folder. */
  public static Running start(Path folder, String... words) {
    return start(folder, new Setting(List.of(), List.of(), Map.of()), List.of(words));
  }

  /** The jars of the program. */
  public static String classPath() {
    return CACHE.classPath();
  }

  /**
   * How a command line is started.
   *
   * @param starter another program that starts it, with its words; or none
   * @param javaOptions options of Java
   * @param environment variables besides those of this process
   */
  public record Setting(
      List<String> starter, List<String> javaOptions, Map<String, String> environment) {}

  /** Starts one command line in a folder. */
  public static Running start(Path folder, Setting setting, List<String> words) {
    List<String> line = new ArrayList<>(CACHE.options(JavaProcess.java()));
    line.addAll(setting.javaOptions());
    line.addAll(List.of("-cp", classPath(), "dev.garrison.Main"));
    line.addAll(words);
    List<String> whole = new ArrayList<>(setting.starter());
    whole.addAll(JavaProcess.java(line.toArray(String[]::new)));
    return JavaProcess.start(folder, whole, setting.environment());
  }
}
