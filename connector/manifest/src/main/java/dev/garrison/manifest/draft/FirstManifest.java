package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.reading.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Asks one question; an empty answer means its suggestion.
     *
     * @return the answer, or nothing when no more answers will come
     */
    Optional<String> answer(FirstAnswer question);

    /** Reports why the answer cannot be accepted; the question is asked again. */
    void refuse(List<Diagnostic> problems);
  }

  /**
   * Writes the file from options alone.
   *
   * @param options answers by option, such as {@code --site-code}
   * @throws RefusalException when an answer is missing or wrong, or the file exists
   */
  public void write(Path file, Map<String, String> options) {
    DraftFile draft = new DraftFile(file);
    draft.requireAbsent();
    Map<FirstAnswer, String> answers = new EnumMap<>(FirstAnswer.class);
    List<String> missing = new ArrayList<>();
    for (FirstAnswer question : FirstAnswer.asked()) {
      String answer = options.getOrDefault(question.flag(), question.suggestion());
      if (answer.isBlank()) {
        missing.add(question.flag());
      }
      answers.put(question, answer);
    }
    if (!missing.isEmpty()) {
      throw incomplete(missing);
    }
    draft.write(accepted(file, answers));
  }

  /**
   * Writes the file, asking for what the options leave open.
   *
   * @param options answers by option, such as {@code --site-code}
   * @throws RefusalException when an option is wrong, the answers end, or the file exists
   */
  public void write(Path file, Map<String, String> options, Person person) {
    DraftFile draft = new DraftFile(file);
    draft.requireAbsent();
    Map<FirstAnswer, String> answers = new EnumMap<>(FirstAnswer.class);
    for (FirstAnswer question : FirstAnswer.asked()) {
      answers.put(question, options.getOrDefault(question.flag(), question.sample()));
    }
    accepted(file, answers);
    List<String> open = new ArrayList<>();
    for (FirstAnswer question : FirstAnswer.asked()) {
      if (!options.containsKey(question.flag()) && !asked(file, question, answers, person)) {
        open.add(question.flag());
      }
    }
    if (!open.isEmpty()) {
      throw incomplete(open);
    }
    draft.write(accepted(file, answers));
  }

  /** Asks until an answer fits the others; false if no more answers come. */
  private boolean asked(
      Path file, FirstAnswer question, Map<FirstAnswer, String> answers, Person person) {
    while (true) {
      Optional<String> given = person.answer(question);
      if (given.isEmpty()) {
        return false;
      }
      String answer = given.get().isBlank() ? question.suggestion() : given.get().strip();
      Map<FirstAnswer, String> tried = new EnumMap<>(answers);
      tried.put(question, answer);
      try {
        accepted(file, tried);
      } catch (RefusalException e) {
        person.refuse(e.diagnostics());
        continue;
      }
      answers.put(question, answer);
      return true;
    }
  }

  /**
   * Makes the text and checks it with the reader.
   *
   * <p>Line numbers are removed from problems, because they do not help for a file that is not
   * written.
   */
  private String accepted(Path file, Map<FirstAnswer, String> answers) {
    String text = DraftText.of(answers);
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

  private static RefusalException incomplete(List<String> missing) {
    return new RefusalException(
        Diagnostic.error(
            DraftCode.ANSWERS_MISSING,
            Message.of("manifest-file.answers-missing", "missing", missing)));
  }
}
