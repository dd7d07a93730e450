package dev.garrison.manifest.draft;

import dev.garrison.manifest.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a first manifest. */
final class DraftText {
  private static final String TEMPLATE = "first-manifest.yaml";
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private DraftText() {}

  /**
   * Fills the placeholders of the template.
   *
   * @param answers one for each question
   */
  static String of(Map<FirstAnswer, String> answers) {
    return PLACE
        .matcher(template())
        .replaceAll(place -> {
          FirstAnswer question = FirstAnswer.valueOf(place.group(1));
          String answer = Objects.requireNonNull(answers.get(question), question.flag());
          return Matcher.quoteReplacement(scalar(question, answer));
        });
  }

  private static String scalar(FirstAnswer question, String answer) {
    if (question == FirstAnswer.MAX_DEVICES && NUMBER.matcher(answer).matches()) {
      return answer;
    }
    return YamlText.quoted(answer);
  }

  private static String template() {
    try (InputStream stream = DraftText.class.getResourceAsStream(TEMPLATE)) {
      byte[] bytes = Objects.requireNonNull(stream, TEMPLATE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
