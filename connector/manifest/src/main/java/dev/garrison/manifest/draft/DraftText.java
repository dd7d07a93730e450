package dev.garrison.manifest.draft;

import dev.garrison.manifest.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of a first manifest. */
final class DraftText {
  private static final String TEMPLATE = "first-manifest.yaml";
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Pattern RING = Pattern.compile("(?m)^  - name: (?:.+\n)+");
  private static final Pattern COMMENT = Pattern.compile("(?m)^ *#.*\n");

  /** Comment about access to the site. */
  private static final Pattern ACCESS = Pattern.compile("(?m)^  # Kerberos.*\n(?:  #.*\n)+");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private DraftText() {}

  /**
   * Fills the placeholders of the template, and repeats its ring.
   *
   * @param answers one for each question
   * @param access lines of the section {@code site} beyond code and provider
   */
  static String of(FirstAnswers answers, List<String> access) {
    String text = template();
    if (!access.isEmpty()) {
      text = ACCESS.matcher(text).replaceFirst(Matcher.quoteReplacement(indented(access)));
    }
    Matcher ring = RING.matcher(text);
    if (!ring.find()) {
      throw new IllegalStateException(TEMPLATE);
    }
    StringBuilder filled = new StringBuilder(filled(text.substring(0, ring.start()), answers, 0));
    for (int number = 0; number < answers.rings(); number++) {
      String block = number == 0 ? ring.group() : COMMENT.matcher(ring.group()).replaceAll("");
      filled.append(filled(block, answers, number));
    }
    return filled.append(filled(text.substring(ring.end()), answers, 0)).toString();
  }

  private static String indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  private static String filled(String text, FirstAnswers answers, int ring) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> {
          FirstAnswer question = FirstAnswer.valueOf(place.group(1));
          String answer = answers.of(question, ring).orElseThrow();
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
