package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No regular expression meets text of others without a reason why it ends soon. */
final class RegularExpressionsListedTest {
  /** Calls that compile one: also where the text is no constant, and where a split needs one. */
  private static final Pattern USE =
      Pattern.compile(
          "Pattern\\.(?:compile|matches)\\(|\\.(?:matches|replaceAll|replaceFirst)\\(\\s*(?:\"|[A-Z][A-Z_]+\\b(?!\\.))"
              + "|\\.split\\(\\s*\"(?:\\[|\\\\|[^\"]{2,})");

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static SortedSet<String> using() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    List<Path> folders = new ArrayList<>(Product.sources());
    folders.add(Product.ROOT.resolve("connector/lab/src/main/java"));
    for (Path file : Product.files(folders)) {
      if (USE.matcher(Files.readString(file)).find()) {
        names.add(Product.name(file).replace(".java", ""));
      }
    }
    return names;
  }

  private static SortedSet<String> listed() throws IOException {
    String document = Files.readString(Product.ROOT.resolve("docs/security.md"));
    int from = document.indexOf("\n### Regular expressions\n");
    Matcher name = NAME.matcher(document.substring(from, document.indexOf("\n## ", from)));
    SortedSet<String> names = new TreeSet<>();
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  @Test
  void eachClassThatUsesThemIsInTheListOfTheSecurityPage() throws IOException {
    assertThat(listed()).isEqualTo(using());
  }
}
