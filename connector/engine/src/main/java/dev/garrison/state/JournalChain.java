package dev.garrison.state;

import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Text;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs of one site, in the order in which they follow each other. Their names contain a time,
 * and a clock can be set back; the digests cannot.
 */
final class JournalChain {
  /**
   * Journal with the digests that link it to others.
   *
   * @param previous the digest that the first line follows: empty text at the very first run,
   *     nothing when the line cannot be read
   * @param tail the digest of the last complete line
   */
  private record Link(JournalEdges edges, Optional<String> previous, String tail) {
    String run() {
      return edges.run();
    }

    boolean first() {
      return previous.filter(String::isEmpty).isPresent();
    }
  }

  private final SequencedSet<Link> ordered = new LinkedHashSet<>();
  private final List<JournalEdges> empty = new ArrayList<>();
  private final List<Link> heads;
  private final List<String> problems = new ArrayList<>();

  /**
   * Orders the journals.
   *
   * @param files the journals of one site, sorted by name
   */
  JournalChain(Json json, List<Path> files) {
    List<Link> links = new ArrayList<>();
    for (Path file : files) {
      JournalEdges edges = JournalEdges.read(file);
      edges
          .tail()
          .ifPresentOrElse(
              tail -> links.add(new Link(edges, previous(json, edges), tail)),
              () -> empty.add(edges));
    }
    Set<String> tails = links.stream().map(Link::tail).collect(Collectors.toSet());
    Map<String, List<Link>> followers = new HashMap<>();
    List<Link> begins = new ArrayList<>();
    for (Link link : links) {
      if (link.previous().filter(tails::contains).isPresent()) {
        followers.computeIfAbsent(link.previous().get(), _ -> new ArrayList<>()).add(link);
      } else {
        begins.add(link);
      }
    }
    begins.sort(Comparator.comparing(link -> !link.first()));
    begins.forEach(begin -> follow(begin, followers));
    heads = ordered.stream().filter(link -> !followers.containsKey(link.tail())).toList();
    begins.stream()
        .filter(link -> !link.first() && link.previous().isPresent())
        .forEach(this::noPredecessor);
    links.stream().filter(link -> !ordered.contains(link)).forEach(this::inCircle);
    links.stream()
        .filter(link -> link.previous().isPresent())
        .collect(Collectors.groupingBy(Link::previous, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(siblings -> siblings.size() > 1)
        .forEach(siblings ->
            problems.add(Text.of("journal-check.same-line", "runs", names(siblings)).toString()));
    if (heads.size() > 1) {
      problems.add(
          Text.of("journal-check.ends", "count", String.valueOf(heads.size()), "runs", names(heads))
              .toString());
    }
  }

  private static List<String> names(List<Link> links) {
    return links.stream().map(Link::run).toList();
  }

  private static Optional<String> previous(Json json, JournalEdges edges) {
    try {
      return edges.first().map(line -> JournalEntry.read(json, line).value().previous());
    } catch (JsonException _) {
      // The folder's check names this line; here it only follows nothing that is known.
      return Optional.empty();
    }
  }

  private void follow(Link begin, Map<String, List<Link>> followers) {
    Deque<Link> open = new ArrayDeque<>(List.of(begin));
    while (!open.isEmpty()) {
      Link link = open.pop();
      if (ordered.add(link)) {
        followers.getOrDefault(link.tail(), List.of()).reversed().forEach(open::push);
      }
    }
  }

  private void noPredecessor(Link link) {
    problems.add(Text.of("journal-check.no-predecessor", "run", link.run()).toString());
  }

  private void inCircle(Link link) {
    problems.add(Text.of("journal-check.circle", "run", link.run()).toString());
    ordered.add(link);
  }

  /** All journals: those of the chain first, then those without a complete line. */
  List<JournalEdges> journals() {
    List<JournalEdges> journals = new ArrayList<>(ordered.stream().map(Link::edges).toList());
    journals.addAll(empty);
    return journals;
  }

  /** The digest that the next run follows: that of the last line that no run follows yet. */
  String head() {
    return heads.isEmpty() ? "" : heads.getLast().tail();
  }

  /** Problems where runs do not follow each other. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
