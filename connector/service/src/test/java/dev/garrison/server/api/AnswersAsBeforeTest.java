package dev.garrison.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers of version 1 of the API, byte for byte as Garrison sent them before they had forms. The
 * files are named for the version, in {@code printed/1}, and are never made again: what they hold,
 * somebody's program reads. A part that is added to an answer, always an optional one, and a
 * sentence that is worded anew, are changed there by hand.
 */
final class AnswersAsBeforeTest extends RouteTrial {
  private <T> T ofRoutes(Function<List<Route>, T> asking) throws InterruptedException {
    return ofRoutes(_ -> {}, asking);
  }

  static Set<String> names() {
    return PrintedAnswers.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void anAnswerHasTheBytesThatItEverHad(String name) throws IOException {
    assertThat(ApiAnswer.text(JSON, Objects.requireNonNull(PrintedAnswers.all().get(name))))
        .isEqualTo(PrintedAnswers.file(name + ".json"));
  }

  @Test
  void theDescriptionOfTheApiHasTheBytesThatItEverHad() throws Exception {
    assertThat(ofRoutes(AnswersAsBeforeTest::description))
        .isEqualTo(PrintedAnswers.file("openapi.json"));
  }

  private static String description(List<Route> routes) {
    return routes.stream()
        .filter(route -> route.answer() == OpenApi.Document.class)
        .map(route -> answered(route, Map.of()))
        .collect(Collectors.joining());
  }

  @Test
  void aProblemOfEachStatusHasTheTitleThatItEverHad() throws IOException {
    Diagnostic diagnostic =
        Diagnostic.error(ServerCode.REQUEST_REFUSED, "It is not read here.", "Ask otherwise.");
    assertThat(
            IntStream.of(
                    400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 418, 421, 429, 431, 500, 502,
                    503)
                .mapToObj(status -> ApiAnswer.text(JSON, Problem.of(status, diagnostic)) + "\n")
                .collect(Collectors.joining()))
        .isEqualTo(PrintedAnswers.file("problems.jsonl"));
  }

  /** The forms of all answers and problems; the description has a file of its own. */
  private List<Class<?>> forms() throws InterruptedException {
    return ofRoutes(routes ->
        Stream.concat(Stream.of(Problem.class), routes.stream().map(Route::answer))
            .filter(form -> form != OpenApi.Document.class)
            .<Class<?>>map(form -> form)
            .distinct()
            .toList());
  }

  @Test
  void everyAnswerOfARouteIsHeldByAFile() throws InterruptedException {
    assertThat(PrintedAnswers.all().values().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(forms());
  }

  @Test
  void everyPartOfAnAnswerIsThereAndAbsentAndEveryListHasSeveral() throws InterruptedException {
    Set<String> missing = FormParts.of(forms());
    missing.removeAll(FormParts.shown(JSON, PrintedAnswers.all().values()));
    assertThat(missing).isEmpty();
  }
}
