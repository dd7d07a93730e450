package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import dev.garrison.lab.adminservice.schema.Schema;
import dev.garrison.lab.adminservice.site.AntivirusRows;
import dev.garrison.lab.adminservice.site.SiteFiles;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.operation.Operation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HandbookTest {
  private static final Path BOOK =
      Path.of(System.getProperty("repository.root")).resolve("docs/lab.md");
  private final Collection<ProviderClass> served =
      LabSite.of(SiteFiles.read("2509"), new LabClock(RawSite.START), Map.of(), new Faults())
          .service()
          .provider()
          .classes();

  private static Path classFiles() throws URISyntaxException {
    return Path.of(Lab.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Every type of the lab that says where its behaviour is known from. */
  private static List<Class<?>> handlers() throws IOException, URISyntaxException {
    Path root = classFiles();
    try (Stream<Path> walk = Files.walk(root.resolve("dev/garrison/lab"))) {
      return walk.filter(file -> file.toString().endsWith(".class"))
          .map(file -> root.relativize(file).toString().replace('/', '.').replace(".class", ""))
          .filter(name -> !name.endsWith("package-info"))
          .sorted()
          .<Class<?>>map(HandbookTest::load)
          .filter(type -> type.getAnnotationsByType(KnownFrom.class).length > 0)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theHandbookSaysWhatTheTablesAndHandlersSay() throws IOException, URISyntaxException {
    String book = Handbook.of(served, OperationList.all(), handlers());
    if (Boolean.getBoolean("lab.docs.update")) {
      Files.createDirectories(BOOK.getParent());
      Files.writeString(BOOK, book, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(BOOK, StandardCharsets.UTF_8))
        .as("run the lab's tests with -Dlab.docs.update=true")
        .isEqualTo(book);
  }

  @Test
  void whatTheLabLacksIsListedAndIsAnsweredAsUnknown() throws Exception {
    String book = Files.readString(BOOK, StandardCharsets.UTF_8);
    String missing = book.substring(book.indexOf("## Not in the lab"));
    assertThat(Handbook.MISSING_CLASSES).hasSizeGreaterThan(20).isSorted();
    try (RawSite site = RawSite.start("2509")) {
      for (String name : Handbook.MISSING_CLASSES) {
        assertThat(missing).contains("`" + name + "`");
        assertThat(site.get("wmi/" + name).status()).as(name).isEqualTo(404);
      }
      for (String address : Handbook.MISSING_MODELLED) {
        assertThat(missing).contains("`v1.0/" + address + "`");
        assertThat(site.get("v1.0/" + address.replace("(id)", "(16777219)")).status())
            .as(address)
            .isEqualTo(404);
      }
    }
    List<String> carriedOut = OperationList.all().stream().map(Operation::name).toList();
    assertThat(Contract.read().operations())
        .filteredOn(operation -> !carriedOut.contains(operation.name()))
        .hasSizeGreaterThan(50)
        .allSatisfy(operation -> assertThat(missing).contains("`" + operation.name() + "`"));
  }

  @Test
  void everyKeyOfASiteFileIsExplained() {
    Map<Class<?>, List<String>> explained = new LinkedHashMap<>();
    SiteKeys.all()
        .forEach((type, section) -> explained.put(type, List.copyOf(section.keys().keySet())));
    assertThat(explained).containsExactlyInAnyOrderEntriesOf(SiteKeys.read());
  }

  @Test
  void everyFactHasAPublicSource() throws IOException, URISyntaxException {
    for (Class<?> handler : handlers()) {
      for (KnownFrom fact : handler.getAnnotationsByType(KnownFrom.class)) {
        assertThat(fact.source()).as(handler.getName()).isNotBlank();
      }
    }
    for (ClassTable table : Schema.at(9141).all()) {
      assertThat(table.provenance().source()).as(table.name()).isNotBlank();
      table.methods().forEach(method -> assertThat(method.provenance().source()).isNotBlank());
      for (PropertyTable property : table.properties()) {
        assertThat(property.mark() == null)
            .as(table.name() + "." + property.name())
            .isEqualTo(property.source() == null);
      }
    }
  }

  @Test
  void everyHandlerOfARequestSaysWhereItIsKnownFrom() throws IOException, URISyntaxException {
    assertThat(handlers().stream().map(Class::getSimpleName))
        .contains(
            "ReadRequests",
            "WriteRequests",
            "ListAnswer",
            "BodyCheck",
            "FilterParser",
            "PathParser",
            "QueryString",
            "Collections",
            "WqlQuery",
            "DigestReader",
            "Distribution",
            "Enforcement");
  }

  @Test
  void everyEntitySetOfTheMetadataIsServed() {
    List<String> names = served.stream().map(ProviderClass::name).toList();
    assertThat(Schema.at(9141).without(List.of(AntivirusRows.MODE)).entities())
        .extracting(ClassTable::name)
        .isSubsetOf(names);
    assertThat(names).allSatisfy(name -> assertThat(Schema.at(9141).find(name)).isPresent());
  }

  @Test
  void everyTableFileIsListed() throws IOException, URISyntaxException {
    Path folder = classFiles().resolve("dev/garrison/lab/adminservice/classes");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(
              Schema.at(9141).all().stream().map(ClassTable::name).toList());
    }
  }

  @Test
  void siteFilesStayReadable() throws IOException, URISyntaxException {
    Path folder = classFiles().resolve("dev/garrison/lab/sites");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(150));
    }
  }
}
