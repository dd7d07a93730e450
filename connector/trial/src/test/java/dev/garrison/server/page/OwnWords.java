package dev.garrison.server.page;

import dev.garrison.browser.Browser;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.login.Role;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.ServedSite;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English words that a page in another language has left over, beside names and recorded texts. */
final class OwnWords {
  /**
   * Texts of a page, also those that only a reader of screens meets, without recorded texts, which
   * are marked as English, and without commands.
   */
  private static final String TEXTS =
      """
      const others = '[lang=en], [translate=no], code, time, script, .code, .hits, h1 small';
      const texts = [document.title];
      const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (nodes.nextNode()) {
        if (!nodes.currentNode.parentElement.closest(others)) {
          texts.push(nodes.currentNode.data);
        }
      }
      for (const name of ['aria-label', 'placeholder', 'alt', 'title', 'data-label', 'data-stale']) {
        document.querySelectorAll(`[${name}]:not(time)`).forEach(
          (element) => texts.push(element.getAttribute(name)));
      }
      return texts.join('\\n');
      """;

  private static final Pattern WORD =
      Pattern.compile("(?<![\\w.@/:-])[A-Za-z][a-z]+(?![\\w@/:-]|\\.\\w)");

  /** A command or a quoted name in a sentence. */
  private static final Pattern NAMED =
      Pattern.compile("\\bgarrison(?: [a-z][a-z-]*)+|\"[^\"\n]*\"|「[^」\n]*」");

  /** Names of products and their parts, of families of updates, and of identifiers. */
  private static final Set<String> NAMES =
      Set.of(
          ("Garrison Microsoft Defender Windows Server Update Endpoint Protection Java Linux Sense"
                  + " Webhook cron unified agent Current Channel Beta Broad Staged Frozen active"
                  + " passive root")
              .split(" "));

  /** Names that the trial has, and what it searches for. */
  private static final Set<String> OF_THE_TRIAL =
      Set.of(
          "test",
          "tester",
          "nobody",
          "Pilot",
          "Servers",
          "All",
          "all",
          "MDE",
          "Europe",
          "DPs",
          "application",
          "demonstration",
          "Production",
          "servers",
          "wsus",
          "Computers",
          "Unassigned");

  private final Browser browser;
  private final Set<String> known;

  OwnWords(Browser browser, ServedSite served) {
    this.browser = browser;
    known =
        Stream.of(
                NAMES.stream(),
                OF_THE_TRIAL.stream(),
                Worded.words(ServerState.class).stream().flatMap(OwnWords::shown),
                served.schedule().manifest().rings().stream().map(Ring::name),
                Stream.of(served.schedule().manifest().name()),
                Worded.words(ChangeKind.class).stream(),
                Worded.words(JobKind.class).stream().flatMap(word -> Stream.of(word.split("-"))),
                Worded.words(Role.class).stream())
            .flatMap(words -> words)
            .collect(Collectors.toSet());
  }

  /** Words of a state's name, which is recorded, as a part of a sentence. */
  private static Stream<String> shown(String state) {
    return Stream.of(state.split("-"))
        .flatMap(word ->
            Stream.of(word, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
  }

  /** Texts of the page that is shown which have such words. */
  Set<String> english() {
    return browser
        .script(TEXTS)
        .asText()
        .lines()
        .filter(text ->
            WORD.matcher(NAMED.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .anyMatch(word -> !known.contains(word)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
