package dev.garrison.lab.adminservice.digest;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constraint on a text of a digest.
 *
 * @param words description of an allowed text, to follow "is not"
 */
record AllowedText(String words, Predicate<String> fits) {
  private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\(([^)]*)\\))?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.\\-]{0,255}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]*+={0,2}+\\s*+");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");
  private static final List<String> BOOLEANS = List.of("true", "false", "1", "0");
  private static final int SHOWN = 40;

  /** Reads a constraint from a line of the grammar. */
  static AllowedText of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalStateException("the grammar has no value '" + text + "'");
    }
    String rest = form.group(2) == null ? "" : form.group(2);
    return switch (form.group(1)) {
      case "text" -> {
        long least = number(rest, 0);
        long most = number(rest, 1);
        yield new AllowedText(
            "a text of " + least + " to " + most + " characters",
            value -> value.length() >= least && value.length() <= most);
      }
      case "filled" -> {
        long most = number(rest, 0);
        yield new AllowedText(
            "a text of 1 to " + most + " characters, not blank",
            value -> !value.isBlank() && value.length() <= most);
      }
      case "whole" -> {
        long least = number(rest, 0);
        long most = number(rest, 1);
        yield new AllowedText(
            "a whole number of " + least + " to " + most, value -> isWithin(value, least, most));
      }
      case "words" -> {
        List<String> all = List.of(rest.split("\\|", -1));
        yield new AllowedText("one of " + String.join(", ", all), all::contains);
      }
      case "boolean" -> new AllowedText("true or false", value -> BOOLEANS.contains(value.strip()));
      case "name" -> new AllowedText("a name without a colon", NAME.asMatchPredicate());
      case "language" -> new AllowedText("a language", LANGUAGE.asMatchPredicate());
      case "base64" -> new AllowedText("base64", BASE64.asMatchPredicate());
      default -> throw new IllegalStateException("the grammar has no value '" + text + "'");
    };
  }

  private static long number(String list, int place) {
    return Long.parseLong(list.split(",", -1)[place]);
  }

  private static boolean isWithin(String value, long least, long most) {
    String plain = value.strip();
    return NUMBER.matcher(plain).matches()
        && Long.parseLong(plain) >= least
        && Long.parseLong(plain) <= most;
  }

  /** Refuses a value that does not fit. */
  void check(String path, String value) {
    if (!fits.test(value)) {
      String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
      throw new DigestException(path + " is not " + words + ": '" + shown + "'");
    }
  }
}
