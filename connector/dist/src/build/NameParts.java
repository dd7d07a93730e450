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
 * Adds what comes along besides the jars to the list of parts: the Java, as the runtime itself names
 * it, and procrun. Run while the archives are made; its words are the list, the list to write, the
 * folder of the runtime, which may be missing, and the version of procrun where that comes along. A
 * runtime for Windows is named as its release file says, because it does not run here.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX</a>
 */
final class NameParts {
  private static final String OPENJDK = "pkg:generic/openjdk";
  private static final String PROCRUN =
      "pkg:maven/commons-daemon/commons-daemon@%s?classifier=bin-windows&type=zip";

  private NameParts() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    Path parts = Path.of(words[0]);
    if (!Files.exists(parts)) {
      System.out.println("There is no " + parts + ", so nothing names what comes along besides the jars.");
      return;
    }
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode list = (ObjectNode) mapper.readTree(parts.toFile());
    Path home = Path.of(words[2]);
    if (Files.exists(home)) {
      add(list, java(mapper, home));
    }
    if (words.length > 3) {
      add(list, procrun(mapper, words[3]));
    }
    Path out = Path.of(words[1]);
    Files.createDirectories(out.getParent());
    Files.writeString(out, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
  }

  private static void add(ObjectNode list, ObjectNode part) {
    ((ArrayNode) list.withArray("components")).add(part);
    String reference = part.get("bom-ref").asText();
    String root = list.path("metadata").path("component").path("bom-ref").asText();
    for (var each : list.withArray("dependencies")) {
      if (each.path("ref").asText().equals(root)) {
        ((ObjectNode) each).withArray("dependsOn").add(reference);
      }
    }
    list.withArray("dependencies").addObject().put("ref", reference).putArray("dependsOn");
  }

  private static ObjectNode java(ObjectMapper mapper, Path home)
      throws IOException, InterruptedException {
    Map<String, String> java =
        Files.exists(home.resolve("bin/java.exe")) ? release(home) : properties(home);
    String version = java.getOrDefault("java.runtime.version", java.get("java.version"));
    String reference = OPENJDK + "@" + version.replace("+", "%2B");
    ObjectNode runtime =
        mapper
            .createObjectNode()
            .put("type", "platform")
            .put("bom-ref", reference)
            .put("name", "OpenJDK")
            .put("version", version)
            .put(
                "description",
                "The runtime that the program is run with: a part of a JDK, by jlink.")
            .put("cpe", "cpe:2.3:a:oracle:openjdk:" + java.get("java.version") + ":*:*:*:*:*:*:*")
            .put("purl", reference);
    if (!java.getOrDefault("java.vendor", "N/A").equals("N/A")) {
      runtime.put("publisher", java.get("java.vendor"));
    }
    return licensed(runtime, "GPL-2.0-only WITH Classpath-exception-2.0");
  }

  private static ObjectNode procrun(ObjectMapper mapper, String version) {
    String reference = PROCRUN.formatted(version);
    return licensed(
        mapper
            .createObjectNode()
            .put("type", "application")
            .put("bom-ref", reference)
            .put("publisher", "The Apache Software Foundation")
            .put("group", "commons-daemon")
            .put("name", "commons-daemon")
            .put("version", version)
            .put("description", "The program of the service on Windows: procrun's prunsrv.exe.")
            .put("purl", reference),
        "Apache-2.0");
  }

  private static ObjectNode licensed(ObjectNode part, String expression) {
    part.putArray("licenses").addObject().put("expression", expression);
    return part;
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

  /** What the release file of a Java says of it. */
  private static Map<String, String> release(Path runtime) throws IOException {
    Map<String, String> names =
        Map.of(
            "JAVA_VERSION", "java.version",
            "JAVA_RUNTIME_VERSION", "java.runtime.version",
            "IMPLEMENTOR", "java.vendor");
    return Files.readAllLines(runtime.resolve("release")).stream()
        .map(line -> line.replace("\"", "").split("=", 2))
        .filter(pair -> pair.length == 2 && names.containsKey(pair[0]))
        .collect(Collectors.toMap(pair -> names.get(pair[0]), pair -> pair[1]));
  }
}
