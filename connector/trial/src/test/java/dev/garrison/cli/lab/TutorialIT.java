package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.OwnPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, typed from its first command to its last. */
final class TutorialIT {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("repository.root"), "docs/tutorial.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.+?)^```$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern EXIT = Pattern.compile("\\(exit code (\\d+)\\)");
  private static final int PORT = 8480;

  @TempDir Path home;

  private final int port = OwnPorts.takePair();
  private Path current;

  /** A command of the document, and what is shown below it. */
  private record Step(String line, List<String> shown) {
    List<String> words() {
      return WORD.matcher(line)
          .results()
          .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
          .toList();
    }

    int exit() {
      return shown.stream()
          .map(EXIT::matcher)
          .filter(Matcher::matches)
          .mapToInt(exit -> Integer.parseInt(exit.group(1)))
          .findFirst()
          .orElse(0);
    }

    /** Lines of the output, of which parts may be left out. */
    List<String> excerpt() {
      return shown.stream()
          .filter(text -> !text.isBlank() && !text.equals("...") && !EXIT.matcher(text).matches())
          .toList();
    }
  }

  private List<Step> steps() throws IOException {
    String document =
        Files.readString(DOCUMENT)
            .replace("" + (PORT + 1), "" + (port + 1))
            .replace("" + PORT, "" + port);
    List<Step> steps = new ArrayList<>();
    BLOCK
        .matcher(document)
        .results()
        .flatMap(block -> block.group(1).lines())
        .forEach(line -> {
          if (line.startsWith("$ ")) {
            steps.add(new Step(line.substring(2), new ArrayList<>()));
          } else {
            steps.getLast().shown().add(line.strip());
          }
        });
    return steps;
  }

  @BeforeEach
  void begin() {
    current = home;
  }

  @Test
  void eachCommandDoesWhatTheTutorialShows() throws Exception {
    LabProcess site = null;
    try {
      for (Step step : steps()) {
        List<String> words = step.words();
        if (step.line().startsWith("garrison lab --dir ")) {
          site =
              new LabProcess(
                  current.resolve(words.get(3)),
                  home,
                  words.subList(4, words.size()).toArray(String[]::new));
        } else {
          run(step, words);
        }
      }
    } finally {
      if (site != null) {
        site.close();
      }
    }
    assertThat(site).isNotNull();
  }

  private void run(Step step, List<String> words) throws IOException, InterruptedException {
    switch (words.getFirst()) {
      case "cd" -> current = current.resolve(words.getLast());
      case "export" -> assertThat(words).containsExactly("export", "GARRISON_LAB=.");
      case "cp" ->
          Files.copy(
              current.resolve(words.get(1)),
              current.resolve(words.get(2)),
              StandardCopyOption.REPLACE_EXISTING);
      case "mv" ->
          Files.move(
              current.resolve(words.get(1)),
              current.resolve(words.get(2)),
              StandardCopyOption.REPLACE_EXISTING);
      case "garrison" -> {
        List<String> options = new ArrayList<>(words.subList(1, words.size()));
        if (options.contains("--init")) {
          options.addAll(List.of("--port", "" + port));
        }
        Result result = LabProcess.run(current, home, options);
        assertThat(result.exit()).as("%s: %s", step.line(), result).isEqualTo(step.exit());
        assertShown(step, result);
      }
      default -> fail("a command that readers may not have: " + step.line());
    }
  }

  /** Each stream has the lines that are shown of it, in their order. */
  private static void assertShown(Step step, Result result) {
    List<String> out = result.out().lines().map(TutorialIT::spaced).toList();
    List<String> err = result.err().lines().map(TutorialIT::spaced).toList();
    for (String wanted : step.excerpt()) {
      Pattern pattern = pattern(wanted);
      Optional<List<String>> later = after(pattern, out);
      if (later.isPresent()) {
        out = later.get();
      } else {
        later = after(pattern, err);
        assertThat(later).as("'%s' shows no '%s': %s", step.line(), wanted, result).isPresent();
        err = later.orElseThrow();
      }
    }
  }

  /** Lines after the first that matches, if one does. */
  private static Optional<List<String>> after(Pattern pattern, List<String> lines) {
    for (int at = 0; at < lines.size(); at++) {
      if (pattern.matcher(lines.get(at)).matches()) {
        return Optional.of(lines.subList(at + 1, lines.size()));
      }
    }
    return Optional.empty();
  }

  private static String spaced(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }

  /** Three dots stand for any text. */
  private static Pattern pattern(String wanted) {
    return Pattern.compile(
        Arrays.stream(spaced(wanted).split("\\.\\.\\.", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }
}
