package dev.garrison.leak;

import dev.garrison.trial.PackedProgram.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Secrets, kept where one kind of reference finds them. */
final class KeptSecrets {
  /** Whatever a reference in the manifest can begin with, but for keytab. */
  enum Source {
    ENVIRONMENT,
    FILE,
    COMMAND,
    PROMPT
  }

  private final Source source;
  private final Path folder;
  private final Map<String, String> secrets = new LinkedHashMap<>();

  /**
   * @param folder an empty folder of their own
   */
  KeptSecrets(Source source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /** Keeps a secret and returns the reference to it, as the manifest has it. */
  String keep(String name, String secret) throws IOException {
    secrets.put(name, secret);
    return switch (source) {
      case ENVIRONMENT -> "env:" + variable(name);
      case FILE -> "file:" + write(name, secret, "rw-------");
      case COMMAND -> {
        write(name, secret + "\n", "rw-------");
        Path vault =
            write("vault", "#!/bin/sh\nsleep 0.1\nexec cat \"" + folder + "/$1\"\n", "rwx------");
        yield "command:" + vault + " " + name;
      }
      case PROMPT -> "prompt:" + name;
    };
  }

  private static String variable(String name) {
    return "GARRISON_TRIAL_" + name.replace(' ', '_');
  }

  private Path write(String name, String content, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /** How the program is started, so that it finds them. */
  Setting setting(List<String> javaOptions) throws IOException {
    Map<String, String> variables = new HashMap<>();
    if (source == Source.ENVIRONMENT) {
      secrets.forEach((name, secret) -> variables.put(variable(name), secret));
    }
    List<String> starter = new ArrayList<>();
    if (source == Source.PROMPT) {
      StringBuilder answers = new StringBuilder();
      secrets.forEach((name, secret) -> answers.append(name + "\t" + secret + "\n"));
      Path terminal = folder.resolve("terminal.py");
      try (var script = KeptSecrets.class.getResourceAsStream("terminal.py")) {
        Files.write(terminal, Objects.requireNonNull(script).readAllBytes());
      }
      starter.addAll(
          List.of(
              "/usr/bin/python3",
              terminal.toString(),
              write("answers", answers.toString(), "rw-------").toString()));
    }
    return new Setting(starter, javaOptions, variables);
  }

  /** A search for all of them. */
  SecretSearch search() {
    SecretSearch search = new SecretSearch();
    secrets.forEach(search::add);
    return search;
  }
}
