package dev.garrison.mecm.adminservice;

import dev.garrison.mecm.odata.ODataQuery;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Parts of a site's metadata that one part of Garrison relies on. Each assumption is declared next
 * to the code that needs it, and is built from the same queries that are sent.
 *
 * @param read classes and properties without which the part does not work, as {@link Capabilities}
 *     names them
 * @param called methods without which it does not work
 * @param optional members that it can work without, each with the consequence, as a sentence
 */
public record Assumption(
    SequencedSet<String> read, SequencedSet<String> called, SequencedMap<String, String> optional) {
  /** No assumption. */
  public static final Assumption NONE =
      new Assumption(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());

  public Assumption {
    read = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(read));
    called = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(called));
    optional = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(optional));
  }

  /** Assumes the classes and properties of these queries. */
  public static Assumption of(ODataQuery... queries) {
    return NONE.reading(Stream.of(queries).flatMap(query -> query.members().stream()));
  }

  /** Adds properties of a class that are read or written. */
  public Assumption with(String className, String... properties) {
    return reading(
        Stream.concat(
            Stream.of(className), Stream.of(properties).map(name -> className + "." + name)));
  }

  /** Adds members that are read or written, as {@link Capabilities} names them. */
  public Assumption reading(Stream<String> members) {
    SequencedSet<String> more = new LinkedHashSet<>(read);
    members.forEach(more::add);
    return new Assumption(more, called, optional);
  }

  /** Adds methods of a class that are called. */
  public Assumption calling(String className, String... methods) {
    SequencedSet<String> more = new LinkedHashSet<>(called);
    Stream.of(methods).map(name -> className + "." + name).forEach(more::add);
    return new Assumption(read, more, optional);
  }

  /**
   * Adds an optional member.
   *
   * @param otherwise the consequence if it is missing, as a sentence
   */
  public Assumption optional(String member, String otherwise) {
    SequencedMap<String, String> more = new LinkedHashMap<>(optional);
    more.put(member, otherwise);
    return new Assumption(read, called, more);
  }

  /**
   * Adds the class and the properties of a query as optional members.
   *
   * @param otherwise the consequence if one is missing, as a sentence
   */
  public Assumption optional(ODataQuery query, String otherwise) {
    Assumption more = this;
    for (String member : query.members()) {
      more = more.optional(member, otherwise);
    }
    return more;
  }

  /** Combines both; a member that one needs and the other treats as optional is needed. */
  public Assumption and(Assumption other) {
    SequencedSet<String> bothRead = new LinkedHashSet<>(read);
    bothRead.addAll(other.read);
    SequencedSet<String> bothCalled = new LinkedHashSet<>(called);
    bothCalled.addAll(other.called);
    SequencedMap<String, String> either = new LinkedHashMap<>(optional);
    either.putAll(other.optional);
    bothRead.forEach(either::remove);
    bothCalled.forEach(either::remove);
    return new Assumption(bothRead, bothCalled, either);
  }
}
