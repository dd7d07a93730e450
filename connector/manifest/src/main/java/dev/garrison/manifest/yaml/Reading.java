package dev.garrison.manifest.yaml;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.language.Message;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.ManifestResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** File that is being read: the line of each key, and the problems found so far. */
public final class Reading {
  private static final int MOST_PROBLEMS = 100;
  private static final int MOST_SHOWN = 80;

  private final String file;
  private final Path folder;
  private final LocalDate today;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * @param file as the user named it
   * @param folder the folder from which relative paths start
   */
  public Reading(String file, Path folder, LocalDate today) {
    this.file = file;
    this.folder = folder;
    this.today = today;
  }

  public Path folder() {
    return folder;
  }

  public LocalDate today() {
    return today;
  }

  /** Remembers the line of a value. The first line is kept. */
  public void place(String path, int line) {
    lines.putIfAbsent(path, line);
  }

  public Map<String, Integer> lines() {
    return Map.copyOf(lines);
  }

  /** Location of a value, or of the nearest group around it. */
  public SourceLocation where(String path) {
    return ManifestResult.where(file, lines, path);
  }

  public void error(ManifestCode code, String path, Message message) {
    problems.add(Diagnostic.error(code, where(path), message));
  }

  public void errorAt(ManifestCode code, int line, Message message) {
    problems.add(Diagnostic.error(code, new SourceLocation(file, line), message));
  }

  public void warning(ManifestCode code, String path, Message message) {
    problems.add(Diagnostic.warning(code, where(path), message));
  }

  /** Problems found so far, in the order of their lines. */
  public List<Diagnostic> problems() {
    List<Diagnostic> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparing(d -> d.where().map(SourceLocation::line).orElse(0)));
    if (sorted.size() <= MOST_PROBLEMS) {
      return sorted;
    }
    List<Diagnostic> first = new ArrayList<>(sorted.subList(0, MOST_PROBLEMS));
    first.add(
        Diagnostic.error(
            ManifestCode.MORE_PROBLEMS,
            Message.of("manifest.more", "count", sorted.size() - MOST_PROBLEMS)));
    return first;
  }

  public boolean failed() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /**
   * Shortens a user's value and makes control characters visible, so that a message may show it.
   */
  public static String shortened(String value) {
    String plain = VisibleText.line(value);
    return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN) + "...";
  }
}
