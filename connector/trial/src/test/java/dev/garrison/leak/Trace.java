package dev.garrison.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.PackedProgram.Setting;
import dev.garrison.trial.TrialSite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** Goes on tour in a trial's folder, and keeps what can be seen of it. */
final class Trace {
  private static final String ALL_PACKAGES =
      "packages/md4ws.msi packages/install.ps1 packages/WindowsDefenderATPOnboardingScript.cmd";

  private final TrialSite site;
  private final Setting setting;
  private final ProcessWatch watch = new ProcessWatch();
  private String run = "";

  Trace(TrialSite site, Setting setting) {
    this.site = site;
    this.setting = setting;
  }

  /** Takes one step; what it prints goes to files of the trial's folder. */
  void run(Tour.Step step) throws Exception {
    CompletableFuture<Process> process = new CompletableFuture<>();
    site.lab().faults().actAfterWrite(1, () -> dumpThreads(process.join()));
    Running running = PackedProgram.start(site.folder(), setting, words(step));
    process.complete(running.process());
    if (step.command().equals("lab") && step.exits().contains(130)) {
      awaitFile(running.process(), site.folder().resolve("port"));
      JavaProcess.interrupt(running.process());
    }
    if (step.command().equals("docs")) {
      untilServed(running);
    }
    if (step.command().equals("serve") && step.exits().contains(130)) {
      awaitText(
          running.process(),
          site.folder().resolve(step.words().getLast()).resolve("garrison.jsonl"),
          "Run [0-9]+ of job 'drift' ended");
      JavaProcess.interrupt(running.process());
    }
    watch.until(running.process());
    Result result = running.await();
    assertThat(step.exits())
        .as("%s: %s", String.join(" ", step.words()), result)
        .contains(result.exit());
    if (step.words().equals(List.of("journal", "show"))) {
      run = result.out().strip().split("\\s+", 2)[0];
    }
  }

  private List<String> words(Tour.Step step) throws IOException {
    List<String> words = new ArrayList<>();
    for (String word : step.words()) {
      switch (word) {
        case "RUN" -> words.add(run);
        case "SAVED" -> words.add(saved());
        case "PACKAGES" -> words.addAll(List.of(ALL_PACKAGES.split(" ")));
        default -> words.add(word);
      }
    }
    return words;
  }

  /** What 'share secure' kept. */
  private String saved() throws IOException {
    try (Stream<Path> files = Files.walk(site.folder().resolve(".garrison"))) {
      return files
          .filter(file -> file.getFileName().toString().contains("access"))
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .findFirst()
          .orElse("none");
    }
  }

  private static void awaitFile(Process process, Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  /** Ends the documentation once it is served; without the site it has ended by itself. */
  private static void untilServed(Running running) throws Exception {
    while (running.process().isAlive() && !Files.readString(running.out()).contains("Ctrl-C")) {
      boolean _ = running.process().waitFor(20, TimeUnit.MILLISECONDS);
    }
    if (running.process().isAlive()) {
      JavaProcess.interrupt(running.process());
    }
  }

  private static void awaitText(Process process, Path file, String pattern) throws Exception {
    Pattern awaited = Pattern.compile(pattern);
    while (!Files.exists(file) || !awaited.matcher(Files.readString(file)).find()) {
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  /** The names of all threads, virtual ones too, and where they are. */
  private void dumpThreads(Process process) {
    ProcessHandle java =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .filter(each -> each.info().command().orElse("").endsWith("/java"))
            .findFirst()
            .orElseThrow();
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path file = site.folder().resolve("threads-" + java.pid() + ".json");
    try {
      Process dump =
          new ProcessBuilder(
                  jcmd.toString(),
                  "-J-XX:TieredStopAtLevel=1",
                  "" + java.pid(),
                  "Thread.dump_to_file",
                  "-format=json",
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(dump.waitFor()).isZero();
      assertThat(file).isNotEmptyFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a word showed in the list of processes. */
  boolean saw(String word) {
    return watch.seen().stream().anyMatch(each -> each.contains(word));
  }

  /** What is compressed shows nothing of what is in it. */
  private static byte[] content(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".zip")) {
      return bytes;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      while (zip.getNextEntry() != null) {
        zip.transferTo(all);
      }
    }
    return all.toByteArray();
  }

  /** Where something was found, and what. */
  List<String> found(SecretSearch search) throws IOException {
    List<String> found = new ArrayList<>();
    watch.seen().forEach(each -> search.in(each).forEach(what -> found.add("process: " + what)));
    Path packages = site.folder().resolve("packages");
    Path samples = site.folder().resolve("learn").resolve("packages");
    try (Stream<Path> files = Files.walk(site.folder())) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(each -> !each.startsWith(packages) && !each.startsWith(samples))
              .toList()) {
        for (String what : search.in(content(file))) {
          found.add(site.folder().relativize(file) + ": " + what);
        }
      }
    }
    return found;
  }
}
