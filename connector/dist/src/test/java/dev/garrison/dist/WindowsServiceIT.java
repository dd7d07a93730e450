package dev.garrison.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The definition of the Windows service, which repeats what the launcher knows. */
final class WindowsServiceIT {
  private static final Pattern LAUNCHER =
      Pattern.compile("java\\.exe\" (.*) %GARRISON_JAVA_OPTS% -cp");
  private static final String HEAP_OF_SERVE = "-Xms16m";
  private static final Pattern SERVICE = Pattern.compile("<arguments>(.*) -cp ");

  private static String find(String file, Pattern pattern) throws IOException {
    try (ZipFile zip = new ZipFile(Distribution.windows().toFile())) {
      var entry = zip.getEntry(Distribution.name() + "/" + file);
      Matcher matcher =
          pattern.matcher(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      assertThat(matcher.find()).as(file).isTrue();
      return matcher.group(1);
    }
  }

  @Test
  void theLauncherBeginsTheServiceWithASmallHeapAndNothingElse() throws IOException {
    assertThat(find("garrison.cmd", Pattern.compile("(set \"HEAP=\"\r\nif .*)\r\n")))
        .isEqualTo("set \"HEAP=\"\r\nif \"%~1\"==\"serve\" set \"HEAP=" + HEAP_OF_SERVE + "\"");
  }

  @Test
  void theServiceStartsJavaWithTheOptionsOfTheLauncher() throws IOException {
    assertThat(find("config/garrison-service.xml", SERVICE))
        .isEqualTo(find("garrison.cmd", LAUNCHER).replace("%HEAP%", HEAP_OF_SERVE));
  }
}
