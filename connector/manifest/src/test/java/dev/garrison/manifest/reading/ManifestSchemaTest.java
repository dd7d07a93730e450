package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use and the reader must not disagree. */
final class ManifestSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FILE = Examples.ROOT.resolve("config/garrison.schema.json");
  private static final Pattern KNOWN = Pattern.compile("Use one of these keys: ([^.]*)\\.");
  private static final String STRANGER = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";

  private static List<Error> schemaErrors(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE));
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema.validate(JSON.<JsonNode>valueToTree(tree));
  }

  static List<Path> examples() throws IOException {
    return Examples.files();
  }

  static List<Mutation> mutations() throws IOException {
    return Mutation.all().stream().filter(mutation -> !mutation.readerOnly()).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsGoodForBoth(Path file) throws IOException {
    assertThat(schemaErrors(Files.readString(file))).isEmpty();
    assertThat(new ManifestReader().read(file, Examples.TODAY).warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aMistakeThatTheReaderRefusesIsMarkedInTheEditor(Mutation mutation) throws IOException {
    String text = mutation.appliedTo(Examples.text("every-key.yaml"));
    assertThat(schemaErrors(text)).isNotEmpty();
  }

  @Test
  void theExampleWithEveryKeyHasEveryKeyOfTheSchema() throws IOException {
    String text = Examples.text("every-key.yaml");
    JsonNode tree = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    assertThat(SchemaKeys.of(tree)).isEqualTo(SchemaKeys.properties(JSON.readTree(FILE.toFile())));
  }

  /** A key that nobody knows, put into every group, makes the reader list what it knows there. */
  @Test
  void theReaderKnowsNoKeyThatTheSchemaDoesNotKnow() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String problem : Examples.problems(withStrangers(Examples.text("every-key.yaml")))) {
      Matcher list = KNOWN.matcher(problem);
      assertThat(list.find()).as(problem).isTrue();
      known.addAll(Arrays.asList(list.group(1).split(", ", -1)));
    }
    Set<String> names = new TreeSet<>();
    SchemaKeys.properties(JSON.readTree(FILE.toFile()))
        .forEach(path -> names.add(path.substring(path.lastIndexOf('.') + 1)));
    assertThat(known).isEqualTo(names);
  }

  private static String withStrangers(String text) {
    StringBuilder changed = new StringBuilder(text);
    changed.append(STRANGER).append(": 1\n");
    return changed
        .toString()
        .replaceAll(
            "(?m)^(site|content|tenant|packages|naming|distribution|rollout|wsus|jobs|server):$",
            "$0\n  " + STRANGER + ": 1")
        .replaceAll("(?m)^( +(?:gate|notifyClients): \\{)", "$1" + STRANGER + ": 1, ")
        .replaceAll("(?m)^  sensorUpdate:$", "$0\n    " + STRANGER + ": 1")
        .replaceAll("(?m)^        softwareUpdatePoint:$", "$0\n          " + STRANGER + ": 1")
        .replaceAll("(?m)^    proxy:$", "$0\n      " + STRANGER + ": 1")
        .replaceAll(
            "(?m)^( +)- (name|server|service|certificate|url|family|ring|version|job):",
            "$1- " + STRANGER + ": 1\n$1  $2:");
  }
}
