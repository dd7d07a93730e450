package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.RefusalException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Asks for the answers that are open, and accepts each one only if it fits all others. */
final class FirstInterview {
  private final Consumer<FirstAnswers> acceptance;
  private final FirstManifest.Person person;
  private final Set<String> open = new LinkedHashSet<>();
  private FirstAnswers answers;

  /**
   * @param given what options answer already
   * @param acceptance refuses answers that do not fit
   */
  FirstInterview(
      FirstAnswers given, Consumer<FirstAnswers> acceptance, FirstManifest.Person person) {
    this.answers = given;
    this.acceptance = acceptance;
    this.person = person;
  }

  /** Asks all questions. */
  FirstAnswers answers() {
    List<FirstAnswer> ofRing = FirstAnswer.asked().stream().filter(FirstAnswer::isOfRing).toList();
    for (FirstAnswer question : FirstAnswer.asked()) {
      if (!question.isOfRing()) {
        ask(question, 0);
      } else if (question.equals(ofRing.getFirst())) {
        askRings(ofRing);
      }
    }
    return answers;
  }

  /** Options whose answers did not come. */
  Set<String> open() {
    return open;
  }

  private void askRings(List<FirstAnswer> questions) {
    boolean named =
        questions.stream()
            .anyMatch(question -> question.isUnique() && answers.of(question, 0).isPresent());
    for (int ring = 0; ring < answers.rings(); ring++) {
      for (FirstAnswer question : questions) {
        ask(question, ring);
      }
      if (!named && open.isEmpty()) {
        askNext(ring + 1);
      }
    }
  }

  private void askNext(int ring) {
    FirstAnswers more = answers.withRing();
    FirstQuestion question = new FirstQuestion(FirstAnswer.RING_NAME, ring, true, more);
    accepted(question, more).ifPresent(found -> answers = found);
  }

  private void ask(FirstAnswer answer, int ring) {
    if (answers.of(answer, ring).isPresent()) {
      return;
    }
    accepted(new FirstQuestion(answer, ring, false, answers), answers)
        .ifPresentOrElse(found -> answers = found, () -> open.add(answer.flag()));
  }

  /** Asks until an answer fits the others; empty if no more answers or rings come. */
  private Optional<FirstAnswers> accepted(FirstQuestion question, FirstAnswers before) {
    while (true) {
      Optional<String> given = person.answer(question).map(String::strip);
      if (given.isEmpty() || (question.optional() && given.get().isEmpty())) {
        return Optional.empty();
      }
      String answer = given.get().isEmpty() ? question.suggestion() : given.get();
      FirstAnswers tried = before.with(question.answer(), question.ring(), answer);
      try {
        acceptance.accept(tried.completed());
        return Optional.of(tried);
      } catch (RefusalException e) {
        person.refuse(e.diagnostics());
      }
    }
  }
}
