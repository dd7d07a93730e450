package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.reading.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a first manifest from answers.
 *
 * <p>The reader accepts the text before it is written; an existing file is never changed.
 */
public final class FirstManifest {
  private final ManifestReader reader;
  private final Clock clock;

  public FirstManifest(ManifestReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** User who can be asked. */
  public interface Person {
    /**
     * Asks one question; an empty answer means its suggestion, or no more rings.
     *
     * @return the answer, or nothing when no more answers will come
     */
    Optional<String> answer(FirstQuestion question);

    /** Reports why the answer cannot be accepted; the question is asked again. */
    void refuse(List<Diagnostic> problems);
  }

  /**
   * Writes the file from options alone.
   *
   * @param options answers by option, such as {@code --site-code}
   * @param access lines of the section {@code site} beyond code and provider
   * @throws RefusalException when an answer is missing or wrong, or the file exists
   */
  public void write(Path file, Map<String, List<String>> options, List<String> access) {
    DraftFile draft = new DraftFile(file);
    draft.requireAbsent();
    FirstAnswers answers = FirstAnswers.paired(options);
    Set<String> missing = new LinkedHashSet<>();
    for (FirstAnswer question : FirstAnswer.asked()) {
      for (int ring = 0; ring < answers.rings(); ring++) {
        String answer = answers.of(question, ring).orElse(question.suggestion(ring));
        if (answer.isBlank()) {
          missing.add(question.flag());
        }
        answers = answers.with(question, ring, answer);
      }
    }
    if (!missing.isEmpty()) {
      throw incomplete(missing);
    }
    draft.write(new Acceptance(file, access).text(answers));
  }

  /**
   * Writes the file, asking for what the options leave open. More rings are asked for unless an
   * option names a ring or its collection.
   *
   * @param options answers by option, such as {@code --site-code}
   * @param access lines of the section {@code site} beyond code and provider
   * @throws RefusalException when an option is wrong, the answers end, or the file exists
   */
  public void write(
      Path file, Map<String, List<String>> options, List<String> access, Person person) {
    DraftFile draft = new DraftFile(file);
    draft.requireAbsent();
    FirstAnswers given = FirstAnswers.paired(options);
    Acceptance acceptance = new Acceptance(file, access);
    acceptance.text(given.completed());
    FirstInterview interview = new FirstInterview(given, acceptance::text, person);
    FirstAnswers answers = interview.answers();
    if (!interview.open().isEmpty()) {
      throw incomplete(interview.open());
    }
    draft.write(acceptance.text(answers));
  }

  /** Makes the text, and has the reader check it. */
  private final class Acceptance {
    private final Path file;
    private final List<String> access;

    Acceptance(Path file, List<String> access) {
      this.file = file;
      this.access = access;
    }

    /** Line numbers are removed from problems, because they do not help for an unwritten file. */
    String text(FirstAnswers answers) {
      String text = DraftText.of(answers, access);
      Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
      try {
        reader.read(
            file.toString(), folder, text.getBytes(StandardCharsets.UTF_8), LocalDate.now(clock));
      } catch (RefusalException e) {
        throw new RefusalException(
            e.diagnostics().stream().map(d -> Diagnostic.error(d.code(), d.message())).toList());
      }
      return text;
    }
  }

  private static RefusalException incomplete(Set<String> missing) {
    return new RefusalException(
        Diagnostic.error(
            DraftCode.ANSWERS_MISSING,
            Message.of("manifest-file.answers-missing", "missing", List.copyOf(missing))));
  }
}
