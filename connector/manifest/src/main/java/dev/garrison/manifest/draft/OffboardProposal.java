package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import dev.garrison.manifest.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Proposed entry of {@code offboard} for an existing manifest, which is not changed.
 *
 * @param file the manifest
 * @param before the manifest's text without the entry
 * @param entry the entry's lines, without indent
 * @param line the line after which the entry is inserted, counted from 1
 * @param text the complete manifest with the entry; the rest of it is as it was
 */
public record OffboardProposal(
    Path file, String before, List<String> entry, int line, String text) {
  private static final String KEY = "offboard:";
  private static final Pattern LIST_BELOW = Pattern.compile(KEY + "\\s*(#.*)?");
  private static final String INDENT = "  ";

  public OffboardProposal {
    entry = List.copyOf(entry);
  }

  /**
   * Values of the entry.
   *
   * @param collection the collection whose servers leave; absent: the servers are named
   * @param packageFile the offboarding package; absent: the servers are only kept out
   * @param deadline the deadline; absent: the default
   * @param afterOffboarding the answer for the antivirus of servers in passive mode
   * @param withoutAntivirus servers that may be left without any antivirus
   */
  public record Answers(
      String name,
      Optional<String> collection,
      List<String> servers,
      Optional<Path> packageFile,
      Optional<String> deadline,
      Optional<Integer> maxDevices,
      Optional<AfterOffboarding> afterOffboarding,
      List<String> withoutAntivirus,
      String reason) {
    public Answers {
      servers = List.copyOf(servers);
      withoutAntivirus = List.copyOf(withoutAntivirus);
    }
  }

  /**
   * Proposes the entry for a manifest.
   *
   * @throws RefusalException when the manifest cannot be read, or contains its entries in a form in
   *     which no line can be inserted
   */
  public static OffboardProposal of(Path file, Answers answers) {
    String before = read(file);
    List<String> lines = before.lines().toList();
    List<String> entry = entry(file, answers);
    OptionalInt key = first(lines, 0, line -> line.startsWith(KEY));
    if (key.isEmpty()) {
      List<String> block = new ArrayList<>(List.of(KEY));
      block.addAll(indented(entry, INDENT));
      int last = lines.size();
      return new OffboardProposal(file, before, block, last, inserted(before, last, block));
    }
    int at = key.getAsInt() + 1;
    OptionalInt next = first(lines, at, line -> !line.isBlank() && !line.strip().startsWith("#"));
    String found = next.isPresent() ? lines.get(next.getAsInt()) : "";
    if (!LIST_BELOW.matcher(lines.get(at - 1)).matches() || !found.strip().startsWith("- ")) {
      throw inAnotherForm(file, entry);
    }
    List<String> block = indented(entry, found.substring(0, found.indexOf('-')));
    return new OffboardProposal(file, before, block, at, inserted(before, at, block));
  }

  private static OptionalInt first(List<String> lines, int from, Predicate<String> which) {
    return IntStream.range(from, lines.size()).filter(at -> which.test(lines.get(at))).findFirst();
  }

  private static List<String> indented(List<String> entry, String indent) {
    return entry.stream().map(line -> indent + line).toList();
  }

  /** Text with a block after a line; the block's lines end as those of the text do. */
  private static String inserted(String text, int line, List<String> block) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    int place = 0;
    for (int i = 0; i < line; i++) {
      int next = text.indexOf('\n', place);
      place = next < 0 ? text.length() : next + 1;
    }
    String head = text.substring(0, place);
    return head
        + (head.isEmpty() || head.endsWith("\n") ? "" : end)
        + String.join(end, block)
        + end
        + text.substring(place);
  }

  private static List<String> entry(Path file, Answers answers) {
    List<String> lines = new ArrayList<>();
    lines.add("- name: " + YamlText.quoted(answers.name()));
    answers
        .collection()
        .ifPresent(collection -> lines.add("  collection: " + YamlText.quoted(collection)));
    names("servers", answers.servers()).ifPresent(lines::add);
    answers
        .packageFile()
        .ifPresent(path -> lines.add("  package: " + YamlText.quoted(from(file, path))));
    answers.deadline().ifPresent(deadline -> lines.add("  deadline: " + YamlText.quoted(deadline)));
    answers.maxDevices().ifPresent(most -> lines.add("  maxDevices: " + most));
    answers.afterOffboarding().ifPresent(after -> lines.add("  afterOffboarding: " + after.word()));
    names("withoutAntivirus", answers.withoutAntivirus()).ifPresent(lines::add);
    lines.add("  reason: " + YamlText.quoted(answers.reason()));
    return lines;
  }

  private static Optional<String> names(String key, List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            names.stream()
                .map(YamlText::quoted)
                .collect(Collectors.joining(", ", "  %s: [".formatted(key), "]")));
  }

  /** Path as the manifest writes it: with slashes, and relative to its folder if possible. */
  private static String from(Path manifest, Path path) {
    Path folder = Optional.ofNullable(manifest.toAbsolutePath().getParent()).orElse(manifest);
    Path whole = path.toAbsolutePath().normalize();
    Path named =
        whole.startsWith(folder.normalize()) ? folder.normalize().relativize(whole) : whole;
    return named.getFileSystem().getSeparator().equals("\\") && !named.isAbsolute()
        ? named.toString().replace('\\', '/')
        : named.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw unreadable(file, Text.of("manifest-file.not-utf8"), e);
    } catch (IOException e) {
      throw unreadable(file, Text.of(e), e);
    }
  }

  private static RefusalException unreadable(Path file, Text why, IOException cause) {
    return new RefusalException(
        Diagnostic.error(
            DraftCode.MANIFEST_NOT_READ,
            Message.of("manifest-file.unreadable", "file", file, "reason", why)),
        cause);
  }

  private static RefusalException inAnotherForm(Path file, List<String> entry) {
    return new RefusalException(
        Diagnostic.error(
            DraftCode.ENTRY_HAS_NO_PLACE,
            Message.of(
                "manifest-file.no-place",
                "file",
                file,
                "entry",
                String.join(" ", entry).replaceAll("\\s+", " "))));
  }

  /**
   * Writes the complete manifest to a file that does not exist yet.
   *
   * @throws RefusalException when the file exists, or cannot be written
   */
  public void write(Path other) {
    new DraftFile(other).write(text);
  }

  /**
   * Refuses if the manifest is no longer the one that was read.
   *
   * @param copy the manifest, or a copy of it
   */
  public void requireUnchanged(Path copy) {
    if (!read(copy).equals(before)) {
      throw new RefusalException(
          Diagnostic.error(
              DraftCode.MANIFEST_CHANGED, Message.of("manifest-file.changed", "file", file)));
    }
  }

  /** Refusal because the manifest cannot be replaced. */
  public RefusalException notReplaced(IOException cause) {
    return new DraftFile(file).notWritten(cause);
  }
}
