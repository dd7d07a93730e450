package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.lab.adminservice.digest.DigestReader;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlFormatException;
import dev.garrison.xml.XmlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our digests and those that Microsoft's application library wrote, beside the lab, which reads and
 * writes as that library does.
 */
final class LibraryDigestsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root"))
          .resolve("connector/lab/src/test/resources/dev/garrison/lab/digests");
  private static final String SCOPE = "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214";
  private static final int SEEDS = 200;

  private final SdmPackageXml codec = new SdmPackageXml();
  private final DigestReader library = new DigestReader(Samples.SCOPE, false);
  private final DigestReader librarysOwn = new DigestReader(SCOPE, false);

  private static Map<String, String> digests(String folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /** Without layout and prefixes, which mean nothing, and with method bodies as trees. */
  private static XmlElement tree(String digest) throws XmlFormatException {
    return plain(new XmlParser().parse(digest));
  }

  private static XmlElement plain(XmlElement element) throws XmlFormatException {
    List<XmlElement> children = new ArrayList<>();
    for (XmlElement child :
        DigestXmlReader.isMethodBody(element)
            ? List.of(new XmlParser().parse(element.text()))
            : element.children()) {
      children.add(plain(child));
    }
    return new XmlElement(
        element.name(),
        element.attributes(),
        Map.of(),
        children.isEmpty() ? element.text() : "",
        children);
  }

  private void provenAsWritten(String digest, long seed) throws XmlFormatException {
    assertThat(tree(library.read(digest).text())).as("seed %d", seed).isEqualTo(tree(digest));
  }

  @Test
  void whatWeWriteIsWhatTheLibraryWouldWrite() throws XmlFormatException {
    for (long seed = 0; seed < SEEDS; seed++) {
      provenAsWritten(codec.write(new RandomApplications(seed).next(), Samples.SCOPE), seed);
    }
  }

  @Test
  void aNewRevisionOverTheConsolesEditsIsReadByTheLibrary() {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomApplications applications = new RandomApplications(seed);
      String edited =
          ConsoleEdits.apply(codec.write(applications.next(), Samples.SCOPE), new Random(seed));
      String next = codec.update(edited, applications.next());
      assertThat(library.read(next).version()).as("seed %d", seed).isEqualTo(2);
    }
  }

  @Test
  void whatTheLibraryMakesOfOursNeedsNoNewRevision() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Application application = new RandomApplications(seed).next();
      String kept = library.read(codec.write(application, Samples.SCOPE)).text();
      assertThat(codec.update(kept, application)).as("seed %d", seed).isEqualTo(kept);
      assertThat(codec.read(kept).unmodelled().parts()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void oursOfEarlierVersionsNeedNoNewRevision() throws IOException {
    for (String digest : digests("ours").values()) {
      Application application = codec.read(digest).application();
      assertThat(codec.update(digest, application)).isEqualTo(digest);
    }
  }

  @Test
  void everyApplicationOfTheLibrarysMakingIsReadOrRefusedForHavingNoDeploymentType()
      throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (String digest : digests("console").values()) {
      counts.merge(outcome(() -> codec.read(digest)), 1, Integer::sum);
    }
    assertThat(counts).isEqualTo(Map.of("done", 27, "DIGEST_UNEXPECTED", 12));
  }

  @Test
  void anEditOfOursIsUpdatedWithoutLosingItOrRefusedInWords() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (Map.Entry<String, String> file : digests("edited").entrySet()) {
      String edited = file.getValue();
      ApplicationDigest before = codec.read(edited);
      counts.merge(
          outcome(() -> {
            Application wanted = withCommand(before.application(), "powershell.exe -File new.ps1");
            ApplicationDigest after = codec.read(codec.update(edited, wanted));
            librarysOwn.read(codec.update(edited, wanted));
            assertThat(after.application()).as(file.getKey()).isEqualTo(wanted);
            assertThat(after.unmodelled().with(Unmodelled.Fate.KEPT))
                .as(file.getKey())
                .isEqualTo(before.unmodelled().with(Unmodelled.Fate.KEPT));
          }),
          1,
          Integer::sum);
    }
    assertThat(counts).isEqualTo(Map.of("done", 26, "DIGEST_EDIT_AT_RISK", 6));
  }

  private static Application withCommand(Application application, String command) {
    Application.DeploymentType type = application.deploymentType();
    Program program = type.program();
    return new Application(
        application.logicalName(),
        application.title(),
        application.description(),
        application.publisher(),
        application.softwareVersion(),
        new Application.DeploymentType(
            type.logicalName(),
            type.name(),
            type.description(),
            type.content(),
            new Program(command, program.uninstall(), program.exitCodes(), program.experience()),
            type.operatingSystems(),
            type.dependencies(),
            type.detection()));
  }

  private static String outcome(Runnable deed) {
    try {
      deed.run();
      return "done";
    } catch (RefusalException e) {
      return String.valueOf(e.diagnostics().getFirst().code());
    }
  }
}
