package dev.garrison.bench;

import dev.garrison.bench.Samples.Times;
import dev.garrison.wsus.model.FoundUpdates;
import dev.garrison.wsus.soap.AnswerXml;
import dev.garrison.wsus.soap.Contract;
import dev.garrison.xml.HardenedXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search answer of WSUS with almost 25,000 updates, beside the JDK's reader that passes over the
 * same bytes and keeps nothing.
 */
final class WsusAnswerBench {
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final AnswerXml answers = new AnswerXml(new HardenedXml());
  private final Contract.Operation search = Contract.load().operation("ExecuteSPSearchUpdates");

  @Test
  void aSearchAnswerOfTwentyFiveThousandUpdates(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("answer.xml");
    new Programs(folder)
        .run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            RecordedSearch.class.getName(),
            file.toString());
    Samples samples = new Samples("wsus", "| what | time | rate | against the first |");
    List<Times> times = Samples.inTurn(() -> passOver(file), () -> read(file));
    List<String> names = List.of("StAX, nothing kept", "a search of WSUS, all updates kept");
    for (int i = 0; i < names.size(); i++) {
      samples.row(
          names.get(i),
          "%.2f s".formatted(times.get(i).seconds()),
          times.get(i).rate(Files.size(file)),
          "%.2f times".formatted(times.get(i).seconds() / times.getFirst().seconds()));
    }
  }

  private void passOver(Path file) throws IOException, XMLStreamException {
    try (InputStream bytes = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(bytes);
      while (reader.hasNext()) {
        reader.next();
      }
    }
  }

  private void read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      FoundUpdates found =
          answers.read(
              bytes,
              search,
              FoundUpdates::of,
              () -> {
                throw new IllegalStateException("an answer without a result");
              });
      if (found.updates().size() < 24_900) {
        throw new IllegalStateException("only %d updates".formatted(found.updates().size()));
      }
    }
  }
}
