import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds the Java that comes along to the list of parts, as the runtime itself names it. Run while the
 * archives are made; its words are the list, the folder of the runtime, and the list to write.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX</a>
 */
final class NameRuntime {
  private static final String REFERENCE = "pkg:generic/openjdk";

  private NameRuntime() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    Path parts = Path.of(words[0]);
    if (!Files.exists(parts)) {
      System.out.println("There is no " + parts + ", so nothing names the Java that comes along.");
      return;
    }
    Map<String, String> java = properties(Path.of(words[1]));
    String version = java.get("java.runtime.version");
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode list = (ObjectNode) mapper.readTree(parts.toFile());
    String reference = REFERENCE + "@" + version.replace("+", "%2B");
    ObjectNode runtime =
        mapper
            .createObjectNode()
            .put("type", "platform")
            .put("bom-ref", reference)
            .put("name", "OpenJDK")
            .put("version", version)
            .put("description", "The runtime that the program is run with: a part of a JDK, by jlink.")
            .put("cpe", "cpe:2.3:a:oracle:openjdk:" + java.get("java.version") + ":*:*:*:*:*:*:*")
            .put("purl", reference);
    if (!java.get("java.vendor").equals("N/A")) {
      runtime.put("publisher", java.get("java.vendor"));
    }
    runtime
        .putArray("licenses")
        .addObject()
        .put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
    ((ArrayNode) list.withArray("components")).add(runtime);
    String root = list.path("metadata").path("component").path("bom-ref").asText();
    for (var each : list.withArray("dependencies")) {
      if (each.path("ref").asText().equals(root)) {
        ((ObjectNode) each).withArray("dependsOn").add(reference);
      }
    }
    list.withArray("dependencies").addObject().put("ref", reference).putArray("dependsOn");
    Path out = Path.of(words[2]);
    Files.createDirectories(out.getParent());
    Files.writeString(
        out, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
  }

  /** What this Java says of itself. */
  private static Map<String, String> properties(Path runtime)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                runtime.resolve("bin/java").toString(), "-XshowSettings:properties", "-version")
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the runtime does not run: " + told);
    }
    return told.lines()
        .map(line -> line.strip().split(" = ", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
  }
}
