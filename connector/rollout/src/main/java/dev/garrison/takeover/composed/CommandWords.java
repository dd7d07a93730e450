package dev.garrison.takeover.composed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of Garrison's script in an application's command line. */
record CommandWords(String line) {
  /** The value of a parameter. */
  Optional<String> after(String parameter) {
    Matcher matcher =
        Pattern.compile("(?i)\\s-" + Pattern.quote(parameter) + "\\s+(\\S+)").matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
