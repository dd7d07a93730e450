package dev.garrison.windowsservice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Arguments with which Apache procrun registers the service. Its lists are parted by semicolons,
 * and a word between single quotes may have one.
 *
 * @param program the folder of the program
 * @param jvm the library of Java
 * @param jars of the program, in order
 * @param classCache the file of classes that are ready to use; empty for none
 * @see <a href="https://commons.apache.org/proper/commons-daemon/procrun.html">Procrun</a>
 */
record ServiceDefinition(
    String program, String jvm, List<String> jars, Optional<String> classCache) {
  static final String NAME = "garrison";

  /** Longer than the service itself takes to finish the write in hand. */
  private static final int STOP_SECONDS = 45;

  /** Those of a service alone: it is mostly idle, and is compiled as far as it goes. */
  private static final List<String> OF_SERVICE =
      List.of(
          "-XX:TieredStopAtLevel=4",
          "-Xms16m",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  private static final String CLASS_CACHE = "-XX:AOTCache=";

  ServiceDefinition {
    jars = List.copyOf(jars);
  }

  /**
   * File of ready classes among these options of Java, if it lies in the program's own folder. It
   * is code, and what lies in a user's folder is not for the service.
   */
  static Optional<String> classCache(Path program, List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith(CLASS_CACHE))
        .map(option -> option.substring(CLASS_CACHE.length()))
        .filter(file -> program.equals(Path.of(file).getParent()))
        .findFirst();
  }

  /** Whether a service starts the program of this definition. */
  boolean isRunBy(InstalledService service) {
    return service
        .command()
        .replace("\"", "")
        .toLowerCase(Locale.ROOT)
        .startsWith((program + "\\prunsrv.exe ").toLowerCase(Locale.ROOT));
  }

  /** Arguments that make the service, or change what it starts. */
  List<String> registered(boolean isThere, Optional<Served> served) {
    List<String> arguments = new ArrayList<>();
    arguments.add((isThere ? "//US//" : "//IS//") + NAME);
    arguments.add("--DisplayName=Garrison");
    arguments.add(
        "--Description=Keeps Windows servers onboarded to Microsoft Defender for Endpoint.");
    arguments.add("--Install=" + program + "\\prunsrv.exe");
    arguments.add("--Jvm=" + jvm);
    arguments.add("--Classpath=" + String.join(";", jars));
    arguments.add("--JvmOptions=" + list(options()));
    arguments.add("--StartMode=jvm");
    arguments.add("--StartClass=dev.garrison.Main");
    arguments.add("--StartMethod=main");
    arguments.add("--StopMode=jvm");
    arguments.add("--StopClass=java.lang.System");
    arguments.add("--StopMethod=exit");
    arguments.add("--StopTimeout=" + STOP_SECONDS);
    served.ifPresent(each -> {
      arguments.add(
          "--StartParams="
              + list(List.of("serve", "-f", each.manifest(), "--state", each.state())));
      arguments.add("--StartPath=" + each.state());
      arguments.add("--LogPath=" + each.state() + "\\procrun");
      arguments.add("--LogPrefix=garrison");
      arguments.add("--StdError=auto");
    });
    return List.copyOf(arguments);
  }

  /**
   * The options that every start of the program has, which a file lists, and those of a service.
   */
  private List<String> options() {
    try (InputStream stream = ServiceDefinition.class.getResourceAsStream("java.options")) {
      String text =
          new String(
              Objects.requireNonNull(stream, "java.options").readAllBytes(),
              StandardCharsets.UTF_8);
      return Stream.of(
              text.lines().filter(line -> line.startsWith("-")),
              OF_SERVICE.stream(),
              classCache.stream().map(CLASS_CACHE::concat))
          .flatMap(each -> each)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths that the service is given. */
  record Served(String manifest, String state) {}

  private static String list(List<String> words) {
    return words.stream().map(ServiceDefinition::quoted).collect(Collectors.joining(";"));
  }

  private static String quoted(String word) {
    if (word.contains("'")) {
      throw new RefusalException(
          Diagnostic.error(
              WindowsServiceCode.SERVICE_REFUSED,
              Message.of("windows-service.apostrophe", "path", word)));
    }
    return word.contains(";") || word.contains("#") ? "'" + word + "'" : word;
  }
}
