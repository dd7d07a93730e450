package dev.garrison.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A well-formed text and its parts: what can be taken out, doubled or put elsewhere as a whole. */
public final class Sample {
  /** What can stand in one another's place. */
  enum Kind {
    /** A JSON value. */
    VALUE,
    /** A JSON name with its value. */
    MEMBER,
    /** A JSON value or member with what parts it from the next. */
    ITEM,
    /** An XML element. */
    ELEMENT,
    /** An XML attribute. */
    ATTRIBUTE,
    /** A YAML line. */
    LINE,
    /** A YAML line and everything below it. */
    BLOCK,
    /** The text of a JSON string, of an attribute or of a line. */
    TEXT
  }

  /** Bytes from one place to before another. */
  record Part(Kind kind, int from, int to) {}

  private static final Pattern JSON_TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[\\[\\]{},:]|[^\\s\\[\\]{},:\"]+");
  private static final Pattern TAG =
      Pattern.compile("(?:<|&lt;)(/?)[\\w.:]+(?:\\s[^<>]*?)?(/?)(?:>|&gt;)");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s[\\w.:]+=\"([^\"]*)\"");
  private static final Pattern LINE = Pattern.compile("( *)(?:- )?([^\\n:]+: ?)?([^\\n]*)\\n");

  private final byte[] bytes;
  private final List<Part> parts;

  private Sample(String octets, List<Part> parts) {
    this.bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
    this.parts = List.copyOf(parts);
  }

  /** The parts are values, and members with their names. */
  public static Sample json(String text) {
    String octets = octets(text);
    List<Part> parts = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    int name = -1;
    int value = -1;
    for (Matcher token = JSON_TOKEN.matcher(octets); token.find(); ) {
      switch (token.group()) {
        case "{", "[" -> {
          open.push(name);
          open.push(token.start());
          name = -1;
        }
        case "}", "]" -> {
          value = open.pop();
          name = open.pop();
          member(parts, name, value, token.end());
        }
        case ":" -> name = value;
        case "," -> {
          parts.add(new Part(Kind.ITEM, name < 0 ? value : name, token.end()));
          name = -1;
        }
        default -> {
          value = token.start();
          member(parts, name, value, token.end());
          if (token.group().startsWith("\"")) {
            parts.add(new Part(Kind.TEXT, value + 1, token.end() - 1));
          }
        }
      }
    }
    return new Sample(octets, parts);
  }

  private static void member(List<Part> parts, int name, int value, int end) {
    parts.add(new Part(Kind.VALUE, value, end));
    if (name >= 0) {
      parts.add(new Part(Kind.MEMBER, name, end));
    }
  }

  /** The parts are elements, also those of a text that is escaped XML, and attributes' values. */
  public static Sample xml(String text) {
    String octets = octets(text);
    List<Part> parts = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Matcher tag = TAG.matcher(octets); tag.find(); ) {
      if (!tag.group(2).isEmpty()) {
        parts.add(new Part(Kind.ELEMENT, tag.start(), tag.end()));
      } else if (tag.group(1).isEmpty()) {
        open.push(tag.start());
      } else {
        parts.add(new Part(Kind.ELEMENT, open.pop(), tag.end()));
      }
    }
    for (Matcher attribute = ATTRIBUTE.matcher(octets); attribute.find(); ) {
      parts.add(new Part(Kind.ATTRIBUTE, attribute.start(), attribute.end()));
      parts.add(new Part(Kind.TEXT, attribute.start(1), attribute.end(1)));
    }
    return new Sample(octets, parts);
  }

  /** The parts are lines, lines with everything below them, and what follows a colon. */
  public static Sample yaml(String text) {
    String octets = octets(text.endsWith("\n") ? text : text + "\n");
    List<Part> parts = new ArrayList<>();
    Deque<int[]> open = new ArrayDeque<>();
    for (Matcher line = LINE.matcher(octets); line.find(); ) {
      parts.add(new Part(Kind.LINE, line.start(), line.end()));
      parts.add(new Part(Kind.TEXT, line.start(3), line.end(3)));
      int indentation = line.group(1).length();
      while (!open.isEmpty() && open.getFirst()[0] >= indentation) {
        parts.add(new Part(Kind.BLOCK, open.pop()[1], line.start()));
      }
      open.push(new int[] {indentation, line.start()});
    }
    return new Sample(octets, parts);
  }

  /** The parts are words of 4 bytes and blocks of 128 and 512, as binary forms are made of. */
  public static Sample binary(byte[] bytes) {
    List<Part> parts = new ArrayList<>();
    blocks(parts, Kind.VALUE, Integer.BYTES, bytes.length);
    blocks(parts, Kind.ELEMENT, 128, bytes.length);
    blocks(parts, Kind.BLOCK, 512, bytes.length);
    return new Sample(new String(bytes, StandardCharsets.ISO_8859_1), parts);
  }

  private static void blocks(List<Part> parts, Kind kind, int size, int length) {
    for (int from = 0; from + size <= length; from += size) {
      parts.add(new Part(kind, from, from + size));
    }
  }

  /** Each byte as one character, so that places in the text are places in the bytes. */
  private static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The text in UTF-8, not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  byte[] bytes(Part part) {
    return Arrays.copyOfRange(bytes, part.from(), part.to());
  }

  List<Part> parts() {
    return parts;
  }
}
