package dev.garrison.cli.output;

import dev.garrison.diagnostic.VisibleText;
import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Streams that a command writes to, made safe for the reader.
 *
 * @param out the command's own output
 * @param err problems, questions and progress
 * @param terminal whether a person sits at both ends
 * @param colors the colors of screens
 * @param time how times are shown
 * @param encodings of the characters of both streams
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Colors colors,
    TerminalTime time,
    List<Charset> encodings) {
  /** Characters that all texts in Japanese need; the code pages of other languages lack some. */
  private static final String JAPANESE = "変更を適用しました。「サーバー」";

  /** A console of UTF-8 without colors, in UTC. */
  public Console(PrintWriter out, PrintWriter err, boolean terminal) {
    this(out, err, terminal, Colors.none(), new TerminalTime(ZoneOffset.UTC));
  }

  /** A console of UTF-8. */
  public Console(
      PrintWriter out, PrintWriter err, boolean terminal, Colors colors, TerminalTime time) {
    this(out, err, terminal, colors, time, List.of(StandardCharsets.UTF_8));
  }

  /** Escapes characters that reverse or hide text, in both streams. */
  public Console {
    encodings = List.copyOf(encodings);
    out = new PrintWriter(new VisibleWriter(out), false);
    err = new PrintWriter(new VisibleWriter(err), true);
  }

  /**
   * The process's own streams. {@code TERM=dumb} counts as no terminal.
   *
   * @param zone the machine's time zone
   */
  public static Console ofProcess(Map<String, String> environment, ZoneId zone) {
    boolean terminal =
        System.console() != null
            && System.console().isTerminal()
            && !"dumb".equals(environment.get("TERM"));
    boolean colors = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    Charset out = StandardStream.OUT.encoding();
    Charset err = StandardStream.ERR.encoding();
    return new Console(
        new PrintWriter(System.out, false, out),
        new PrintWriter(System.err, true, err),
        terminal,
        new Colors(colors, StandardStream.OUT::understandsEscapes),
        new TerminalTime(zone),
        List.of(out, err));
  }

  /**
   * The language to write in: the one asked for, or English if a stream lacks its characters.
   *
   * <p>One line on standard error then says why, for question marks would say nothing.
   */
  public Language language(Language wanted) {
    if (wanted != Language.JAPANESE) {
      return wanted;
    }
    Optional<Charset> lacking = encodings.stream().filter(each -> !showsJapanese(each)).findFirst();
    lacking.ifPresent(each -> err.println(Text.of("language.not-shown", "encoding", each.name())));
    return lacking.isPresent() ? Language.ENGLISH : wanted;
  }

  private static boolean showsJapanese(Charset encoding) {
    return encoding.canEncode() && encoding.newEncoder().canEncode(JAPANESE);
  }

  /** Console that writes its output to standard error, beside an answer for programs. */
  Console aside() {
    return new Console(err, err, terminal, colors, time);
  }

  /** Prints a screen, colored if it is to be. */
  public void show(String screen) {
    out.println(colors.of(screen));
  }

  /** Whether a line on standard error can be rewritten in place, because nothing redirects it. */
  public boolean rewritesErrors() {
    return live() && StandardStream.ERR.isTerminal();
  }

  /** Whether a screen can be rewritten in place. */
  public boolean live() {
    return terminal && colors.areUnderstood();
  }

  /**
   * The last place before the terminal. Controls of one byte pass, for colors and progress are made
   * of them, and views escape those of others; what turns around or hides text is always of others.
   */
  private static final class VisibleWriter extends FilterWriter {
    private static final Pattern HIDDEN = Pattern.compile("[\\x7f-\\x9f\\p{Cf}\\p{Zl}\\p{Zp}]");

    VisibleWriter(Writer out) {
      super(out);
    }

    @Override
    public void write(int unit) throws IOException {
      write(String.valueOf((char) unit));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      write(new String(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      out.write(
          HIDDEN
              .matcher(text.substring(offset, offset + length))
              .replaceAll(found -> Matcher.quoteReplacement(VisibleText.line(found.group()))));
    }
  }
}
