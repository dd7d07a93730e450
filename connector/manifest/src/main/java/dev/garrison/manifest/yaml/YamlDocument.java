package dev.garrison.manifest.yaml;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Parses text into a tree of nodes, within limits that apply while the text is read.
 *
 * <p>No object is ever made from a tag. The language is YAML 1.2: {@code no} is a word and a date
 * is a text.
 */
public final class YamlDocument {
  private static final int MOST_LEVELS = 20;
  private static final int MOST_NODES = 20_000;
  private static final int MOST_ALIASES = 100;

  private YamlDocument() {}

  /**
   * Parses the text and returns the root of its only document.
   *
   * @return empty when the text holds no document
   * @throws NotYaml with a message for the user
   */
  public static Optional<Node> parse(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("manifest")
            .setCodePointLimit(text.length() + 1)
            // A pair of surrogates across two fillings of the buffer ends in an
            // IndexOutOfBoundsException of snakeyaml-engine 3.0.1, so there is only one filling.
            .setBufferSize(text.length() + 1)
            .setAllowNonScalarKeys(true)
            .build();
    StreamReader characters = new StreamReader(settings, text);
    try {
      return new Composer(settings, new BoundedParser(new ParserImpl(settings, characters)))
          .getSingleNode();
    } catch (MarkedYamlEngineException e) {
      throw new NotYaml(YamlMistake.of(text, e), e);
    } catch (YamlEngineException e) {
      throw new NotYaml(new YamlMistake(1, Message.of("manifest.not-yaml", "reason", e)), e);
    } catch (NumberFormatException e) {
      // snakeyaml-engine 3.0.1 lets it through when the text ends within an escape like \\U0041.
      throw new NotYaml(
          new YamlMistake(
              characters.getMark().map(Mark::getLine).orElse(0) + 1,
              Message.of("manifest-yaml.backslash")),
          e);
    }
  }

  /** Failure to parse a text, or a text that is too large for a manifest. */
  public static final class NotYaml extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;
    private final int line;
    private final boolean tooLarge;

    NotYaml(YamlMistake mistake, RuntimeException cause) {
      super(mistake.message().problem().toString(), cause);
      this.message = mistake.message();
      this.line = mistake.line();
      this.tooLarge = false;
    }

    NotYaml(Message message, Event where) {
      super(message.problem().toString());
      this.message = message;
      this.line = where.getStartMark().map(Mark::getLine).orElse(0) + 1;
      this.tooLarge = true;
    }

    public Message message() {
      return message;
    }

    public int line() {
      return line;
    }

    public boolean tooLarge() {
      return tooLarge;
    }
  }

  /**
   * Parser that limits the number of levels, nodes and aliases.
   *
   * <p>The composer calls itself for each level, so the level is checked first.
   */
  private static final class BoundedParser implements Parser {
    private final Parser parser;
    private int level;
    private int nodes;
    private int aliases;

    BoundedParser(Parser parser) {
      this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
      return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
      return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
      return parser.hasNext();
    }

    @Override
    public Event next() {
      Event event = parser.next();
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> {
          level++;
          nodes++;
        }
        case MappingEnd, SequenceEnd -> level--;
        case Scalar -> nodes++;
        case Alias -> aliases++;
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
      }
      limit(level, MOST_LEVELS, "manifest.levels", event);
      limit(nodes, MOST_NODES, "manifest.values", event);
      limit(aliases, MOST_ALIASES, "manifest.aliases", event);
      return event;
    }

    private static void limit(int count, int most, String key, Event where) {
      if (count > most) {
        throw new NotYaml(
            Message.of("manifest.too-many", "what", Text.of(key, "count", most)), where);
      }
    }
  }
}
