package dev.garrison.manifest.draft;

/**
 * Question for one answer of a first manifest.
 *
 * @param ring number of the ring that it is about, from 0; 0 for the whole manifest
 * @param optional whether an empty answer means that there are no more rings
 * @param given all answers so far
 */
public record FirstQuestion(FirstAnswer answer, int ring, boolean optional, FirstAnswers given) {
  /** The answer for which an empty one stands; empty if there is none. */
  public String suggestion() {
    return answer.suggestion(ring);
  }
}
