package dev.garrison.lab.adminservice.softwareupdate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An automatic deployment rule, as an administrator creates it in the console or with a cmdlet.
 *
 * @param id AutoDeploymentID
 * @param collection the id of its collection
 * @param days from its run to the deadline of a deployment
 * @param isEnabled whether it runs
 * @param enables whether the deployments that it creates are enabled
 * @param titles texts of which an update's title must contain one; none: every title
 * @param error of its last run; 0 for none
 */
record AutomaticRule(
    int id,
    String name,
    String collection,
    int days,
    boolean isEnabled,
    boolean enables,
    List<String> titles,
    Optional<Instant> ran,
    int error) {
  AutomaticRule {
    titles = List.copyOf(titles);
  }

  AutomaticRule movedTo(String other) {
    return new AutomaticRule(id, name, other, days, isEnabled, enables, titles, ran, error);
  }

  AutomaticRule enabling(boolean on) {
    return new AutomaticRule(id, name, collection, days, isEnabled, on, titles, ran, error);
  }

  AutomaticRule switched(boolean on) {
    return new AutomaticRule(id, name, collection, days, on, enables, titles, ran, error);
  }

  AutomaticRule ended(Instant time, int code) {
    return new AutomaticRule(
        id, name, collection, days, isEnabled, enables, titles, Optional.of(time), code);
  }

  boolean takes(SiteUpdate update) {
    return update.isLatest()
        && !update.expired()
        && !update.superseded()
        && (titles.isEmpty() || titles.stream().anyMatch(update.title()::contains));
  }
}
