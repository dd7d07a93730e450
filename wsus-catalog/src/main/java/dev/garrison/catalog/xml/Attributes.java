package dev.garrison.catalog.xml;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.UpdateIdentity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The attributes of one element that have no namespace, as values.
 *
 * @param values texts by name
 */
record Attributes(Map<String, String> values) {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  private String needed(String name) throws NonsenseException {
    String text = text(name);
    if (text.isBlank()) {
      throw new NonsenseException("it has no " + name + " here");
    }
    return text;
  }

  /** Upper case or lower, as servers send both. */
  UUID id(String name) throws NonsenseException {
    String text = needed(name);
    if (!UUID_FORM.matcher(text).matches()) {
      throw wrong(name, text, "an id");
    }
    return UUID.fromString(text);
  }

  Optional<UUID> optionalId(String name) throws NonsenseException {
    return text(name).isEmpty() ? Optional.empty() : Optional.of(id(name));
  }

  long number(String name) throws NonsenseException {
    String text = needed(name);
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(name, text, "a number");
    }
    return Long.parseLong(text);
  }

  UpdateIdentity identity() throws NonsenseException {
    long revision = number("RevisionNumber");
    if (revision < 1 || revision > Integer.MAX_VALUE) {
      throw wrong("RevisionNumber", text("RevisionNumber"), "a revision");
    }
    return new UpdateIdentity(id("UpdateID"), (int) revision);
  }

  /** False where it is missing, as XML Schema writes booleans. */
  boolean flag(String name) throws NonsenseException {
    return switch (text(name)) {
      case "true", "1" -> true;
      case "", "false", "0" -> false;
      default -> throw wrong(name, text(name), "true or false");
    };
  }

  Publication publication(String name) {
    return switch (text(name)) {
      case "Published" -> Publication.PUBLISHED;
      case "Expired" -> Publication.EXPIRED;
      default -> Publication.UNKNOWN;
    };
  }

  /** A time without zone is in UTC. */
  Optional<Instant> time(String name) throws NonsenseException {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          time instanceof OffsetDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      throw wrong(name, text, "a time");
    }
  }

  private static NonsenseException wrong(String name, String text, String wanted) {
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
    return new NonsenseException("its " + name + " '" + shown + "' is not " + wanted);
  }
}
