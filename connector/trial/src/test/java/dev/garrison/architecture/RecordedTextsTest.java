package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one text wrote into a record is shown to a Japanese reader as that text, and no other. */
final class RecordedTextsTest {
  /** Shorter texts cannot be told from others, and stay English in a record. */
  private static final int FEWEST_WORDS = 2;

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /** What pages alone say, and names of checks on a screen, are not recorded either. */
  private static final List<String> SHOWN = List.of("page.", "probe-label.");

  private static Map<String, String> english() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Product.ROOT.resolve("connector"), 6)) {
      for (Path file : files.filter(RecordedTextsTest::isBundle).toList()) {
        read(file).entrySet().stream()
            .filter(text -> SHOWN.stream().noneMatch(text.getKey()::startsWith))
            .forEach(text -> all.put(text.getKey(), text.getValue()));
      }
    }
    return all;
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties read = new Properties();
    read.load(new StringReader(Files.readString(file)));
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, read::getProperty));
  }

  private static long words(String pattern) {
    return WORD.matcher(pattern.replaceAll("\\{\\w+}", "")).results().count();
  }

  /** English sentences of earlier versions, by key. */
  private static Map<String, String> former() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Product.ROOT.resolve("connector"), 6)) {
      for (Path file : files.filter(each -> isResource(each, "garrison-former")).toList()) {
        all.putAll(read(file));
      }
    }
    return all;
  }

  /** Commands print, and record nothing. */
  private static boolean isBundle(Path file) {
    return !file.startsWith(Product.ROOT.resolve("connector/cli"))
        && isResource(file, "garrison-texts");
  }

  private static boolean isResource(Path file, String bundle) {
    return file.endsWith(Path.of("src", "main", "resources", bundle + ".properties"));
  }

  /** The ways a pattern can be filled: a plural with one and with many, a choice with each. */
  private static List<Map<String, Object>> filled(String text) {
    MessagePattern pattern = new MessagePattern(text);
    List<Map<String, Object>> all = List.of(Map.of());
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == Part.Type.ARG_START) {
        String name = pattern.getSubstring(pattern.getPart(i + 1));
        List<Object> values =
            switch (pattern.getPart(i).getArgType()) {
              case NONE -> List.of("Alpha-" + name, 7L);
              case SELECT -> selectors(pattern, i);
              default -> List.of(1L, 2_345L);
            };
        all = all.stream().flatMap(map -> each(map, name, values)).toList();
      }
    }
    return all;
  }

  private static List<Object> selectors(MessagePattern pattern, int argument) {
    List<Object> found = new ArrayList<>();
    for (int i = argument; i < pattern.getLimitPartIndex(argument); i++) {
      if (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
        found.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return found;
  }

  private static Stream<Map<String, Object>> each(
      Map<String, Object> map, String name, List<Object> values) {
    return map.containsKey(name)
        ? Stream.of(map)
        : values.stream()
            .map(value -> {
              Map<String, Object> more = new LinkedHashMap<>(map);
              more.put(name, value);
              return more;
            });
  }

  @Test
  void eachTextIsFoundAgainAsItself() throws IOException {
    List<String> strange = new ArrayList<>();
    english()
        .forEach((key, pattern) -> {
          for (Map<String, Object> places : filled(pattern)) {
            Text text = new Text(key, places);
            String english = text.toString();
            String shown = Language.JAPANESE.during(() -> RecordedText.shown(english));
            boolean mayStay = shown.equals(english) && words(pattern) < FEWEST_WORDS;
            if (!shown.equals(text.in(Language.JAPANESE)) && !mayStay) {
              strange.add(key + " (" + english + "): " + shown);
            }
          }
        });
    assertThat(strange).isEmpty();
  }

  @Test
  void eachSentenceOfAnEarlierVersionIsFoundAgainAsTheTextThatSaysTheSame() throws IOException {
    Map<String, String> today = english();
    List<String> strange = new ArrayList<>();
    former()
        .forEach((key, pattern) -> {
          assertThat(today).as(key).containsKey(key).doesNotContainEntry(key, pattern);
          for (Map<String, Object> places : filled(pattern)) {
            String recorded = new MessageFormat(pattern, Locale.ENGLISH).format(places);
            String shown = Language.JAPANESE.during(() -> RecordedText.shown(recorded));
            if (!shown.equals(new Text(key, places).in(Language.JAPANESE))) {
              strange.add(key + " (" + recorded + "): " + shown);
            }
          }
        });
    assertThat(strange).isEmpty();
  }
}
