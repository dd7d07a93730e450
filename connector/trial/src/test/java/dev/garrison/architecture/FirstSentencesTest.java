package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The first sentence of a comment is a noun phrase or begins with a verb, and is short: it is what
 * an editor shows, and what a reader who is not a native speaker reads.
 */
final class FirstSentencesTest {
  private static final int LONGEST = 99;

  /** A comment with the beginning of its declaration. */
  private static final Pattern COMMENT =
      Pattern.compile("/\\*\\*(?<text>.*?)\\*/\\s*(?<declaration>[^\\n]*)", Pattern.DOTALL);

  private static final Pattern END = Pattern.compile("(?<=\\.)\\s|(?:^|\\s)@(?:param|throws|see)");
  private static final Pattern TAG = Pattern.compile("\\{@\\w+ ([^}]*)}|<[^>]+>");

  /** The beginnings of a method that answers yes or no. */
  private static final Pattern BOOLEAN = Pattern.compile("[Bb]oolean|^@Override");

  /** Words that begin a relative clause, or a riddle. */
  private static final Set<String> NEVER =
      Set.of(
          "What",
          "How",
          "Where",
          "Which",
          "Who",
          "When",
          "That",
          "Whose",
          "Whom",
          "Why",
          "Whoever",
          "Whatever",
          "Somebody",
          "Something",
          "Nobody",
          "Nothing",
          "Everything",
          "It",
          "Its");

  private static Optional<String> fault(String text, String declaration) {
    String words = TAG.matcher(text.replaceAll("\\n\\s*\\*", "")).replaceAll("$1").strip();
    String sentence = END.split(words, 2)[0].replaceAll("\\s+", " ").strip();
    String first = sentence.split("[ ,:]", 2)[0];
    boolean riddle =
        NEVER.contains(first) || (first.equals("Whether") && !BOOLEAN.matcher(declaration).find());
    return sentence.length() > LONGEST || riddle ? Optional.of(sentence) : Optional.empty();
  }

  private static List<String> faults() throws IOException {
    List<Path> folders = new ArrayList<>(Product.sources());
    folders.add(Product.ROOT.resolve("connector/lab/src/main/java"));
    folders.add(Product.ROOT.resolve("connector/fixtures/src/main/java"));
    List<String> faults = new ArrayList<>();
    for (Path file : Product.files(folders)) {
      Matcher comment = COMMENT.matcher(Files.readString(file));
      while (comment.find()) {
        fault(comment.group("text"), comment.group("declaration"))
            .ifPresent(sentence -> faults.add(Product.name(file) + ": " + sentence));
      }
    }
    return faults;
  }

  @Test
  void theFirstSentenceOfACommentIsANounOrAVerbAndShort() throws IOException {
    assertThat(faults()).isEmpty();
  }
}
